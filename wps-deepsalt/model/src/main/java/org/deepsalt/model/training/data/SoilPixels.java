/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;

/**
 * Laboratory samples as pixels that a satellite would see if they lay bare on the ground, with the property that the
 * laboratory measured. The arrays run in step with the pixels.
 *
 * @param pixels their covariates are NaN; regions are those by which samples are left out together
 * @param values the property in its unit
 * @param certainty 1 where it was measured, else the share of its spread that a reading explains
 * @param vegetation reflectance of dense vegetation of the scenes in the same bands, which pixels are mixed with; no
 *     row where the scenes have none
 * @param exact whether row after row belongs to the sample of the training's library in the same row
 */
public record SoilPixels(Pixels pixels, float[] values, float[] certainty, Matrix vegetation, boolean exact) {

    /** No samples. */
    public static SoilPixels none(int bands, int covariates) {
        Pixels none = new Pixels(
                Matrix.zeros(0, bands),
                Matrix.zeros(0, covariates),
                new Coordinates(new double[0], new double[0]),
                List.of());
        return new SoilPixels(none, new float[0], new float[0], Matrix.zeros(0, bands), false);
    }

    /** Some samples, in the order given. */
    public SoilPixels select(int[] rows) {
        return new SoilPixels(pixels.select(rows), Rows.of(values, rows), Rows.of(certainty, rows), vegetation, exact);
    }

    /** The same samples with values and certainties of others of the same order, those of the training's library. */
    public SoilPixels exactly(FtirLibrary library) {
        return new SoilPixels(pixels, library.ece(), library.certainty(), vegetation, true);
    }

    /** Rows whose property was measured. */
    public int[] measured() {
        return IntStream.range(0, size()).filter(row -> certainty[row] == 1).toArray();
    }

    /** Number of samples. */
    public int size() {
        return values.length;
    }
}
