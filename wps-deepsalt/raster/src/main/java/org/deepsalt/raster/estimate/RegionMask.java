/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.awt.geom.Point2D;
import java.util.Locale;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;

/** The pixels of a scene whose centres lie in a polygon. Thread-safe. */
public final class RegionMask {
    private final Grid scene;
    private final Window window;
    private final IndexedPointInAreaLocator locator;

    /** A polygon in the scene's CRS and the smallest window around it. */
    private record Laid(Geometry inScene, Window window) {}

    /**
     * Lays a polygon over a scene.
     *
     * @param region polygon or multi-polygon
     * @param crs of the region, east before north
     * @throws DeepSaltException if it is no polygon or touches no pixel of the scene
     */
    public RegionMask(Grid scene, Geometry region, CoordinateReferenceSystem crs) {
        this(scene, lay(scene, region, crs).orElseThrow(() -> outside(scene)));
    }

    private RegionMask(Grid scene, Laid laid) {
        this.scene = scene;
        this.window = laid.window;
        this.locator = new IndexedPointInAreaLocator(laid.inScene);
    }

    /** The same for a polygon that may lie outside the scene: empty if it does. */
    public static Optional<RegionMask> ifInside(Grid scene, Geometry region, CoordinateReferenceSystem crs) {
        return lay(scene, region, crs).map(laid -> new RegionMask(scene, laid));
    }

    private static Optional<Laid> lay(Grid scene, Geometry region, CoordinateReferenceSystem crs) {
        if (!(region instanceof Polygonal) || region.isEmpty()) {
            throw new DeepSaltException("the region is a " + region.getGeometryType()
                    + ", wanted a polygon or multi-polygon that is not empty");
        }
        try {
            Geometry inScene = JTS.transform(region, CRS.findMathTransform(crs, scene.crs(), true));
            return Optional.ofNullable(window(scene, inScene.getEnvelopeInternal()))
                    .map(window -> new Laid(inScene, window));
        } catch (FactoryException e) {
            throw new DeepSaltException(
                    "the region cannot be brought from '" + crs.getName().getCode() + "' to the scene's '"
                            + scene.crsName() + "': give it in longitude and latitude",
                    e);
        } catch (TransformException e) {
            // Projections answer only for their part of the earth: what they refuse lies far outside.
            return Optional.empty();
        }
    }

    private static DeepSaltException outside(Grid scene) {
        Envelope box = scene.geographicBounds();
        return new DeepSaltException(String.format(
                Locale.ROOT,
                "the region lies outside the scene, which covers longitude %.3f to %.3f and latitude %.3f to"
                        + " %.3f: give a region that meets it",
                box.getMinX(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxY()));
    }

    private static Window window(Grid scene, Envelope box) {
        Point2D[] corners = {
            new Point2D.Double(box.getMinX(), box.getMinY()), new Point2D.Double(box.getMinX(), box.getMaxY()),
            new Point2D.Double(box.getMaxX(), box.getMinY()), new Point2D.Double(box.getMaxX(), box.getMaxY())
        };
        Envelope inGrid = new Envelope();
        try {
            for (Point2D corner : corners) {
                Point2D at = scene.toCrs().inverseTransform(corner, null);
                inGrid.expandToInclude(at.getX(), at.getY());
            }
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new DeepSaltException("the scene's pixels have no size: its georeferencing is damaged", e);
        }
        int left = (int) Math.floor(Math.max(0, inGrid.getMinX()));
        int top = (int) Math.floor(Math.max(0, inGrid.getMinY()));
        int right = (int) Math.ceil(Math.min(scene.width(), inGrid.getMaxX()));
        int bottom = (int) Math.ceil(Math.min(scene.height(), inGrid.getMaxY()));
        return left < right && top < bottom ? new Window(left, top, right - left, bottom - top) : null;
    }

    /** The smallest window of the scene around the region. */
    public Window window() {
        return window;
    }

    /** Whether a pixel's centre lies in the polygon or on its edge. */
    public boolean contains(int column, int row) {
        Point2D centre = scene.centre(column, row);
        return locator.locate(new Coordinate(centre.getX(), centre.getY())) != Location.EXTERIOR;
    }
}
