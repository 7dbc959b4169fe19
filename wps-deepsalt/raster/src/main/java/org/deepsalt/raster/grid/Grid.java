/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;

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
public record Grid(int width, int height, AffineTransform toCrs, CoordinateReferenceSystem crs) {
    public Grid {
        toCrs = new AffineTransform(toCrs);
    }

    /** A copy; a grid cannot be changed through it. */
    @Override
    public AffineTransform toCrs() {
        return new AffineTransform(toCrs);
    }

    public long pixels() {
        return (long) width * height;
    }

    public Window all() {
        return new Window(0, 0, width, height);
    }

    /** The part of this grid below a window, as a grid of its own. */
    public Grid cropped(Window window) {
        AffineTransform moved = toCrs();
        moved.translate(window.x(), window.y());
        return new Grid(window.width(), window.height(), moved, crs);
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

    /** Area of one pixel in squared units of the CRS. */
    public double pixelArea() {
        return Math.abs(toCrs.getDeterminant());
    }
}
