/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.spectra.Matrix;
import org.deepsalt.model.spectra.MinMaxScaler;

/**
 * What the student learns from, one row per pixel: first the labelled pixels, then those of the pairs, which carry the
 * laboratory's EC of their partner as a weak label.
 *
 * @param codes standardised satellite codes
 * @param tokens codes followed by covariates, bounded to [0, 1]
 * @param freeTokens the same with covariates that may leave [0, 1]
 * @param labels natural logarithms of the target, one column
 * @param labelled number of rows with a label of their own
 */
record Lessons(Matrix codes, Matrix tokens, Matrix freeTokens, Matrix labels, int labelled) {

    static Lessons of(
            TrainingData data, List<Pairing.Pair> pairs, Encoders encoders, MinMaxScaler scaler, OutputRange range) {
        int[] pixels = pairs.stream().mapToInt(Pairing.Pair::pixel).toArray();
        Pixels paired = data.unlabelled().select(pixels);
        Matrix covariates = data.labelled().covariates().above(paired.covariates());
        Matrix codes = encoders.satelliteCodes(data.labelled().reflectance().above(paired.reflectance()));
        float[] weak = new float[pixels.length];
        for (int i = 0; i < weak.length; i++) {
            weak[i] = data.library().ece()[pairs.get(i).sample()];
        }
        return new Lessons(
                codes,
                codes.beside(scaler.applyBounded(covariates)),
                codes.beside(scaler.apply(covariates)),
                Logs.of(data.labels(), range).above(Logs.of(weak, range)),
                data.labels().length);
    }

    /** The rows to learn from: labelled pixels and all pairs. */
    int[] training(int[] chosen) {
        return Rows.joined(chosen, Rows.range(labelled, labels.rows()));
    }
}
