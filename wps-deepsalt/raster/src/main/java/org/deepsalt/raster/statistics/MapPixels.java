/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;

/** The pixels of a map whose figures are wanted. Not thread-safe. */
public interface MapPixels {
    /** Name for messages. */
    String name();

    Grid grid();

    /**
     * Reads a window.
     *
     * @param bands counted from 0
     * @return one array per band, row by row; NaN where there is no value
     */
    float[][] read(Window window, int... bands);

    /** Wanted after the last window: tells whether the files changed meanwhile. */
    void finish();

    /** The pixels of one image, which is not closed here. */
    static MapPixels of(RasterSource image) {
        return new MapPixels() {
            @Override
            public String name() {
                return image.name();
            }

            @Override
            public Grid grid() {
                return image.grid();
            }

            @Override
            public float[][] read(Window window, int... bands) {
                float[][] values = new float[bands.length][window.pixels()];
                for (int band = 0; band < bands.length; band++) {
                    image.values(window, new int[] {bands[band]}, values[band]);
                }
                return values;
            }

            @Override
            public void finish() {
                image.finish();
            }
        };
    }
}
