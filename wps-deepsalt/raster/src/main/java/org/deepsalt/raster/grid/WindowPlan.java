/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.util.ArrayList;
import java.util.List;

/**
 * The windows in which an area is read: made of whole blocks of the file, strips or tiles, as far as their pixels
 * allow, so that few blocks are decoded twice; and where a block is taller than that, one below the other without a
 * break, so that a reader can go on where it stands.
 *
 * @param width pixels of a cell of blocks
 * @param height rows of a cell
 * @param rows of a window in a cell
 */
public record WindowPlan(int width, int height, int rows) {
    /**
     * Plans for files of one layout.
     *
     * @param area what is read
     * @param blockWidth pixels along the row of a block of the file
     * @param blockHeight rows of a block
     * @param side of a window if blocks leave the choice; its square is about the most pixels that a window has
     */
    public static WindowPlan of(Window area, int blockWidth, int blockHeight, int side) {
        int width = blockWidth >= side ? blockWidth : side / blockWidth * blockWidth;
        int most = Math.max(1, side * side / Math.min(width, area.width()));
        if (most >= blockHeight) {
            int height = Math.min(most, side) / blockHeight * blockHeight;
            return new WindowPlan(width, Math.max(blockHeight, height), Math.max(blockHeight, height));
        }
        int windows = (blockHeight - 1) / most + 1;
        return new WindowPlan(width, blockHeight, (blockHeight - 1) / windows + 1);
    }

    /** The windows, which cover the area and do not overlap. */
    public List<Window> windows(Window area) {
        List<Window> windows = new ArrayList<>();
        for (int top = area.y() / height * height; top < area.y() + area.height(); top += height) {
            for (int left = area.x() / width * width; left < area.x() + area.width(); left += width) {
                Window cell = new Window(left, top, width, height).intersection(area);
                for (int row = 0; row < cell.height(); row += rows) {
                    windows.add(
                            new Window(cell.x(), cell.y() + row, cell.width(), Math.min(rows, cell.height() - row)));
                }
            }
        }
        return windows;
    }
}
