/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.Arrays;

/**
 * The probability that the target lies above any threshold: the share of held-out pixels that lay as far above
 * their answer, in deviations of that answer, as the threshold lies above a pixel's (conformal predictive
 * distributions, Vovk et al. 2019). The step function of the shares is smoothed by a normal kernel, so that a map has
 * no steps either, and the tails keep half a pixel, so that nothing is certain. Outside the applicability the answer
 * counts as wider, as in {@link Calibration}. Immutable.
 *
 * @param lowest deviation of the first share
 * @param step between the deviations of two shares
 * @param shares of held-out pixels above each deviation, never rising
 */
public record Exceedance(double lowest, double step, double[] shares) {
    /** ECe in dS/m from which a soil counts as saline (US Salinity Laboratory 1954). */
    public static final double SALINE = 4;

    private static final int STEPS = 160;

    /** Silverman's rule of thumb (1986) for the width of a normal kernel. */
    private static final double RULE = 1.06;

    /** In widths of the kernel: beyond them it adds nothing. */
    private static final double TAIL = 4;

    /** Deviations that decide: a pixel much farther off is an outlier, not a reason for a coarser table. */
    private static final double MOST = 8;

    /**
     * Counts the shares on held-out pixels.
     *
     * @param threshold of the dissimilarity index
     */
    public static Exceedance fit(HeldOut heldOut, double threshold) {
        int size = heldOut.size();
        if (size == 0) {
            throw new IllegalArgumentException("probabilities cannot be calibrated without a held-out pixel");
        }
        double[] deviations = new double[size];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double width = heldOut.scale()[i] * Calibration.widening(heldOut.dissimilarity()[i], threshold);
            double off = (heldOut.observed()[i] - heldOut.mean()[i]) / width;
            deviations[i] = Math.max(-MOST, Math.min(MOST, off));
            sum += deviations[i];
            squares += deviations[i] * deviations[i];
        }
        double spread = Math.sqrt(Math.max(1e-6, squares / size - sum / size * (sum / size)));
        return smoothed(deviations, RULE * spread * Math.pow(size, -0.2));
    }

    private static Exceedance smoothed(double[] deviations, double width) {
        double low = Arrays.stream(deviations).min().orElseThrow() - TAIL * width;
        double high = Arrays.stream(deviations).max().orElseThrow() + TAIL * width;
        double step = (high - low) / STEPS;
        double[] shares = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double at = low + i * step;
            double above = 0;
            for (double deviation : deviations) {
                above += upperTail((at - deviation) / width);
            }
            shares[i] = (above + 0.5) / (deviations.length + 1);
        }
        return new Exceedance(low, step, shares);
    }

    /**
     * Share of a standard normal distribution above {@code z}, to about 1e-7 (Abramowitz and Stegun 1964, 26.2.17).
     */
    static double upperTail(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
        return z >= 0 ? tail : 1 - tail;
    }

    /** The probability of one threshold. */
    public ThresholdProbability above(double value, double applicability) {
        return new ThresholdProbability(this, value, Math.log(value), applicability);
    }

    /** Share of held-out pixels more than so many deviations above their answer. */
    double share(double deviations) {
        double place = (deviations - lowest) / step;
        if (!(place > 0)) {
            return shares[0];
        }
        int index = (int) Math.min(shares.length - 1, place);
        int next = Math.min(shares.length - 1, index + 1);
        double part = Math.min(1, place - index);
        return (1 - part) * shares[index] + part * shares[next];
    }
}
