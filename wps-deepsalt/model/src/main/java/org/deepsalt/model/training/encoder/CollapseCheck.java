/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.Locale;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.metrics.RegressionMetrics;

/**
 * Detects an alignment that has collapsed. Pulling pairs together alone is satisfied best when every spectrum has the
 * same code; the net goes on learning, and its losses look well. Three things are measured, each of which a collapse
 * cannot hide from: the raw codes' variance, the cosines of codes as the regressors see them, and what a teacher learns
 * from them.
 */
public final class CollapseCheck {
    /** Variance of a domain's raw codes, relative to their mean square. */
    private static final double LEAST_VARIATION = 1e-4;

    /** A re-run of the published recipe had .999 and more of shuffled pairs, whatever the labels. */
    private static final double MOST_ALIKE = 0.99;

    private static final String REMEDY = ": use preset=default or collapseGuard=CONTRASTIVE, or more pairs";

    private CollapseCheck() {}

    /** Refuses raw codes that are the same for all spectra. */
    static void requireVariation(String domain, Matrix codes) {
        double variance = 0;
        double meanSquare = 0;
        for (int column = 0; column < codes.columns(); column++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < codes.rows(); row++) {
                double value = codes.get(row, column);
                sum += value;
                squares += value * value;
            }
            double mean = sum / codes.rows();
            variance += squares / codes.rows() - mean * mean;
            meanSquare += squares / codes.rows();
        }
        if (!(variance > LEAST_VARIATION * meanSquare)) {
            throw new DeepSaltException(text(
                    "the alignment collapsed: all %s spectra have the same code, whose variance is %.2g of its mean"
                            + " square, wanted more than %.2g",
                    domain, variance / meanSquare, LEAST_VARIATION));
        }
    }

    /** Refuses codes that all point the same way. */
    public static void requireDirections(CodeCosines codes) {
        if (!(codes.mostAlike() < MOST_ALIKE)) {
            throw new DeepSaltException(text(
                    "the alignment collapsed: codes of different spectra have a mean cosine of %.4f between laboratory"
                            + " and satellite (shuffled pairs), %.4f among laboratory and %.4f among satellite spectra,"
                            + " wanted less than %.2f; pairs have %.4f",
                    codes.shuffled(), codes.laboratory(), codes.satellite(), MOST_ALIKE, codes.pairs()));
        }
    }

    /** Refuses a teacher that learned nothing from the codes. */
    public static void requireLearning(RegressionMetrics teacher, double leastR2, CodeCosines codes) {
        if (!(teacher.r2() >= leastR2)) {
            throw new DeepSaltException(text(
                    "the teacher learned nothing from the aligned laboratory codes: its R2 is %.3f on %d samples"
                            + " that it had not seen, wanted at least %.2f; shuffled pairs have a mean cosine of %.4f,"
                            + " which is 1 where the alignment collapsed",
                    teacher.r2(), teacher.count(), leastR2, codes.shuffled()));
        }
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + REMEDY;
    }
}
