/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.noise.Normal;

/**
 * Rivers: parallel, four kilometres apart, meandering, one of them near the middle of the region. What is near a river
 * lies low. Positions in m from the middle of the region. Immutable.
 */
final class Drainage {
    private static final double SPACING = 4000;
    private static final double DIRECTION = 0.35;
    private static final double COS = StrictMath.cos(DIRECTION);
    private static final double SIN = StrictMath.sin(DIRECTION);
    private static final double MEANDER = 300;
    private static final double HALF_WIDTH = 52;

    private final double offset;
    private final Noise meander;
    private final Noise width;
    private final Noise relief;

    Drainage(long world) {
        offset = 0.16 * (Hash.uniform(Hash.seed(world, "river")) - 0.5);
        meander = Noise.of(Hash.seed(world, "meander"), 1500, 2, 0.35);
        width = Noise.of(Hash.seed(world, "river width"), 600, 1, 1);
        relief = Noise.of(Hash.seed(world, "relief"), 1600, 3, 0.5);
    }

    /** Distance to the middle of the nearest river over half the distance between rivers: 0 to 1, evenly spread. */
    private double remoteness(double x, double y) {
        double lines = (COS * x + SIN * y + MEANDER * meander.at(x, y)) / SPACING + offset;
        return 2 * Math.abs(lines - Math.rint(lines));
    }

    /** Distance to the nearest shore in m, negative on the water. */
    double shore(double x, double y) {
        double bed = HALF_WIDTH * StrictMath.exp(0.35 * width.at(x, y));
        return remoteness(x, y) * SPACING / 2 - bed;
    }

    /** How low a place lies, as a standard normal number: high in the valleys. */
    double lowland(double x, double y) {
        return 0.85 * Normal.quantile(1 - remoteness(x, y)) + Math.sqrt(1 - 0.85 * 0.85) * relief.at(x, y);
    }
}
