/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Cover;
import org.deepsalt.world.land.SurfaceState;

/**
 * Reflectance of the ground per band: bare soil, living plants, dry plants and open water, mixed by area. Immutable and
 * thread-safe.
 */
public final class GroundReflectance {
    private final SoilReflectance soil;
    private final double[] green;
    private final double[] dry;
    private final double[] water;

    public GroundReflectance(BandResponse response, SpectralTable table) {
        soil = new SoilReflectance(response, table);
        green = response.of(table.curve("GREEN_PLANTS"));
        dry = response.of(table.curve("DRY_PLANTS"));
        water = response.of(table.curve("OPEN_WATER"));
    }

    /**
     * The reflectance of a place.
     *
     * @param into receives one value per band
     */
    public void of(Composition composition, SurfaceState surface, Cover cover, double[] into) {
        soil.of(composition, surface, into);
        double bare = cover.bare();
        for (int band = 0; band < into.length; band++) {
            into[band] = bare * into[band]
                    + cover.green() * green[band]
                    + cover.dry() * dry[band]
                    + cover.water() * water[band];
        }
    }
}
