/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.awt.geom.Point2D;
import java.util.Objects;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.grid.CrsPath;
import org.deepsalt.raster.grid.Extent;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The pixels of a scene whose centres lie in a polygon. Centres are brought into the polygon's CRS, where its edges are
 * straight, and not the polygon into the scene's, which need not have a place for all of it. Thread-safe.
 */
public final class RegionMask {
    private static final int SIDE = 64;
    private static final String TASK = "laying the region over the scene";
    /** Pixels between two looks at the progress: an intricate polygon takes a fiftieth of a millisecond for each. */
    private static final int LOOK = 128;

    private final Grid scene;
    private final RegionPolygon polygon;
    private final CrsPath toPolygon;
    /** Null where the polygon holds no pixel, which no mask that others see has. */
    private final @Nullable Window window;

    /**
     * Lays a polygon over a scene.
     *
     * @param region polygon or multi-polygon
     * @param crs of the region, east before north
     * @param progress asked all along, as a large scene or an intricate polygon takes seconds
     * @throws DeepSaltException if it is no polygon, holds no pixel of the scene, or has an edge that could as well go
     *     around the earth the other way
     */
    public RegionMask(Grid scene, Geometry region, CoordinateReferenceSystem crs, Progress progress) {
        this(scene, new RegionPolygon(region, crs), crs, progress);
        if (window == null) {
            throw new DeepSaltException("the region lies outside the scene, which covers "
                    + Extent.of(scene).text() + ", or holds no pixel's centre: give a region that meets it");
        }
    }

    private RegionMask(Grid scene, RegionPolygon polygon, CoordinateReferenceSystem crs, Progress progress) {
        this.scene = scene;
        this.polygon = polygon;
        this.toPolygon = new CrsPath(
                scene.requireCrs("has no place for a region"),
                crs,
                Math.sqrt(Math.abs(scene.toCrs().getDeterminant())) / 2);
        @Nullable Window near = near(progress);
        this.window = near == null ? null : shrunk(near, progress);
    }

    /** The same for a polygon that may lie outside the scene: empty if it does. */
    public static Optional<RegionMask> ifInside(
            Grid scene, Geometry region, CoordinateReferenceSystem crs, Progress progress) {
        RegionMask mask = new RegionMask(scene, new RegionPolygon(region, crs), crs, progress);
        return mask.window == null ? Optional.empty() : Optional.of(mask);
    }

    /** The smallest window around the tiles that the polygon may touch, null if it touches none. */
    private @Nullable Window near(Progress progress) {
        @Nullable Window near = null;
        for (Window tile : scene.all().tiles(SIDE)) {
            progress.report(0, TASK);
            if (polygon.mayTouch(around(tile))) {
                near = near == null ? tile : near.union(tile);
            }
        }
        return near;
    }

    /** The corners of a tile, the middles of its sides and its middle in the polygon's CRS. */
    private double[] around(Window tile) {
        double[] at = new double[18];
        for (int i = 0; i < 9; i++) {
            at[2 * i] = tile.x() + i % 3 * tile.width() / 2.0;
            at[2 * i + 1] = tile.y() + i / 3 * tile.height() / 2.0;
        }
        scene.toCrs().transform(at, 0, at, 0, 9);
        toPolygon.transform(at);
        return at;
    }

    /** Takes rows and columns without a pixel of the region from the sides; null if nothing is left. */
    private @Nullable Window shrunk(Window from, Progress progress) {
        int top = from.y();
        int bottom = from.y() + from.height();
        int left = from.x();
        int right = from.x() + from.width();
        while (top < bottom && isEmpty(left, top, right, top + 1, progress)) {
            top++;
        }
        if (top == bottom) {
            return null;
        }
        while (isEmpty(left, bottom - 1, right, bottom, progress)) {
            bottom--;
        }
        while (isEmpty(left, top, left + 1, bottom, progress)) {
            left++;
        }
        while (isEmpty(right - 1, top, right, bottom, progress)) {
            right--;
        }
        return new Window(left, top, right - left, bottom - top);
    }

    private boolean isEmpty(int left, int top, int right, int bottom, Progress progress) {
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                if ((column + row) % LOOK == 0) {
                    progress.report(0, TASK);
                }
                if (contains(column, row)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The smallest window of the scene around the region's pixels. */
    public Window window() {
        return Objects.requireNonNull(window, "a mask without a pixel is given to nobody");
    }

    /** Whether a pixel's centre lies in the polygon, or on an edge of it in the east or north. */
    public boolean contains(int column, int row) {
        Point2D centre = scene.centre(column, row);
        double[] at = {centre.getX(), centre.getY()};
        toPolygon.transform(at);
        return polygon.contains(at[0], at[1]);
    }
}
