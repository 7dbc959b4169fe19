/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.coverage.WarpedSource;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.locationtech.jts.geom.Envelope;

/**
 * Images of one CRS, one above the other, on a grid that may be another than theirs: a pixel has the values of the
 * image pixel in which its centre lies, of the topmost image whose first wanted band has one there. Does not own the
 * images. Not thread-safe.
 */
public final class Mosaic implements MapPixels {
    private final String name;
    private final List<RasterSource> images;
    private final Grid grid;

    /**
     * Lays images over each other.
     *
     * @param name for messages
     * @param images with the same bands, the topmost last
     * @param grid in their CRS
     */
    public Mosaic(String name, List<RasterSource> images, Grid grid) {
        this.name = name;
        this.images = List.copyOf(images);
        this.grid = grid;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Grid grid() {
        return grid;
    }

    @Override
    public float[][] read(Window window, int... bands) {
        float[][] values = new float[bands.length][window.pixels()];
        for (float[] band : values) {
            Arrays.fill(band, Float.NaN);
        }
        Envelope place = grid.cropped(window).bounds();
        for (RasterSource image : images) {
            if (place.intersects((Envelope) image.grid().bounds())) {
                float[] above = new WarpedSource(image, bands, grid, WarpedSource.Sampling.NEAREST).read(window);
                for (int pixel = 0; pixel < window.pixels(); pixel++) {
                    if (!Float.isNaN(above[pixel * bands.length])) {
                        for (int band = 0; band < bands.length; band++) {
                            values[band][pixel] = above[pixel * bands.length + band];
                        }
                    }
                }
            }
        }
        return values;
    }

    @Override
    public void finish() {
        images.forEach(RasterSource::finish);
    }
}
