/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.Labels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.pairing.Pairing;

/**
 * The table that the student learns from, one row per pixel: first the labelled pixels, then, where weak labels are
 * wanted, those of the pairs with the laboratory's EC of their partner. Or pixels with the output of an ensemble.
 *
 * @param teacherInputs codes of which the teacher has an output: of a pair the laboratory's, else the satellite's
 * @param reflectance of the pixels
 * @param covariates in their units
 * @param labels the target on the head's scale, one column
 * @param scaleTargets the same column with what the scale of the answer is learned from
 * @param labelled number of rows with a label of their own
 */
public record StudentDataset(
        Matrix teacherInputs, Matrix reflectance, Matrix covariates, Matrix labels, Matrix scaleTargets, int labelled) {

    /** @param pairs that carry a weak label, or none; rows in their order */
    static StudentDataset of(TrainingData data, List<Pairing.Pair> pairs, Encoders encoders, Head head) {
        int[] pixels = pairs.stream().mapToInt(Pairing.Pair::pixel).toArray();
        Pixels paired = data.pixels().select(pixels);
        float[] weak = new float[pixels.length];
        for (int i = 0; i < weak.length; i++) {
            weak[i] = data.value(pairs.get(i).sample());
        }
        // Samples beyond the library's have no spectrum that its encoder knows; they come last.
        int known = data.library().size();
        int[] partners = pairs.stream().mapToInt(Pairing.Pair::sample).toArray();
        int[] samples = Rows.where(partners, sample -> sample < known);
        Matrix teacherInputs = encoders.satelliteCodes(data.labelled().reflectance())
                .above(encoders.laboratoryCodes(data.library().absorbance().select(samples)));
        if (samples.length < pixels.length) {
            int[] others = Rows.range(samples.length, pixels.length);
            teacherInputs = teacherInputs.above(
                    encoders.satelliteCodes(paired.select(others).reflectance()));
        }
        Matrix own = Labels.learned(data.labels(), head);
        return new StudentDataset(
                teacherInputs,
                data.labelled().reflectance().above(paired.reflectance()),
                data.labelled().covariates().above(paired.covariates()),
                own.above(Labels.learned(weak, head)),
                own.above(Labels.scaleTargets(data, partners, head)),
                data.labels().length);
    }

    /** Pixels with the joint prediction of an ensemble in place of labels. */
    static StudentDataset of(Matrix reflectance, Matrix covariates, Ensemble output) {
        int rows = reflectance.rows();
        return new StudentDataset(
                Matrix.zeros(rows, 0), reflectance, covariates, output.mean(), output.scaleTarget(), 0);
    }

    int size() {
        return labels.rows();
    }

    /** The same rows without any covariate. */
    Matrix withoutCovariates() {
        Matrix missing = Matrix.zeros(covariates.rows(), covariates.columns());
        Arrays.fill(missing.values(), Float.NaN);
        return missing;
    }
}
