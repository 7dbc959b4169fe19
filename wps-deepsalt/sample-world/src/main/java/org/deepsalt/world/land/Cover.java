/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

/**
 * What lies on the soil of a place. Fractions of the area, 0 to 1; the rest is bare soil.
 *
 * @param water open water
 * @param green living plants
 * @param dry dry grass, stubble and litter
 */
public record Cover(double water, double green, double dry) {
    /** Above this share of water the place has no soil. */
    private static final double SHORE = 0.5;

    /** Whether the place counts as open water and has no soil. */
    public boolean isWater() {
        return water > SHORE;
    }

    /** Fraction of bare soil, 0 to 1. */
    public double bare() {
        return Math.max(0, 1 - water - green - dry);
    }
}
