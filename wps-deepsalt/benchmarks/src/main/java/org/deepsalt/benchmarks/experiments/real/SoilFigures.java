/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.Arrays;
import org.deepsalt.model.metrics.Ranks;

/**
 * How well log10(EC + 0.01) of soils was told.
 *
 * @param r2 coefficient of determination, 1 - SSE/SST
 * @param rank rank correlation after Spearman
 * @param auc1 area under the receiver's curve of EC above 1 dS/m: how often a soil above is told to be above one below
 * @param auc2 the same of 2 dS/m
 */
record SoilFigures(double r2, double rank, double auc1, double auc2) {

    static SoilFigures of(double[] ec, double[] logs, double[] told) {
        double mean = Arrays.stream(logs).average().orElse(Double.NaN);
        double errors = 0;
        double spread = 0;
        for (int i = 0; i < logs.length; i++) {
            errors += (told[i] - logs[i]) * (told[i] - logs[i]);
            spread += (logs[i] - mean) * (logs[i] - mean);
        }
        return new SoilFigures(
                1 - errors / spread, Ranks.correlation(logs, told), Ranks.auc(ec, told, 1), Ranks.auc(ec, told, 2));
    }
}
