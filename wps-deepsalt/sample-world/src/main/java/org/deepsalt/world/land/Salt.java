/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

/** Salts that make soils saline, as the mineral that is left when the soil water dries. */
public enum Salt {
    SODIUM_CHLORIDE(0.35),
    GYPSUM(0.1),
    SODIUM_SULFATE(0.45),
    /** Chlorides of calcium and magnesium, which draw water from the air. */
    CHLORIDES(-0.7),
    SODIUM_CARBONATE(-0.9);

    private final double abundance;

    Salt(double abundance) {
        this.abundance = abundance;
    }

    /** Logarithm of how common the salt is relative to the others. */
    double abundance() {
        return abundance;
    }
}
