/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.noise;

import java.util.ArrayList;
import java.util.List;

/**
 * A random field over the plane: at every place a standard normal number, similar at neighbouring places. It is the sum
 * of lattices of independent normal numbers, interpolated by a quintic step; each sum is divided by its own standard
 * deviation, so that the distribution is exactly N(0, 1) everywhere and quantiles need no look at the whole field.
 * Immutable.
 */
public final class Noise {
    /** Lattices are turned against each other by the golden angle, lest their axes show. */
    private static final double TURN = 2.399963229728653;

    private final List<Lattice> lattices;
    private final double norm;

    private Noise(List<Lattice> lattices) {
        this.lattices = List.copyOf(lattices);
        double squares = 0;
        for (Lattice lattice : lattices) {
            squares += lattice.weight * lattice.weight;
        }
        this.norm = 1 / Math.sqrt(squares);
    }

    /**
     * A field of one or more octaves.
     *
     * @param seed of this field, see {@link Hash#seed}
     * @param spacing distance between the points of the coarsest lattice, in m; neighbouring places correlate over
     *     about half of it
     * @param octaves how many lattices, each of half the spacing of the one before
     * @param persistence weight of a lattice relative to the one before
     */
    public static Noise of(long seed, double spacing, int octaves, double persistence) {
        List<Lattice> lattices = new ArrayList<>();
        double weight = 1;
        for (int octave = 0; octave < octaves; octave++) {
            lattices.add(new Lattice(Hash.mix(seed + octave), spacing / (1 << octave), TURN * (octave + 1), weight));
            weight *= persistence;
        }
        return new Noise(lattices);
    }

    /** The field at a place given in m. */
    public double at(double x, double y) {
        double sum = 0;
        for (Lattice lattice : lattices) {
            sum += lattice.weight * lattice.at(x, y);
        }
        return sum * norm;
    }

    private static final class Lattice {
        private final long seed;
        private final double weight;
        private final double cos;
        private final double sin;

        private Lattice(long seed, double spacing, double angle, double weight) {
            this.seed = seed;
            this.weight = weight;
            this.cos = StrictMath.cos(angle) / spacing;
            this.sin = StrictMath.sin(angle) / spacing;
        }

        private double at(double x, double y) {
            double u = cos * x - sin * y;
            double v = sin * x + cos * y;
            double column = Math.floor(u);
            double row = Math.floor(v);
            double right = step(u - column);
            double lower = step(v - row);
            double left = 1 - right;
            double upper = 1 - lower;
            long i = (long) column;
            long j = (long) row;
            double sum = left * (upper * value(i, j) + lower * value(i, j + 1))
                    + right * (upper * value(i + 1, j) + lower * value(i + 1, j + 1));
            return sum / Math.sqrt((left * left + right * right) * (upper * upper + lower * lower));
        }

        private double value(long i, long j) {
            return Normal.of(Hash.cell(seed, i, j));
        }

        private static double step(double t) {
            return t * t * t * (t * (6 * t - 15) + 10);
        }
    }
}
