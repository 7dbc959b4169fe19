/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.grid.Window;

/**
 * Turns windows of a scene into rows that a model understands: reflectances in the model's band order, then covariates;
 * only bare-soil pixels that have all of them but for covariates that are missing on purpose. Training and estimation
 * read through this, so that a model never sees pixels prepared in another way than those it learned from. Thread-safe.
 */
public final class PixelReader {
    private final Scene scene;
    private final CovariateStack covariates;
    private final MaskRules rules;
    private final int modelBands;
    private final int[] fileBands;
    private final int[] maskPlaces;
    private final float[] gains;
    private final float[] offsets;
    private final boolean noDataLooksPlausible;

    /**
     * Mask reasons of a window and the rows of its usable pixels.
     *
     * @param window where
     * @param reasons one {@link MaskReason} code per pixel, row by row
     * @param count pixels with code 0
     * @param rows these pixels in the same order: reflectances, then covariates; may be longer than they need
     * @param columns numbers per row
     * @param decodingNanos time that the scene's own files took; the rest went into preparing
     */
    public record Pixels(Window window, byte[] reasons, int count, float[] rows, int columns, long decodingNanos) {

        /** The row of a pixel with code 0, counted row by row from the window's upper left. */
        public float[] row(int pixel) {
            int before = 0;
            for (int i = 0; i < pixel; i++) {
                before += reasons[i] == 0 ? 1 : 0;
            }
            return Arrays.copyOfRange(rows, before * columns, (before + 1) * columns);
        }
    }

    /** Memory that one thread uses for window after window: new arrays of this size would keep the collector busy. */
    public static final class Buffer {
        private float[] values = {};
        private float[] rows = {};

        private float[] values(int size) {
            values = values.length < size ? new float[size] : values;
            return values;
        }

        private float[] rows(int size) {
            rows = rows.length < size ? new float[size] : rows;
            return rows;
        }
    }

    /**
     * Prepares to read the pixels that a model wants.
     *
     * @param bands the model's bands
     * @param tolerance see {@link Scene#match}
     */
    public PixelReader(Scene scene, CovariateStack covariates, MaskRules rules, List<Band> bands, double tolerance) {
        this.scene = scene;
        this.covariates = covariates;
        this.rules = rules;
        this.modelBands = bands.size();
        int[] matched = scene.match(bands, tolerance);
        int[] mask = scene.maskBands();
        int[] present = Arrays.stream(mask).filter(band -> band >= 0).toArray();
        this.fileBands = Arrays.copyOf(matched, matched.length + present.length);
        System.arraycopy(present, 0, fileBands, matched.length, present.length);
        this.maskPlaces = new int[mask.length];
        int place = modelBands;
        for (int i = 0; i < mask.length; i++) {
            maskPlaces[i] = mask[i] < 0 ? -1 : place++;
        }
        this.gains = new float[fileBands.length];
        this.offsets = new float[fileBands.length];
        for (int i = 0; i < fileBands.length; i++) {
            SpectralBand band = scene.bands().get(fileBands[i]);
            gains[i] = (float) band.gain();
            offsets[i] = (float) band.offset();
        }
        this.noDataLooksPlausible = IntStream.range(0, gains.length)
                .anyMatch(i -> MaskRules.isPlausible(Scene.ENMAP_NO_DATA * gains[i] + offsets[i]));
    }

    /** The scene that is read. */
    public Scene scene() {
        return scene;
    }

    /** Numbers per row: reflectances and covariates. */
    public int columns() {
        return modelBands + covariates.size();
    }

    /** The masks that this scene does not allow, one sentence each, for people. */
    public List<String> skippedMasks() {
        return SkippedMasks.of(scene, rules);
    }

    /** Reads a window of the scene. */
    public Pixels read(Window window) {
        return read(window, new Buffer());
    }

