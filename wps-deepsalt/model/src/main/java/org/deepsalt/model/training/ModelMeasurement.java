/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.estimator.ThresholdProbability;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.EvaluationSummary;
import org.deepsalt.model.metrics.LandFigures;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.distillation.RegressorOutput;
import org.deepsalt.model.training.distillation.StudentFitter;
import org.deepsalt.model.training.distillation.StudentTrainer;
import org.deepsalt.model.training.split.Split;
import org.jspecify.annotations.Nullable;

/**
 * Calibrates a trained student and measures it: on test pixels where some were set aside, else by the answers of
 * students that each left out a fold, whose intervals are then set by the other folds.
 */
final class ModelMeasurement {
    private static final int MOST_LAND = 16_384;

    private final TrainingData data;
    private final float[] logs;
    private final OutputRange range;
    private final StudentTrainer.Outcome result;
    private final Split split;
    private final Applicability applicability;

    ModelMeasurement(
            TrainingData data,
            float[] logs,
            OutputRange range,
            StudentTrainer.Outcome result,
            Split split,
            Applicability applicability) {
        this.data = data;
        this.logs = logs;
        this.range = range;
        this.result = result;
        this.split = split;
        this.applicability = applicability;
    }

    /**
     * Calibration of a model and its figures.
     *
     * @param calibration of the intervals
     * @param exceedance of thresholds
     * @param seen figures of the regions that were learned from
     * @param withoutCovariates the same pixels without any covariate; null where the student needs them, or where test
     *     pixels were set aside
     * @param unseen figures of the region that was withheld; null if none was
     */
    record Result(
            Calibration calibration,
            Exceedance exceedance,
            Evaluation seen,
            @Nullable EvaluationSummary withoutCovariates,
            @Nullable Evaluation unseen) {}

    Result measure() {
        StudentFitter fitter = result.fitter();
        RegressorOutput output = fitter.predict(result.student());
        Matrix tokens = Applicability.tokens(
                        fitter.net(),
                        result.student().parameters(),
                        fitter.dataset().reflectance(),
                        fitter.dataset().covariates())
                .select(Rows.range(0, logs.length));
        float[] dissimilarity = applicability.index(tokens);
        HeldOutEvaluation evaluation = new HeldOutEvaluation(data, logs);
        StudentTrainer.@Nullable Crossed crossed = result.crossed();
        HeldOut material = crossed == null
                ? evaluation.answers(output, dissimilarity, split.calibration())
                : crossed.answers().with(applicability.crossed(tokens, crossed.folds()));
        Reader reader = Reader.of(
                material,
                crossed == null ? Calibration.Source.SPLIT : Calibration.Source.CROSS,
                applicability.threshold(),
                range);
        @Nullable
        Evaluation unseen = split.unseen().length == 0
                ? null
                : evaluation.evaluation(
                        reader.read(
                                evaluation, split.unseen(), evaluation.answers(output, dissimilarity, split.unseen())),
                        split.unseen(),
                        applicability.threshold());
        Readings seen = split.test().length > 0
                ? reader.read(evaluation, split.test(), evaluation.answers(output, dissimilarity, split.test()))
                : crossed(evaluation, across(crossed).folds(), material);
        @Nullable
        EvaluationSummary without = crossed == null || crossed.withoutCovariates() == null || split.test().length > 0
                ? null
                : EvaluationSummary.of(
                        crossed(
                                        evaluation,
                                        crossed.folds(),
                                        crossed.withoutCovariates().with(material.dissimilarity()))
                                .predictions(),
                        Evaluation.CONFIDENCE);
        return new Result(
                reader.calibration,
                reader.exceedance,
                evaluation
                        .evaluation(
                                seen,
                                split.test().length > 0
                                        ? split.test()
                                        : across(crossed).rows(),
                                applicability.threshold())
                        .with(LandFigures.of(seen.predictions(), seen.saline(), Exceedance.SALINE, land(reader))),
                without,
                unseen);
    }

    private static StudentTrainer.Crossed across(StudentTrainer.@Nullable Crossed crossed) {
        return Objects.requireNonNull(crossed, "a split has test pixels, or students that each left out a fold");
    }

    /** Estimates at pixels without a label, of the regions that were learned from. */
    private float[] land(Reader reader) {
        Set<String> regions =
                new HashSet<>(data.labelled().select(split.learned()).regions());
        Pixels all = data.unlabelled();
        int[] rows = IntStream.range(0, all.size())
                .filter(row -> regions.contains(all.regions().get(row)))
                .limit(MOST_LAND)
                .toArray();
        // Pixels of a region that goes by another name than that of the samples: all are land then.
        Pixels land = all.select(rows.length > 0 ? rows : Rows.range(0, Math.min(MOST_LAND, all.size())));
        float[] means = result.fitter()
                .predict(result.student(), land.reflectance(), land.covariates())
                .mean()
                .values();
        float[] estimates = new float[means.length];
        for (int i = 0; i < estimates.length; i++) {
            estimates[i] = reader.intervals.estimate(means[i]);
        }
        return estimates;
    }

    /**
     * Answers in the unit of the target.
     *
     * @param predictions estimates and intervals
     * @param saline probabilities of lying above {@link Exceedance#SALINE}
     */
    record Readings(Predictions predictions, float[] saline) {}

    /** Turns answers into estimates, intervals and probabilities, calibrated on held-out ones. */
    private record Reader(
            Calibration calibration, Exceedance exceedance, Intervals intervals, ThresholdProbability saline) {

        private static Reader of(HeldOut material, Calibration.Source source, double threshold, OutputRange range) {
            Calibration calibration = Calibration.fit(material, source, threshold, true);
            Exceedance exceedance = Exceedance.fit(material, threshold);
            return new Reader(
                    calibration,
                    exceedance,
                    calibration.intervals(Evaluation.CONFIDENCE, threshold, range),
                    exceedance.above(Exceedance.SALINE, threshold));
        }

        private Readings read(HeldOutEvaluation evaluation, int[] rows, HeldOut answers) {
            return new Readings(evaluation.predictions(intervals, rows, answers), saline.of(answers));
        }
    }

    /** Reads each fold with the calibration of the others. */
    private Readings crossed(HeldOutEvaluation evaluation, List<int[]> folds, HeldOut answers) {
        List<Predictions> parts = new ArrayList<>();
        float[] saline = new float[answers.size()];
        int at = 0;
        for (int[] fold : folds) {
            int[] own = Rows.range(at, at + fold.length);
            int[] others = Rows.joined(Rows.range(0, at), Rows.range(at + fold.length, answers.size()));
            Readings part = Reader.of(
                            answers.select(others), Calibration.Source.CROSS, applicability.threshold(), range)
                    .read(evaluation, fold, answers.select(own));
            parts.add(part.predictions());
            System.arraycopy(part.saline(), 0, saline, at, fold.length);
            at += fold.length;
        }
        return new Readings(Predictions.joined(parts), saline);
    }
}
