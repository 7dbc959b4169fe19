/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.deepsalt.model.spectra.Band;

/**
 * Reflectance of green leaves, of which pixels of bare soil have a few: absorption by chlorophyll around 450 and
 * 670 nm, the plateau of the near infrared, and water near 980, 1200, 1450 and 1940 nm. A coarse sketch of what any
 * green canopy has in common; no scene and no library is asked for it.
 */
final class GreenCanopy {
    /** Wavelength in nm to reflectance; straight lines between. */
    private static final NavigableMap<Double, Double> KNOTS = new TreeMap<>(Map.ofEntries(
            Map.entry(400.0, 0.03),
            Map.entry(500.0, 0.04),
            Map.entry(550.0, 0.09),
            Map.entry(670.0, 0.04),
            Map.entry(700.0, 0.12),
            Map.entry(760.0, 0.43),
            Map.entry(920.0, 0.47),
            Map.entry(980.0, 0.43),
            Map.entry(1080.0, 0.47),
            Map.entry(1200.0, 0.38),
            Map.entry(1270.0, 0.41),
            Map.entry(1450.0, 0.09),
            Map.entry(1650.0, 0.27),
            Map.entry(1800.0, 0.22),
            Map.entry(1940.0, 0.05),
            Map.entry(2200.0, 0.14),
            Map.entry(2500.0, 0.05)));

    private GreenCanopy() {}

    /** Between 0 and 1, one number per band at its centre; beyond the ends that of the nearer end. */
    static float[] reflectance(List<Band> bands) {
        float[] reflectance = new float[bands.size()];
        for (int band = 0; band < reflectance.length; band++) {
            reflectance[band] = (float) at(bands.get(band).centre());
        }
        return reflectance;
    }

    private static double at(double wavelength) {
        Map.Entry<Double, Double> before = KNOTS.floorEntry(wavelength);
        Map.Entry<Double, Double> after = KNOTS.ceilingEntry(wavelength);
        if (before == null) {
            return KNOTS.firstEntry().getValue();
        }
        if (after == null) {
            return KNOTS.lastEntry().getValue();
        }
        double width = after.getKey() - before.getKey();
        double share = width == 0 ? 0 : (wavelength - before.getKey()) / width;
        return before.getValue() + share * (after.getValue() - before.getValue());
    }
}
