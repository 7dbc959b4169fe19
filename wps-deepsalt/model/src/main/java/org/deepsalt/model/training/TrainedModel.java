/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.training.split.Split;
import org.jspecify.annotations.Nullable;

/**
 * The result of a training run.
 *
 * @param net the way from a pixel to its estimate
 * @param parameters of everything that was trained
 * @param calibration of the intervals
 * @param applicabilityThreshold of the dissimilarity index
 * @param split which labelled pixels served what
 * @param pairs laboratory samples with a pixel
 * @param seen figures on test pixels that nothing has seen, of the regions that were learned from
 * @param unseen figures on the region that was withheld; null if none was
 * @param teacher figures of the teacher on laboratory samples that it has not seen
 * @param codes how alike the aligned codes are, on pairs that the alignment has not seen where it left some
 * @param curves per stage one entry per epoch: training and validation loss
 */
public record TrainedModel(
        EstimatorNet net,
        Parameters parameters,
        Calibration calibration,
        double applicabilityThreshold,
        Split split,
        int pairs,
        Evaluation seen,
        @Nullable Evaluation unseen,
        RegressionMetrics teacher,
        CodeCosines codes,
        Map<String, List<double[]>> curves) {

    /** Figures of all test pixels, in the unit of the target. */
    public RegressionMetrics test() {
        return seen.overall().metrics();
    }
}
