/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.BandMatch;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;

/**
 * Draws pixels of dense green vegetation from scenes, which bare soils are mixed with in a training: what grows there,
 * lit as it is. Only some windows of a large scene are read. Not thread-safe.
 */
public final class VegetationSampler {
    private static final int SIDE = 128;
    private static final int MOST_WINDOWS = 16;
    private static final int MOST_PIXELS = 256;

    /** Closed canopies have more. */
    private static final double DENSE = 0.6;

    private static final double RED = 660;
    private static final double INFRARED = 800;
    private static final double TOLERANCE = 15;

    private final List<Band> bands;
    private final double tolerance;
    private final long seed;
    private final int red;
    private final int infrared;
    private final Reservoir drawn = new Reservoir(MOST_PIXELS);

    /**
     * A sampler for the bands of a model.
     *
     * @param bands without a red and a near-infrared one no vegetation is found
     * @param tolerance see {@link Scene#match}
     */
    public VegetationSampler(List<Band> bands, double tolerance, long seed) {
        this.bands = List.copyOf(bands);
        this.tolerance = tolerance;
        this.seed = seed;
        boolean[] usable = new boolean[bands.size()];
        Arrays.fill(usable, true);
        this.red = BandMatch.nearest(RED, bands, usable, TOLERANCE);
        this.infrared = BandMatch.nearest(INFRARED, bands, usable, TOLERANCE);
    }

    /**
     * Draws from scenes.
     *
     * @return reflectances, one row per pixel, columns as the bands; no row where nothing dense grows
     */
    public Matrix sample(List<Scene> scenes, Progress progress) {
        for (int i = 0; red >= 0 && infrared >= 0 && i < scenes.size(); i++) {
            progress.report(
                    (double) i / scenes.size(),
                    "reading vegetation of " + scenes.get(i).layer());
            draw(scenes.get(i), i);
        }
        float[][] rows = drawn.kept().stream()
                .sorted(DrawnPixel.BY_RANK)
                .map(DrawnPixel::row)
                .toArray(float[][]::new);
        return Matrix.of(rows, bands.size());
    }

    private void draw(Scene scene, int number) {
        CovariateStack none = new CovariateStack(scene.grid(), List.of());
        PixelReader reader = new PixelReader(scene, none, MaskRules.WITH_VEGETATION, bands, tolerance);
        List<Window> windows = scene.grid().all().tiles(SIDE);
        int count = Math.min(MOST_WINDOWS, windows.size());
        IntStream.range(0, count)
                .map(i -> (int) ((long) windows.size() * i / count))
                .forEach(window -> draw(reader.read(windows.get(window)), number));
    }

    private void draw(PixelReader.Pixels pixels, int number) {
        Window window = pixels.window();
        int next = 0;
        for (int pixel = 0; pixel < pixels.reasons().length; pixel++) {
            if (pixels.reasons()[pixel] == 0) {
                int at = next++ * pixels.columns();
                int column = window.x() + pixel % window.width();
                int row = window.y() + pixel / window.width();
                long rank = DrawnPixel.randomRank(seed, number, column, row);
                if (isDense(pixels.rows(), at) && drawn.takes(rank)) {
                    float[] spectrum = Arrays.copyOfRange(pixels.rows(), at, at + pixels.columns());
                    drawn.offer(new DrawnPixel(rank, spectrum, column, row, ""));
                }
            }
        }
    }

    private boolean isDense(float[] rows, int at) {
        double sum = rows[at + infrared] + (double) rows[at + red];
        return sum > 0 && (rows[at + infrared] - (double) rows[at + red]) / sum > DENSE;
    }
}
