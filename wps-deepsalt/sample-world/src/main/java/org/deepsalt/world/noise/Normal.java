/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.noise;

/**
 * The standard normal distribution. Computed with StrictMath, so that every platform agrees to the last bit.
 */
public final class Normal {
    private static final int TABLE_BITS = 12;
    private static final int TABLE_SIZE = 1 << TABLE_BITS;
    private static final double LIMIT = 7;
    private static final double LOG_SQRT_2PI = 0.9189385332046727;
    private static final double[] QUANTILES = quantiles();

    private Normal() {}

    /** Share of values below z: the series of Marsaglia (Journal of Statistical Software 11/4, 2004). */
    public static double cdf(double z) {
        if (Math.abs(z) > LIMIT) {
            return z > 0 ? 1 : 0;
        }
        double square = z * z;
        double term = z;
        double sum = z;
        double before = 0;
        for (int odd = 3; sum != before; odd += 2) {
            before = sum;
            term *= square / odd;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-0.5 * square - LOG_SQRT_2PI);
    }

    /** The z below which a share of the values lies, read from a table: for shares between 0.0002 and 0.9998. */
    public static double quantile(double share) {
        double at = Math.min(TABLE_SIZE - 1, Math.max(0, share * TABLE_SIZE - 0.5));
        int left = Math.min(TABLE_SIZE - 2, (int) at);
        return QUANTILES[left] + (at - left) * (QUANTILES[left + 1] - QUANTILES[left]);
    }

    /** Bits as a normal number, one of 4,096 evenly likely values of mean 0 and variance 1. */
    public static double of(long bits) {
        return QUANTILES[(int) (bits >>> (Long.SIZE - TABLE_BITS))];
    }

    private static double[] quantiles() {
        double[] table = new double[TABLE_SIZE];
        double squares = 0;
        for (int i = 0; i < TABLE_SIZE / 2; i++) {
            table[i] = invert((i + 0.5) / TABLE_SIZE);
            squares += 2 * table[i] * table[i];
        }
        double scale = 1 / Math.sqrt(squares / TABLE_SIZE);
        for (int i = 0; i < TABLE_SIZE / 2; i++) {
            table[i] *= scale;
            table[TABLE_SIZE - 1 - i] = -table[i];
        }
        return table;
    }

    private static double invert(double share) {
        double low = -LIMIT;
        double high = LIMIT;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            if (cdf(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
