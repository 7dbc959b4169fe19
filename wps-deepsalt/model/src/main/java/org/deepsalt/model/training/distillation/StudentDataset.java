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
 * What the student learns from, one row per pixel: first the labelled pixels, then, where weak labels are wanted, those
 * of the pairs with the laboratory's EC of their partner, then, where a committee speaks, pixels with its opinion.
 *
 * @param judged codes of which the teacher has an opinion: of a pair the laboratory's, else the satellite's
 * @param tokens codes followed by covariates, bounded to [0, 1]
 * @param freeTokens the same with covariates that may leave [0, 1]
 * @param labels the target on the head's scale, one column
 * @param witnesses the same column with what the scale of the answer is learned from
 * @param labelled number of rows with a label of their own
 * @param known number of rows with a label of their own or of the laboratory
 */
public record StudentDataset(
        Matrix judged, Matrix tokens, Matrix freeTokens, Matrix labels, Matrix witnesses, int labelled, int known) {

    /** @param pairs that carry a weak label, or none; rows in their order */
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
        Matrix judged = codes.select(Rows.range(0, data.labels().length))
                .above(encoders.laboratoryCodes(data.library().absorbance().select(samples)));
        Matrix labels = Labels.learned(data.labels(), head).above(Labels.learned(weak, head));
        return new StudentDataset(
                judged,
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
     * @param committee says what it thinks of tokens
     */
    StudentDataset with(Pixels free, Encoders encoders, MinMaxScaler scaler, Function<Matrix, Ensemble> committee) {
        Matrix codes = encoders.satelliteCodes(free.reflectance());
        Matrix bounded = codes.beside(scaler.applyBounded(free.covariates()));
        Ensemble opinion = committee.apply(bounded);
        return new StudentDataset(
                judged.above(codes),
                tokens.above(bounded),
                freeTokens.above(codes.beside(scaler.apply(free.covariates()))),
                labels.above(opinion.mean()),
                witnesses.above(opinion.witness()),
                labelled,
                known);
    }
}
