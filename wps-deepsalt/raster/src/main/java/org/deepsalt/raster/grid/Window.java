/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle of pixels.
 *
 * @param x first column
 * @param y first row
 * @param width columns
 * @param height rows
 */
public record Window(int x, int y, int width, int height) {
    /** Number of pixels. */
    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    public Rectangle toRectangle() {
        return new Rectangle(x, y, width, height);
    }

    public boolean holds(int column, int row) {
        return column >= x && row >= y && column < x + width && row < y + height;
    }

    /** The pixels that lie in another window too, of which there must be some. */
    public Window intersection(Window other) {
        int left = Math.max(x, other.x);
        int top = Math.max(y, other.y);
        return new Window(
                left,
                top,
                Math.min(x + width, other.x + other.width) - left,
                Math.min(y + height, other.y + other.height) - top);
    }

    /** The smallest window around this one and another one. */
    public Window union(Window other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Window(
                left,
                top,
                Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
    }

    /** Squares of the given side that together cover this window, row by row; those at the edges may be smaller. */
    public List<Window> tiles(int side) {
        List<Window> tiles = new ArrayList<>();
        for (int top = y; top < y + height; top += side) {
            for (int left = x; left < x + width; left += side) {
                tiles.add(new Window(left, top, Math.min(side, x + width - left), Math.min(side, y + height - top)));
            }
        }
        return tiles;
    }
}
