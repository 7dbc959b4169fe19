/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import org.deepsalt.world.satellite.ground.BandResponse;
import org.deepsalt.world.satellite.ground.SpectralTable;

/**
 * How clouds, shadows and cirrus change what the sensor sees. Shadows are lit by the sky alone, which is blue; clouds
 * are white with the bands of ice and water; cirrus adds an even veil. Immutable and thread-safe.
 */
final class SkyEffect {
    private final double[] cloud;
    private final double[] skylight;
    private final double[] veil;

    SkyEffect(BandResponse response, SpectralTable table) {
        cloud = response.of(table.curve("CLOUD"));
        skylight = response.of(table.curve("SKYLIGHT"));
        veil = response.of(table.curve("VEIL"));
    }

    /** Replaces the reflectance of the ground, per band, by that seen through the sky. */
    void apply(double[] reflectance, Sky.Cover sky) {
        for (int band = 0; band < reflectance.length; band++) {
            double lit = reflectance[band] * (1 - sky.shadow() * (1 - skylight[band]));
            double clouded = lit + sky.cloud() * (cloud[band] - lit);
            reflectance[band] = clouded * (1 - 0.08 * sky.cirrus()) + sky.cirrus() * veil[band];
        }
    }
}
