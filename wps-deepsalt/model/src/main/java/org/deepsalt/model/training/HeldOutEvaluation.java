/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Groupings;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.metrics.Reliability;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.Covariate;
import org.deepsalt.model.training.data.Labels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.distillation.RegressorOutput;

/** Measures answers for labelled pixels that had not been learned from. Holds no state of its own. */
final class HeldOutEvaluation {
    private final TrainingData data;
    private final float[] logs;

    /**
     * An evaluation by the labels of a training.
     *
     * @param data of the training
     * @param logs natural logarithms of the target, one per labelled pixel
     */
    HeldOutEvaluation(TrainingData data, float[] logs) {
        this.data = data;
        this.logs = logs;
    }

    /** A student's answers for some rows. */
    HeldOut answers(RegressorOutput output, float[] dissimilarity, int[] rows) {
        return new HeldOut(
                Rows.of(logs, rows),
                Labels.column(output.mean(), rows),
                Labels.column(output.scale(), rows),
                Rows.of(dissimilarity, rows));
    }

    /** How answers are read at an interval's confidence. */
    Predictions predictions(Intervals intervals, int[] rows, HeldOut answers) {
        float[] numbers = new float[rows.length * EstimatorNet.OUTPUTS];
        for (int i = 0; i < rows.length; i++) {
            numbers[i * EstimatorNet.OUTPUTS] = answers.mean()[i];
            numbers[i * EstimatorNet.OUTPUTS + 1] = answers.scale()[i];
            numbers[i * EstimatorNet.OUTPUTS + 2] = answers.dissimilarity()[i];
        }
        return intervals.predictions(Rows.of(data.labels(), rows), numbers);
    }

    /** Figures of some rows, overall and in groups. */
    Evaluation evaluation(ModelMeasurement.Readings readings, int[] rows, double threshold) {
        Predictions predictions = readings.predictions();
        List<String> names = data.covariates().stream().map(Covariate::name).toList();
        Pixels pixels = data.labelled().select(rows);
        Evaluation evaluation = Evaluation.of(
                predictions,
                Evaluation.CONFIDENCE,
                List.of(
                        Groupings.salinity(predictions.observed(), SalinityClass.UNIT),
                        Groupings.texture(names, pixels.covariates()),
                        Groupings.climate(names, pixels.covariates()),
                        Groupings.region(pixels.regions()),
                        Groupings.applicability(predictions.dissimilarity(), threshold)));
        return evaluation.with(Reliability.of(Exceedance.SALINE, readings.saline(), predictions.observed()));
    }
}
