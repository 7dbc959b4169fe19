/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

/**
 * The range of answers that a model can give: the target lies between these bounds, in its own unit, and is learned and
 * spread on a logarithmic scale, since soil EC is distributed over three decades. The paper's range for ECe is 0.05 to
 * 77 dS/m.
 *
 * @param minimum smallest answer, above 0; smaller labels count as this
 * @param maximum largest answer
 */
public record OutputRange(double minimum, double maximum) {
    public static final OutputRange PAPER_ECE = new OutputRange(0.05, 77.0);

    /** @throws IllegalArgumentException if the bounds have no logarithms or no room between them */
    public OutputRange {
        if (!(minimum > 0 && maximum > minimum && maximum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "an output range from " + minimum + " to " + maximum + ", wanted 0 < minimum < maximum");
        }
    }

    /** Natural logarithm of the minimum. */
    public double logMinimum() {
        return Math.log(minimum);
    }

    /** Natural logarithm of the maximum. */
    public double logMaximum() {
        return Math.log(maximum);
    }

    /** Natural logarithm of a label, bounded to the range. */
    public float toLog(double label) {
        return (float) Math.log(Math.min(maximum, Math.max(minimum, label)));
    }
}
