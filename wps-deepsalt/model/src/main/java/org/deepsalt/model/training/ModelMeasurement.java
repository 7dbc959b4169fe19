/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.EvaluationSummary;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.distillation.RegressorOutput;
import org.deepsalt.model.training.distillation.StudentFitter;
import org.deepsalt.model.training.distillation.StudentTrainer;
import org.deepsalt.model.training.split.Split;

/**
 * Calibrates a trained student and measures it: on test pixels where some were set aside, else by the answers of students
 * that each left out a fold, whose intervals are then set by the other folds.
 */
record ModelMeasurement(
        TrainingData data,
        float[] logs,
        OutputRange range,
        StudentTrainer.Outcome schooled,
        Split split,
        Applicability applicability) {

    /**
     * What came out.
     *
     * @param seen figures of the regions that were learned from
     * @param withoutCovariates the same pixels without any covariate; null where the student needs them, or where test
     *     pixels were set aside
     * @param unseen figures of the region that was withheld; null if none was
     */
    record Result(Calibration calibration, Evaluation seen, EvaluationSummary withoutCovariates, Evaluation unseen) {}

    Result measure() {
        StudentFitter studies = schooled.studies();
        RegressorOutput opinion = studies.opinion(schooled.student());
        Matrix tokens = Applicability.tokens(
                studies.net(),
                schooled.student().parameters(),
                studies.lessons().reflectance(),
                studies.lessons().covariates());
        float[] dissimilarity = applicability.index(tokens.select(Rows.range(0, logs.length)));
        HeldOutEvaluation evaluation = new HeldOutEvaluation(data, logs);
        StudentTrainer.Crossed crossed = schooled.crossed();
        HeldOut material = crossed == null
                ? evaluation.answers(opinion, dissimilarity, split.calibration())
                : crossed.answers()
                        .with(applicability.crossed(tokens.select(Rows.range(0, logs.length)), crossed.folds()));
        Calibration.Source source = crossed == null ? Calibration.Source.SPLIT : Calibration.Source.CROSS;
        Calibration calibration = Calibration.fit(material, source, applicability.threshold(), true);
        Intervals intervals = intervals(calibration);
        double threshold = applicability.threshold();
        Evaluation unseen = null;
        if (split.unseen().length > 0) {
            HeldOut answers = evaluation.answers(opinion, dissimilarity, split.unseen());
            unseen = evaluation.evaluation(
                    evaluation.predictions(intervals, split.unseen(), answers), split.unseen(), threshold);
        }
        if (split.test().length > 0) {
            HeldOut answers = evaluation.answers(opinion, dissimilarity, split.test());
            Predictions predictions = evaluation.predictions(intervals, split.test(), answers);
            return new Result(calibration, evaluation.evaluation(predictions, split.test(), threshold), null, unseen);
        }
        Predictions predictions = crossed(evaluation, crossed.folds(), material);
        EvaluationSummary without = crossed.withoutCovariates() == null
                ? null
                : EvaluationSummary.of(
                        crossed(
                                evaluation,
                                crossed.folds(),
                                crossed.withoutCovariates().with(material.dissimilarity())),
                        Evaluation.CONFIDENCE);
        return new Result(calibration, evaluation.evaluation(predictions, crossed.rows(), threshold), without, unseen);
    }

    private Intervals intervals(Calibration calibration) {
        return calibration.intervals(Evaluation.CONFIDENCE, applicability.threshold(), range);
    }

    /** Each fold read with intervals that the others set. */
    private Predictions crossed(HeldOutEvaluation evaluation, List<int[]> folds, HeldOut answers) {
        List<Predictions> parts = new ArrayList<>();
        int at = 0;
        for (int[] fold : folds) {
            int[] own = Rows.range(at, at + fold.length);
            int[] others = Rows.joined(Rows.range(0, at), Rows.range(at + fold.length, answers.size()));
            Calibration calibration =
                    Calibration.fit(answers.select(others), Calibration.Source.CROSS, applicability.threshold(), true);
            parts.add(evaluation.predictions(intervals(calibration), fold, answers.select(own)));
            at += fold.length;
        }
        return Predictions.joined(parts);
    }
}
