/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.attack;

import java.util.Random;
import java.util.SplittableRandom;

/** Dice of a seed. Those of Java fall alike for seeds that lie side by side. Stateless. */
final class Dice {
    private Dice() {}

    static Random of(long seed) {
        return new Random(mixed(seed));
    }

    /** Another seed, far from those of its neighbours. */
    static long mixed(long seed) {
        return new SplittableRandom(seed).nextLong();
    }
}
