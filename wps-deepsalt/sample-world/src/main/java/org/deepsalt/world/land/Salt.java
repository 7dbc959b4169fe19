/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

/** Salts that make soils saline, as the mineral that is left when the soil water dries. */
public enum Salt {
    SODIUM_CHLORIDE,
    GYPSUM,
    SODIUM_SULFATE,
    /** Chlorides of calcium and magnesium, which draw water from the air. */
    CHLORIDES,
    SODIUM_CARBONATE
}
