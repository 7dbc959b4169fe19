/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.locationtech.jts.geom.Envelope;

/** The grid of several images that lie beside and above each other. Stateless. */
public final class CoveringGrid {
    /** Parts of a pixel by which rounding may move an edge. */
    private static final double SAME = 1e-3;

    private CoveringGrid() {}

    /**
     * A grid with the pixels of the first image, extended to hold all others.
     *
     * @param grids in one CRS, at least one
     * @throws DeepSaltException if the grid would have more columns or rows than an image can have
     */
    public static Grid of(List<Grid> grids) {
        Grid first = grids.get(0);
        AffineTransform toPixels;
        try {
            toPixels = first.toCrs().createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new DeepSaltException("the pixels of an image have no size: its georeferencing is damaged", e);
        }
        Envelope box = new Envelope(0, first.width(), 0, first.height());
        for (Grid grid : grids) {
            for (int corner = 0; corner < 4; corner++) {
                Point2D at = new Point2D.Double(corner % 2 == 0 ? 0 : grid.width(), corner < 2 ? 0 : grid.height());
                at = toPixels.transform(grid.toCrs().transform(at, null), null);
                box.expandToInclude(at.getX(), at.getY());
            }
        }
        long left = (long) Math.floor(box.getMinX() + SAME);
        long top = (long) Math.floor(box.getMinY() + SAME);
        long width = (long) Math.ceil(box.getMaxX() - SAME) - left;
        long height = (long) Math.ceil(box.getMaxY() - SAME) - top;
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new DeepSaltException("the images together take " + width + " x " + height
                    + " pixels, more than one image can have: they lie too far from each other");
        }
        AffineTransform toCrs = first.toCrs();
        toCrs.translate((double) left, (double) top);
        return new Grid((int) width, (int) height, toCrs, first.crs());
    }
}
