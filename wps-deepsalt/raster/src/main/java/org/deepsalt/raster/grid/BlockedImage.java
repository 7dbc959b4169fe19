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
     * Counts for each pixel of a window the bands that are not 0, NaN among them.
     *
     * @param window inside the image
     * @param bands zero-based numbers of the bands that count
     * @param counts receives {@code window.pixels()} numbers
     * @throws IOException if the image is damaged or cannot be read there
     */
    default void countNonZero(Window window, int[] bands, int[] counts) throws IOException {
        float[] numbers = new float[window.pixels() * bands.length];
        read(window, bands, numbers);
        countNonZero(numbers, bands.length, counts);
    }

    /** Counts for each pixel those of its numbers, which lie side by side, that are not 0, NaN among them. */
    static void countNonZero(float[] numbers, int bands, int[] counts) {
        for (int pixel = 0; pixel < counts.length; pixel++) {
            counts[pixel] = 0;
            for (int i = pixel * bands; i < (pixel + 1) * bands; i++) {
                counts[pixel] += numbers[i] != 0 ? 1 : 0;
            }
        }
    }

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
