/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

/**
 * Probabilities for methods that have none: a logistic function of the estimate's logarithm (Platt 1999), learned from
 * estimates of pixels that the method had left out, with Platt's targets, which keep it from being certain.
 *
 * @param offset of the logit
 * @param slope of the logit by the logarithm
 */
record LogisticCalibration(double offset, double slope) {
    private static final int STEPS = 50;
    private static final double RIDGE = 1e-6;

    /** Learns by Newton's method. */
    static LogisticCalibration fit(double[] logs, boolean[] above) {
        int positive = 0;
        for (boolean one : above) {
            positive += one ? 1 : 0;
        }
        double high = (positive + 1.0) / (positive + 2.0);
        double low = 1.0 / (above.length - positive + 2.0);
        double a = 0;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double haa = RIDGE;
            double hab = 0;
            double hbb = RIDGE;
            for (int i = 0; i < logs.length; i++) {
                double p = 1 / (1 + Math.exp(-a - b * logs[i]));
                double off = p - (above[i] ? high : low);
                double weight = p * (1 - p);
                ga += off;
                gb += off * logs[i];
                haa += weight;
                hab += weight * logs[i];
                hbb += weight * logs[i] * logs[i];
            }
            double determinant = haa * hbb - hab * hab;
            a -= (hbb * ga - hab * gb) / determinant;
            b -= (haa * gb - hab * ga) / determinant;
        }
        return new LogisticCalibration(a, b);
    }

    float of(double log) {
        return (float) (1 / (1 + Math.exp(-offset - slope * log)));
    }
}
