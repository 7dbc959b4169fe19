/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

import org.deepsalt.world.noise.Exponential;

/**
 * Moist soil after MARMIT (Bablet et al., Remote Sensing of Environment 217, 2018): a share of the surface carries a
 * film of water, which light crosses twice or, reflected at its inside, more often. Immutable.
 */
final class WaterFilm {
    /** Water lets 98 % of the light in, and throws back inside what does not leave steeply enough. */
    private static final double ENTERS = 0.98;

    private static final double TURNED_BACK = 0.47;

    private final double[] absorption;

    WaterFilm(BandResponse response, SpectralTable table) {
        absorption = response.of(table.steepCurve("WATER_ABSORPTION"));
    }

    /**
     * Wets a soil.
     *
     * @param reflectance of the dry soil per band; replaced by that of the wet one
     * @param film thickness in cm
     * @param wet share of the surface that carries the film
     */
    void apply(double[] reflectance, double film, double wet) {
        for (int i = 0; i < reflectance.length; i++) {
            double dry = reflectance[i];
            double through = dry * Exponential.of(-2 * absorption[i] * film);
            double covered = ENTERS * (1 - TURNED_BACK) * through / (1 - TURNED_BACK * through);
            reflectance[i] = dry + wet * (covered - dry);
        }
    }
}
