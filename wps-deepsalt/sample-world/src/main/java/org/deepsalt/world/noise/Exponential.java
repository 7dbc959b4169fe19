/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.noise;

/**
 * The exponential function for inner loops: several times quicker than StrictMath, as reproducible because it only
 * adds, multiplies and looks up, and right to 14 digits. A power of two in 32 steps from a table, times a polynomial.
 */
public final class Exponential {
    private static final int BITS = 5;
    private static final int STEPS = 1 << BITS;
    private static final double STEP = StrictMath.log(2) / STEPS;
    private static final double PER_STEP = 1 / STEP;
    private static final int EXPONENT_BIAS = 1023;
    private static final int EXPONENT_SHIFT = 52;
    private static final double[] POWERS = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            POWERS[i] = StrictMath.exp(i * STEP);
        }
    }

    private Exponential() {}

    /** e to the x, for x between -700 and 700. */
    public static double of(double x) {
        double steps = Math.rint(x * PER_STEP);
        double rest = x - steps * STEP;
        double polynomial =
                1 + rest * (1 + rest * (1.0 / 2 + rest * (1.0 / 6 + rest * (1.0 / 24 + rest * (1.0 / 120)))));
        int whole = (int) steps;
        long exponent = (long) (whole >> BITS) + EXPONENT_BIAS;
        return polynomial * POWERS[whole & (STEPS - 1)] * Double.longBitsToDouble(exponent << EXPONENT_SHIFT);
    }
}
