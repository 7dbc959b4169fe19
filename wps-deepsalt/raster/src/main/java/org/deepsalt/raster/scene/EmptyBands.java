/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.grid.Window;

/**
 * Finds bands that are filled with nodata throughout, as EnMAP's in deep water vapour are, where no METADATA.XML says
 * which. A few small windows are looked at, not the image: a band that has nothing in a window where others have data
 * is of no use to anybody. The first window of which at least half has data decides; where none is, as at the edge of
 * the swath, which the two detectors see a little differently, all windows together do.
 */
final class EmptyBands {
    private static final int SIDE = 16;

    /** Windows per direction; tiles of a product begin and end with background, so the middle comes first. */
    private static final double[] PLACES = {0.5, 0.3, 0.7, 0.1, 0.9};

    private final RasterSource image;
    private final boolean[] seen;

    private EmptyBands(RasterSource image, int bands) {
        this.image = image;
        this.seen = new boolean[bands];
    }

    /** The same bands, those without data marked; unchanged if every window is background. */
    static List<SpectralBand> mark(RasterSource image, List<SpectralBand> bands, Progress progress) {
        EmptyBands search = new EmptyBands(image, bands.size());
        search.look(progress);
        boolean nothing = IntStream.range(0, bands.size()).noneMatch(band -> search.seen[band]);
        return nothing ? bands : search.marked(bands);
    }

    private void look(Progress progress) {
        for (double down : PLACES) {
            for (double across : PLACES) {
                progress.report(0.5, "looking for bands without data");
                if (lookInto(window(across, down))) {
                    return;
                }
            }
        }
    }

    private Window window(double across, double down) {
        int width = Math.min(SIDE, image.grid().width());
        int height = Math.min(SIDE, image.grid().height());
        return new Window(
                (int) (across * (image.grid().width() - width)),
                (int) (down * (image.grid().height() - height)),
                width,
                height);
    }

    private boolean lookInto(Window window) {
        int bands = seen.length;
        float[] values = new float[window.pixels() * bands];
        image.read(window, IntStream.range(0, bands).toArray(), values);
        int pixelsWithData = 0;
        for (int pixel = 0; pixel < window.pixels(); pixel++) {
            boolean any = false;
            for (int band = 0; band < bands; band++) {
                float number = values[pixel * bands + band];
                any |= number != 0 && !Scene.isNoData(number);
            }
            // A pixel of zeros is background, and says nothing of its bands.
            for (int band = 0; band < bands && any; band++) {
                seen[band] |= !Scene.isNoData(values[pixel * bands + band]);
            }
            pixelsWithData += any ? 1 : 0;
        }
        return 2 * pixelsWithData >= window.pixels();
    }

    private List<SpectralBand> marked(List<SpectralBand> bands) {
        List<SpectralBand> marked = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            SpectralBand band = bands.get(i);
            marked.add(new SpectralBand(band.band(), band.gain(), band.offset(), band.hasData() && seen[i]));
        }
        return List.copyOf(marked);
    }
}
