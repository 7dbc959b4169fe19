/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

/**
 * Everything that is measured of a set of predictions.
 *
 * @param metrics in the unit of the target
 * @param log1p root mean square error and R2 of ln(1 + target), which a few very saline soils do not rule
 * @param intervals coverage and width of the prediction intervals
 */
public record EvaluationSummary(RegressionMetrics metrics, Log1p log1p, IntervalMetrics intervals) {
    /**
     * Figures on the scale ln(1 + target).
     *
     * @param rmse root mean square error
     * @param r2 coefficient of determination; NaN where it is not defined
     */
    public record Log1p(double rmse, double r2) {}

    /** Measures predictions with intervals of a confidence. */
    public static EvaluationSummary of(Predictions predictions, double confidence) {
        RegressionMetrics logs = RegressionMetrics.of(log1p(predictions.observed()), log1p(predictions.estimate()));
        return new EvaluationSummary(
                RegressionMetrics.of(predictions.observed(), predictions.estimate()),
                new Log1p(logs.rmse(), logs.r2()),
                IntervalMetrics.of(predictions, confidence));
    }

    private static float[] log1p(float[] values) {
        float[] logs = new float[values.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = (float) Math.log1p(values[i]);
        }
        return logs;
    }
}
