/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Salt;
import org.deepsalt.world.land.SurfaceState;
import org.deepsalt.world.noise.Exponential;

/**
 * Reflectance of bare soil per band. A mean soil curve (391 soils, vis-NIR 350-2500 nm, of the R package soilspec,
 * without its absorption bands, and darkened to a field surface) is made brighter or darker along its own variation;
 * minerals and salts absorb in proportion to their mass (Beer's law in the continuum-removed spectrum); salt crusts
 * cover a share of the surface that grows with the salt in the uppermost millimetre; water wets the whole.
 * Immutable and thread-safe.
 */
final class SoilReflectance {
    /** Field surfaces are rougher and darker than the sieved soil of a laboratory. */
    private static final double FIELD = 0.72;

    /** Optical depth per mass fraction, over that of the pure mineral's own powder. */
    private static final double MINERAL_PATH = 2.2;

    private static final double SALT_PATH = 0.5;

    /** Share of salt, the rest being soil, in what looks like a crust. */
    private static final double CRUST_PURITY = 0.6;

    private static final double LARGEST_CRUST = 0.85;

    /** Mass fraction of salt in the uppermost millimetre at which crust covers 63 % of what it can. */
    private static final double CRUST_SALT = 0.08;

    /** Little salt hides between the grains; crust closes quickly once there is more. */
    private static final double CRUST_ONSET = 1.3;

    private final double[] mean;
    private final double[] spread;
    private final Map<Mineral, double[]> minerals = new EnumMap<>(Mineral.class);
    private final Map<Salt, SaltSpectra> salts = new EnumMap<>(Salt.class);
    private final WaterFilm film;

    /**
     * What a salt does to a soil's logarithm of reflectance, one number per band.
     *
     * @param absorbance of its powder
     * @param crust of a crust of it, less what it absorbs
     */
    private record SaltSpectra(double[] absorbance, double[] crust) {}

    SoilReflectance(BandResponse response, SpectralTable table) {
        mean = logarithm(response.of(table.curve("MEAN_SOIL")), FIELD);
        spread = response.of(table.curve("SOIL_SPREAD"));
        for (Mineral mineral : Mineral.values()) {
            minerals.put(mineral, response.of(table.absorbance(mineral.name())));
        }
        for (Salt salt : Salt.values()) {
            double[] absorbance = response.of(table.absorbance(salt.name()));
            double[] crust = logarithm(response.of(table.curve("CRUST_" + salt.name())), 1);
            add(crust, absorbance, -1);
            salts.put(salt, new SaltSpectra(absorbance, crust));
        }
        film = new WaterFilm(response, table);
    }

    private static double[] logarithm(double[] values, double factor) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = StrictMath.log(factor * values[i]);
        }
        return logarithms;
    }

    /**
     * The reflectance of a soil.
     *
     * @param into receives one value per band, 0 to about 1
     */
    void of(Composition soil, SurfaceState surface, double[] into) {
        double brightness = brightness(soil);
        for (int band = 0; band < into.length; band++) {
            into[band] = mean[band] + brightness * spread[band];
        }
        minerals.forEach((mineral, absorbance) -> add(into, absorbance, -MINERAL_PATH * mineral.content(soil)));
        double total = soil.saltTotal();
        double[] crust = new double[into.length];
        salts.forEach((salt, spectra) -> {
            double share = total > 0 ? soil.salt(salt) / total : 0;
            add(crust, spectra.crust(), CRUST_PURITY * share);
            add(into, spectra.absorbance(), -SALT_PATH * surface.enrichment() * soil.salt(salt));
        });
        double covered = LARGEST_CRUST
                * (1 - StrictMath.exp(-StrictMath.pow(surface.enrichment() * total / CRUST_SALT, CRUST_ONSET)));
        for (int band = 0; band < into.length; band++) {
            double salty = Exponential.of(crust[band] + (1 - CRUST_PURITY) * into[band]);
            into[band] = (1 - covered) * Exponential.of(into[band]) + covered * salty;
        }
        film.apply(into, surface.film(), surface.wet());
        for (int band = 0; band < into.length; band++) {
            into[band] *= surface.gain();
        }
    }

    /** Where a soil lies between dark and bright, in standard deviations: sand brightens, organic matter darkens. */
    private static double brightness(Composition soil) {
        return 0.022 * (soil.sand() - 40) - 0.6 * StrictMath.log(soil.organicCarbon() / 7) + 0.6 * soil.tone();
    }

    private static void add(double[] target, double[] source, double factor) {
        for (int i = 0; i < target.length; i++) {
            target[i] += factor * source[i];
        }
    }
}
