/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Errors of predictions against observations, in the unit of the target: R2 = 1 - SSE/SST, RPD = SD/RMSE (Chang et al.
 * 2001, Soil Sci. Soc. Am. J. 65, 480-490), RPIQ = IQR/RMSE (Bellon-Maurel et al. 2010, Trends Anal. Chem. 29,
 * 1073-1081), CCC after Lin 1989 (Biometrics 45, 255-268), quartiles as R and NumPy take them by default (Hyndman and
 * Fan 1996, type 7). NaN where a figure is not defined, as R2 for samples that are all alike.
 *
 * @param count samples
 * @param mae mean absolute error
 * @param rmse root mean square error
 * @param r2 coefficient of determination
 * @param bias mean of predicted minus observed
 * @param rpd ratio of performance to deviation
 * @param rpiq ratio of performance to interquartile range
 * @param ccc concordance correlation coefficient
 */
@RecordBuilder
public record RegressionMetrics(
        long count, double mae, double rmse, double r2, double bias, double rpd, double rpiq, double ccc) {

    /** Compares predictions with observations, in the same order and unit. */
    public static RegressionMetrics of(float[] observed, float[] predicted) {
        int n = observed.length;
        if (predicted.length != n) {
            throw new IllegalArgumentException(n + " observations but " + predicted.length + " predictions");
        }
        double meanObserved = mean(observed);
        double meanPredicted = mean(predicted);
        double absolute = 0;
        double sse = 0;
        double sst = 0;
        double spread = 0;
        double joint = 0;
        for (int i = 0; i < n; i++) {
            double error = predicted[i] - observed[i];
            double o = observed[i] - meanObserved;
            double p = predicted[i] - meanPredicted;
            absolute += Math.abs(error);
            sse += error * error;
            sst += o * o;
            spread += p * p;
            joint += o * p;
        }
        double bias = meanPredicted - meanObserved;
        double rmse = Math.sqrt(sse / n);
        return RegressionMetricsBuilder.builder()
                .count(n)
                .mae(absolute / n)
                .rmse(rmse)
                .r2(1 - ratio(sse, sst))
                .bias(bias)
                .rpd(ratio(Math.sqrt(sst / (n - 1.0)), rmse))
                .rpiq(ratio(interquartileRange(observed), rmse))
                .ccc(2 * joint / n / (sst / n + spread / n + bias * bias))
                .build();
    }

    /** NaN instead of an infinity. */
    private static double ratio(double value, double by) {
        return by == 0 ? Double.NaN : value / by;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double interquartileRange(float[] values) {
        double[] copy = new double[values.length];
        Arrays.setAll(copy, i -> values[i]);
        double[] quartiles = Quantile.withDefaults().with(EstimationMethod.HF7).evaluate(copy, 0.25, 0.75);
        return quartiles[1] - quartiles[0];
    }
}
