/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.awt.Rectangle;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.util.function.BiPredicate;
import org.deepsalt.raster.grid.BlockedImage;
import org.deepsalt.raster.grid.Window;

/** The image of a coverage, whose owner frees it. Windows are counted from its first pixel, wherever that lies. */
record CoverageImage(RenderedImage image) implements BlockedImage {
    @Override
    public int width() {
        return image.getWidth();
    }

    @Override
    public int height() {
        return image.getHeight();
    }

    @Override
    public int bands() {
        return image.getSampleModel().getNumBands();
    }

    @Override
    public int blockWidth() {
        return image.getTileWidth();
    }

    @Override
    public int blockHeight() {
        return image.getTileHeight();
    }

    @Override
    public void read(Window window, int[] bands, float[] target) {
        Window there = inImage(window);
        SampleCopier copier = new SampleCopier(there, bands, target);
        forEachTile(there, (tile, part) -> {
            copier.copy(tile, part);
            return true;
        });
    }

    private Window inImage(Window window) {
        return new Window(window.x() + image.getMinX(), window.y() + image.getMinY(), window.width(), window.height());
    }

    /** Goes over the tiles below a window as long as the visitor wants more; false if it wanted no more. */
    private boolean forEachTile(Window there, BiPredicate<Raster, Window> visitor) {
        int width = image.getTileWidth();
        int height = image.getTileHeight();
        int left = Math.floorDiv(there.x() - image.getTileGridXOffset(), width);
        int right = Math.floorDiv(there.x() + there.width() - 1 - image.getTileGridXOffset(), width);
        int bottom = Math.floorDiv(there.y() + there.height() - 1 - image.getTileGridYOffset(), height);
        for (int row = Math.floorDiv(there.y() - image.getTileGridYOffset(), height); row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                Raster tile = image.getTile(column, row);
                Rectangle part = tile.getBounds().intersection(there.toRectangle());
                if (!visitor.test(tile, new Window(part.x, part.y, part.width, part.height))) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {}
}
