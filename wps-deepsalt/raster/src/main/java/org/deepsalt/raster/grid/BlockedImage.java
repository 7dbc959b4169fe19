/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.io.IOException;

/**
 * An image that is kept in blocks, strips or tiles, and read window by window as the numbers that are in it.
 * Thread-safe.
 */
public interface BlockedImage extends AutoCloseable {
    int width();

    int height();

    /** Numbers per pixel. */
    int bands();

    /** Pixels along the row of a block. */
    int blockWidth();

    /** Rows of a block. */
    int blockHeight();

    /**
     * Reads a window.
     *
     * @param window inside the image
     * @param bands zero-based numbers of the bands wanted, in any order
     * @param target receives the numbers pixel after pixel: {@code window.pixels() * bands.length} of them
     * @throws IOException if the image is damaged or cannot be read there
     */
    void read(Window window, int[] bands, float[] target) throws IOException;

    /**
     * Whether all bands are zero in the blocks that a window touches: a cheap look at images that hardly ever hold
     * anything else. False also where it is not known.
     *
     * @throws IOException if the image is damaged or cannot be read there
     */
    boolean isZero(Window window) throws IOException;

    /**
     * Goes on to the ends of blocks of which only the upper rows were read, since it is there that damage shows; nobody
     * may be reading.
     *
     * @throws IOException if one is damaged
     */
    default void finish() throws IOException {}

    /** Frees what the image holds open; nobody may be reading. */
    @Override
    void close();
}
