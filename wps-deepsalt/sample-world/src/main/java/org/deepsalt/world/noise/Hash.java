/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.noise;

/**
 * Random numbers by address: the same seed, place and purpose give the same number on every machine and in every order
 * of asking. The mixing function is the 64-bit finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 */
public final class Hash {
    /** Distance between successive states of SplitMix64: 2^64 divided by the golden ratio. */
    public static final long STEP = 0x9E3779B97F4A7C15L;

    private static final double UNIT = 0x1p-53;

    private Hash() {}

    /** Scrambles all bits of a state. */
    public static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A seed of its own for one purpose, named by a text such as "clay". */
    public static long seed(long world, String purpose) {
        long state = mix(world + STEP);
        for (int i = 0; i < purpose.length(); i++) {
            state = mix(state + STEP * (purpose.charAt(i) + 1));
        }
        return state;
    }

    /** The bits that belong to a cell of a lattice. */
    public static long cell(long seed, long column, long row) {
        return mix(mix(seed + STEP * column) + STEP * row);
    }

    /** Bits as a number in [0, 1). */
    public static double uniform(long bits) {
        return (bits >>> 11) * UNIT;
    }

    /**
     * Bits as a number of mean 0 and variance 1 that is nearly normal: the sum of four uniform ones (Irwin-Hall). Meant
     * for noise, where speed counts and rare outliers do not; it never exceeds 3.47.
     */
    public static double roughlyNormal(long bits) {
        long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum - 2 * 65535.0) / (65536 * 0.5773502691896258);
    }
}