    /** The same; the pixels are good until the buffer is used for another window. */
    public Pixels read(Window window, Buffer buffer) {
        float[] values = buffer.values(window.pixels() * fileBands.length);
        long start = System.nanoTime();
        scene.image().read(window, fileBands, values);
        long decoding = System.nanoTime() - start;
        byte[] reasons = new byte[window.pixels()];
        for (int pixel = 0; pixel < reasons.length; pixel++) {
            reasons[pixel] = scale(values, pixel * fileBands.length);
        }
        float[] spectrum = new float[maskPlaces.length];
        scene.quality()
                .apply(
                        window,
                        Arrays.copyOf(fileBands, modelBands),
                        rules.quality(),
                        pixel -> rules.mayBeSnow(maskSpectrum(values, pixel, spectrum)),
                        reasons);
        for (int pixel = 0; pixel < reasons.length; pixel++) {
            if (reasons[pixel] == 0) {
                reasons[pixel] =
                        rules.judge(maskSpectrum(values, pixel, spectrum)).code();
            }
        }
        float[] beside = covariates.read(window);
        int count = requireCovariates(beside, reasons);
        float[] rows = buffer.rows(count * columns());
        fill(rows, values, beside, reasons);
        return new Pixels(window, reasons, count, rows, columns(), decoding);
    }

    /**
     * Makes sure, after the last window, that no file is damaged below the rows that were read of its blocks; nobody
     * may be reading.
     *
     * @throws DeepSaltException if one is
     */
    public void finish() {
        scene.image().finish();
        scene.quality().finish();
        covariates.finish();
    }

    /** A pixel's reflectances at the wavelengths of the masks, NaN where the scene has no such band. */
    private float[] maskSpectrum(float[] values, int pixel, float[] spectrum) {
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = maskPlaces[i] < 0 ? Float.NaN : values[pixel * fileBands.length + maskPlaces[i]];
        }
        return spectrum;
    }

    /**
     * Turns a pixel's numbers into reflectances and says whether they can be used. One without any number but 0 is
     * background, which tools that cut images fill with 0 and do not declare: no soil reflects nothing in every band.
     */
    private byte scale(float[] values, int at) {
        int end = at + fileBands.length;
        boolean some = isSome(values, at, end);
        boolean bad = noDataLooksPlausible && lacksNumbers(values, at, end);
        // By itself, so that Java computes many at a time.
        for (int i = 0; i < fileBands.length; i++) {
            values[at + i] = values[at + i] * gains[i] + offsets[i];
        }
        if (!some) {
            return MaskReason.BACKGROUND.code();
        }
        return bad || !arePlausible(values, at, end) ? MaskReason.BAD_INPUT.code() : 0;
    }

    /** Nearly always the first number tells. */
    private static boolean isSome(float[] numbers, int from, int end) {
        for (int i = from; i < end; i++) {
            if (numbers[i] != 0 && !Scene.isNoData(numbers[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean lacksNumbers(float[] numbers, int from, int end) {
        for (int i = from; i < end; i++) {
            if (Scene.isNoData(numbers[i])) {
                return true;
            }
        }
        return false;
    }

    /** What NaN becomes is not. */
    private static boolean arePlausible(float[] reflectances, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!MaskRules.isPlausible(reflectances[i])) {
                return false;
            }
        }
        return true;
    }

    /** Masks pixels that lack a covariate; returns how many are left. */
    private int requireCovariates(float[] beside, byte[] reasons) {
        int width = covariates.size();
        int count = 0;
        for (int pixel = 0; pixel < reasons.length; pixel++) {
            for (int i = 0; i < width && reasons[pixel] == 0; i++) {
                if (Float.isNaN(beside[pixel * width + i]) && !covariates.isMissing(i)) {
                    reasons[pixel] = MaskReason.BAD_INPUT.code();
                }
            }
            count += reasons[pixel] == 0 ? 1 : 0;
        }
        return count;
    }

    private void fill(float[] rows, float[] values, float[] beside, byte[] reasons) {
        int width = covariates.size();
        int at = 0;
        for (int pixel = 0; pixel < reasons.length; pixel++) {
            if (reasons[pixel] == 0) {
                System.arraycopy(values, pixel * fileBands.length, rows, at, modelBands);
                System.arraycopy(beside, pixel * width, rows, at + modelBands, width);
                at += columns();
            }
        }
    }
}
