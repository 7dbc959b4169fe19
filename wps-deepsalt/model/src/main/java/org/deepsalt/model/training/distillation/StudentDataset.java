/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.Labels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.pairing.Pairing;

/**
 * The rows that the student learns from, one per pixel: first the labelled pixels, then, where weak labels are wanted,
 * those of the pairs with the laboratory's EC of their partner, then, where an ensemble is distilled, pixels with its
 * prediction.
 *
 * @param teacherInputs codes that the teacher is run on: of a pair the laboratory's, else the satellite's
 * @param tokens codes followed by covariates, bounded to [0, 1]
 * @param freeTokens the same with covariates that may leave [0, 1]
 * @param labels the target on the head's scale, one column
 * @param scaleTargets the same column, from which the scale of the prediction is learned
 * @param labelled number of rows with a label of their own
 * @param known number of rows with a label of their own or of the laboratory
 */
public record StudentDataset(
        Matrix teacherInputs,
        Matrix tokens,
        Matrix freeTokens,
        Matrix labels,
        Matrix scaleTargets,
        int labelled,
        int known) {

    /**
     * The labelled rows and those of the pairs.
     *
     * @param pairs that carry a weak label, or none; rows in their order
     */
    static StudentDataset of(
            TrainingData data, List<Pairing.Pair> pairs, Encoders encoders, MinMaxScaler scaler, Head head) {
        int[] pixels = pairs.stream().mapToInt(Pairing.Pair::pixel).toArray();
        Pixels paired = data.unlabelled().select(pixels);
        Matrix covariates = data.labelled().covariates().above(paired.covariates());
        Matrix codes = encoders.satelliteCodes(data.labelled().reflectance().above(paired.reflectance()));
        float[] weak = new float[pixels.length];
        for (int i = 0; i < weak.length; i++) {
            weak[i] = data.library().ece()[pairs.get(i).sample()];
        }
        int[] samples = pairs.stream().mapToInt(Pairing.Pair::sample).toArray();
        Matrix teacherInputs = codes.select(Rows.range(0, data.labels().length))
                .above(encoders.laboratoryCodes(data.library().absorbance().select(samples)));
        Matrix labels = Labels.learned(data.labels(), head).above(Labels.learned(weak, head));
        return new StudentDataset(
                teacherInputs,
                codes.beside(scaler.applyBounded(covariates)),
                codes.beside(scaler.apply(covariates)),
                labels,
                labels,
                data.labels().length,
                labels.rows());
    }

    /**
     * The same followed by pixels without a label.
     *
     * @param ensemble from tokens, one row each, to the joint prediction of its members
     */
    StudentDataset with(
            Pixels unlabelled, Encoders encoders, MinMaxScaler scaler, Function<Matrix, Ensemble> ensemble) {
        Matrix codes = encoders.satelliteCodes(unlabelled.reflectance());
        Matrix bounded = codes.beside(scaler.applyBounded(unlabelled.covariates()));
        Ensemble predicted = ensemble.apply(bounded);
        return new StudentDataset(
                teacherInputs.above(codes),
                tokens.above(bounded),
                freeTokens.above(codes.beside(scaler.apply(unlabelled.covariates()))),
                labels.above(predicted.mean()),
                scaleTargets.above(predicted.scaleTarget()),
                labelled,
                known);
    }
}
