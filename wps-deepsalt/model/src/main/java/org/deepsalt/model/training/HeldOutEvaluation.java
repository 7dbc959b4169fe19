/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Groupings;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.Covariate;
import org.deepsalt.model.training.data.Labels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.distillation.RegressorOutput;

/**
 * Predictions of a trained student at the labelled pixels, and their evaluation at those that it was not fitted on.
 *
 * @param data of the training
 * @param labels natural logarithms of the target, one per labelled pixel
 * @param output the student's, for the same rows
 * @param dissimilarity index of the same rows
 */
record HeldOutEvaluation(TrainingData data, float[] labels, RegressorOutput output, float[] dissimilarity) {

    /** Held-out predictions of some rows, for a calibration. */
    HeldOut heldOut(int[] rows) {
        return new HeldOut(
                Rows.of(labels, rows),
                Labels.column(output.mean(), rows),
                Labels.column(output.scale(), rows),
                Rows.of(dissimilarity, rows));
    }

    /** Error measures of some rows, overall and in groups. */
    Evaluation evaluation(Intervals intervals, int[] rows) {
        float[] answers = new float[rows.length * EstimatorNet.OUTPUTS];
        for (int i = 0; i < rows.length; i++) {
            answers[i * EstimatorNet.OUTPUTS] = output.mean().get(rows[i], 0);
            answers[i * EstimatorNet.OUTPUTS + 1] = output.scale().get(rows[i], 0);
            answers[i * EstimatorNet.OUTPUTS + 2] = dissimilarity[rows[i]];
        }
        Predictions predictions = intervals.predictions(Rows.of(data.labels(), rows), answers);
        List<String> names = data.covariates().stream().map(Covariate::name).toList();
        Pixels pixels = data.labelled().select(rows);
        return Evaluation.of(
                predictions,
                Evaluation.CONFIDENCE,
                List.of(
                        Groupings.salinity(predictions.observed(), SalinityClass.UNIT),
                        Groupings.texture(names, pixels.covariates()),
                        Groupings.climate(names, pixels.covariates()),
                        Groupings.region(pixels.regions()),
                        Groupings.applicability(predictions.dissimilarity(), intervals.threshold())));
    }
}
