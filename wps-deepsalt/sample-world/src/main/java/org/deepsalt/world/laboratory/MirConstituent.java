/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.laboratory;

import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Salt;

/** Constituents of soil that absorb in the mid infrared; the names are those of the rows of {@code infrared.txt}. */
enum MirConstituent {
    QUARTZ,
    KAOLINITE,
    SMECTITE,
    ILLITE,
    CARBONATE,
    ORGANIC_MATTER,
    GOETHITE,
    HEMATITE,
    GYPSUM,
    SODIUM_SULFATE,
    SODIUM_CARBONATE,
    CHLORIDES,
    HALITE_WATER;

    /**
     * What a salt counts in the spectrum over the square root of its mass fraction. Salts dry as a thin coat around the
     * grains, where diffuse reflection happens, and the apparent absorbance of a weak absorber grows with the square
     * root of its amount (Kubelka and Munk: -ln R is about the root of 2 K / S).
     */
    private static final double COATING = 1.1;

    /** How much of it a soil holds: a mass fraction, or for salts its scaled square root. */
    double content(Composition soil) {
        return switch (this) {
            case QUARTZ -> soil.quartz();
            case KAOLINITE -> soil.kaolinite();
            case SMECTITE -> soil.smectite();
            case ILLITE -> soil.illite();
            case CARBONATE -> soil.carbonate();
            case ORGANIC_MATTER -> soil.organicCarbon() / 1000;
            case GOETHITE -> soil.goethite();
            case HEMATITE -> soil.hematite();
            case GYPSUM -> soil.gypsum() + coat(soil, Salt.GYPSUM);
            case SODIUM_SULFATE -> coat(soil, Salt.SODIUM_SULFATE);
            case SODIUM_CARBONATE -> coat(soil, Salt.SODIUM_CARBONATE);
            case CHLORIDES -> coat(soil, Salt.CHLORIDES);
            case HALITE_WATER -> coat(soil, Salt.SODIUM_CHLORIDE);
        };
    }

    private static double coat(Composition soil, Salt salt) {
        double total = soil.saltTotal();
        return total > 0 ? COATING * Math.sqrt(total) * soil.salt(salt) / total : 0;
    }
}
