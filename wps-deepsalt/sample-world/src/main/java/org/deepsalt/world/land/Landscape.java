/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.region.Region;

/**
 * A made-up region: soil, cover and surface of every place as functions of the position, so that any part of it can be
 * made alone. Positions in m east and north of the middle of the region. Immutable and thread-safe.
 */
public final class Landscape {
    private final double enrichmentMedian;
    private final double wetnessOfTheDay;
    private final Drainage drainage;
    private final Soils soils;
    private final Vegetation vegetation;
    private final Noise enrichment;
    private final Noise moisture;
    private final Noise slope;
    private final Noise clods;

    /**
     * The landscape of a region.
     *
     * @param seed the region's own, see {@link Region#seed}
     */
    public Landscape(Region region, long seed) {
        enrichmentMedian = region.value("ENRICHMENT");
        wetnessOfTheDay = region.value("WETNESS");
        drainage = new Drainage(seed);
        soils = new Soils(region, seed, drainage);
        vegetation = new Vegetation(region, seed, drainage);
        enrichment = Noise.of(Hash.seed(seed, "enrichment"), 420, 3, 0.6);
        moisture = Noise.of(Hash.seed(seed, "moisture"), 800, 3, 0.5);
        slope = Noise.of(Hash.seed(seed, "slope"), 900, 3, 0.5);
        clods = Noise.of(Hash.seed(seed, "clods"), 120, 1, 1);
    }

    /** The soil. */
    public Composition soil(double x, double y) {
        return soils.at(x, y);
    }

    /** The salinity of the soil alone, in dS/m: as {@link #soil}, but quicker. */
    public double ece(double x, double y) {
        return soils.ece(x, y);
    }

    /** The texture of the soil alone: as {@link #soil}, but quicker. */
    public Texture texture(double x, double y) {
        return soils.texture(x, y);
    }

    /** How low a place lies, a standard normal number: high in the valleys. */
    public double lowland(double x, double y) {
        return drainage.lowland(x, y);
    }

    /**
     * What lies on the soil.
     *
     * @param ece of the place, in dS/m
     */
    public Cover cover(double x, double y, double ece) {
        return vegetation.at(x, y, ece);
    }

    /**
     * The uppermost millimetre. Crusts hold 5 to 50 times the salt of the soil below, and water where the soil lies low
     * or has salts that draw it.
     */
    public SurfaceState surface(double x, double y, Composition soil) {
        double factor = enrichmentMedian * StrictMath.exp(0.6 * enrichment.at(x, y));
        double concentrated = Math.min(50, Math.max(5, factor));
        double hygroscopic = Math.min(0.05, concentrated * soil.salt(Salt.CHLORIDES));
        double wetness = 0.45 * drainage.lowland(x, y) + 0.75 * moisture.at(x, y) + 12 * hygroscopic + wetnessOfTheDay;
        double film = 0.0009 * StrictMath.exp(0.8 * wetness);
        double wet = Math.min(0.9, 0.18 * StrictMath.exp(0.5 * wetness));
        double gain = 1 + 0.05 * slope.at(x, y) + 0.012 * clods.at(x, y);
        return new SurfaceState(concentrated, Math.min(0.05, film), wet, Math.min(1.15, Math.max(0.85, gain)));
    }
}
