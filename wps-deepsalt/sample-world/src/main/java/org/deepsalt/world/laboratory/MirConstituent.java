/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.laboratory;

import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Salt;

/** What absorbs in the mid infrared; the names are those of the rows of {@code infrared.txt}. */
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
     * Salts dry as a coat around the grains, where diffuse reflection happens, so they weigh more in the spectrum than
     * on the balance.
     */
    private static final double COATING = 5;

    /** How much of it a soil holds: a mass fraction, or what counts like one. */
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
            case GYPSUM -> soil.gypsum() + COATING * soil.salt(Salt.GYPSUM);
            case SODIUM_SULFATE -> COATING * soil.salt(Salt.SODIUM_SULFATE);
            case SODIUM_CARBONATE -> COATING * soil.salt(Salt.SODIUM_CARBONATE);
            case CHLORIDES -> COATING * soil.salt(Salt.CHLORIDES);
            case HALITE_WATER -> COATING * soil.salt(Salt.SODIUM_CHLORIDE);
        };
    }
}
