/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.EvaluationSummary;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.split.Split;
import org.jspecify.annotations.Nullable;

/**
 * A trained net with its calibration, its split and its figures.
 *
 * @param net the way from a pixel to its estimate
 * @param parameters of everything that was trained
 * @param calibration of the intervals
 * @param exceedance how likely thresholds are exceeded
 * @param applicabilityThreshold of the dissimilarity index
 * @param split how the labelled pixels were split
 * @param folds labelled pixels that students left out by turns, for figures and calibration; empty if parts were set
 *     aside
 * @param pairs laboratory samples and the likeliest pixel of each
 * @param seen figures on pixels that whoever answered had not seen, of the regions that were learned from
 * @param withoutCovariates the same without any covariate; null where that was not measured
 * @param unseen figures on the region that was withheld; null if none was
 * @param teacher figures of the teacher on laboratory samples that it has not seen
 * @param codes how alike the aligned codes are, on pairs that the alignment has not seen where it left some
 * @param curves per stage one entry per epoch: training and validation loss
 */
@RecordBuilder
public record TrainedModel(
        EstimatorNet net,
        Parameters parameters,
        Calibration calibration,
        Exceedance exceedance,
        double applicabilityThreshold,
        Split split,
        List<int[]> folds,
        List<Pairing.Pair> pairs,
        Evaluation seen,
        @Nullable EvaluationSummary withoutCovariates,
        @Nullable Evaluation unseen,
        RegressionMetrics teacher,
        CodeCosines codes,
        Map<String, List<double[]>> curves) {

    /**
     * Median distance in km from a pixel that is measured to the nearest one that the net which estimated it had
     * learned from.
     */
    public double testDistance(Coordinates coordinates) {
        return split.test().length > 0 ? split.testDistance(coordinates) : Split.testDistance(coordinates, folds);
    }

    /** Figures of all test pixels, in the unit of the target. */
    public RegressionMetrics test() {
        return seen.overall().metrics();
    }
}
