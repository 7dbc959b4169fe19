/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.EngineeringCRS;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * The pixels of an image on the earth. Column 0, row 0 is the upper left pixel; its upper left corner is at (0, 0) in
 * grid coordinates, its centre at (0.5, 0.5). Immutable.
 *
 * @param width columns
 * @param height rows
 * @param toCrs grid coordinates of pixel corners to CRS coordinates, in the CRS's own axis order as GeoTools reads
 *     GeoTIFFs (east before north)
 * @param crs null where the image has none
 */
public record Grid(
        int width,
        int height,
        AffineTransform toCrs,
        @Nullable CoordinateReferenceSystem crs) {
    /** Parts of a pixel by which rounding may move it. */
    private static final double SAME = 1e-3;
    /** Parts of a pixel by which rounded pixel sizes may add up around the earth. */
    private static final double SEAM = 0.5;

    public Grid {
        toCrs = new AffineTransform(toCrs);
        // GeoTools stands in a plane of its own for a CRS that a file does not name.
        crs = crs instanceof EngineeringCRS ? null : crs;
    }

    /** A copy; a grid cannot be changed through it. */
    @Override
    public AffineTransform toCrs() {
        return new AffineTransform(toCrs);
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    /** The window of all pixels. */
    public Window all() {
        return new Window(0, 0, width, height);
    }

    /** The part of this grid below a window, as a grid of its own. */
    public Grid cropped(Window window) {
        AffineTransform moved = toCrs();
        moved.translate(window.x(), window.y());
        return new Grid(window.width(), window.height(), moved, crs);
    }

    /** The same place cut into fewer pixels. */
    public Grid reduced(int columns, int rows) {
        AffineTransform larger = toCrs();
        larger.scale((double) width / columns, (double) height / rows);
        return new Grid(columns, rows, larger, crs);
    }

    /** Where another grid of the same pixels lies on this one; empty if its pixels are others or lie beside it. */
    public Optional<Window> windowOf(Grid part) {
        try {
            AffineTransform here = toCrs.createInverse();
            here.concatenate(part.toCrs);
            Window window = new Window(
                    (int) Math.round(here.getTranslateX()),
                    (int) Math.round(here.getTranslateY()),
                    part.width,
                    part.height);
            AffineTransform shift = AffineTransform.getTranslateInstance(window.x(), window.y());
            boolean inside = window.x() >= 0
                    && window.y() >= 0
                    && window.x() + window.width() <= width
                    && window.y() + window.height() <= height;
            return inside && isNear(here, shift) ? Optional.of(window) : Optional.empty();
        } catch (NoninvertibleTransformException e) {
            return Optional.empty();
        }
    }

    private static boolean isNear(AffineTransform one, AffineTransform other) {
        double[] first = new double[6];
        double[] second = new double[6];
        one.getMatrix(first);
        other.getMatrix(second);
        return IntStream.range(0, first.length).allMatch(i -> Math.abs(first[i] - second[i]) < SAME);
    }

    /** CRS coordinates of a pixel's centre. */
    public Point2D centre(int column, int row) {
        return toCrs.transform(new Point2D.Double(column + 0.5, row + 0.5), null);
    }

    /** Smallest box around all pixels. */
    public ReferencedEnvelope bounds() {
        ReferencedEnvelope box = new ReferencedEnvelope(crs);
        for (int corner = 0; corner < 4; corner++) {
            Point2D at =
                    toCrs.transform(new Point2D.Double(corner % 2 == 0 ? 0 : width, corner < 2 ? 0 : height), null);
            box.expandToInclude(at.getX(), at.getY());
        }
        return box;
    }

    /** Columns of a full turn around the earth; 0 where columns are no longitudes. */
    double columnsAround() {
        boolean alongAxes = toCrs.getShearX() == 0 && toCrs.getShearY() == 0;
        return alongAxes && crs != null ? Longitudes.turn(crs) / Math.abs(toCrs.getScaleX()) : 0;
    }

    /** Columns after which an image that goes all around the earth begins again; 0 where it does not. */
    public int seam() {
        double around = columnsAround();
        long whole = Math.round(around);
        return whole > 0 && whole <= width && Math.abs(around - whole) < SEAM ? (int) whole : 0;
    }

    /** Whether a place in grid coordinates lies on a pixel, or in the gap that rounding leaves where a seam is. */
    public boolean holds(double column, double row) {
        return column >= 0 && row >= 0 && row < height && (column < width || column < seam() + SEAM);
    }

    /**
     * The CRS for people: its authority's code if it has one, else its name; of a grid without one, that it has none.
     */
    public String crsName() {
        return crs == null ? "no coordinate reference system" : name(crs);
    }

    /**
     * The CRS, where there must be one.
     *
     * @param without what an image without a CRS cannot do, for the message
     * @throws DeepSaltException if the image has none
     */
    public CoordinateReferenceSystem requireCrs(String without) {
        if (crs == null) {
            throw new DeepSaltException("an image without a coordinate reference system " + without
                    + ": give it one in its file (gdal_edit.py -a_srs EPSG:N FILE) or in the catalog");
        }
        return crs;
    }

    static String name(CoordinateReferenceSystem crs) {
        String code =
                crs.getIdentifiers().stream().findFirst().map(Object::toString).orElse("");
        return code.isEmpty() ? crs.getName().getCode() : code;
    }
}
