/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.util.Locale;
import java.util.Random;

/** Made-up laboratory spectra from 350 to 2500 nm, with the headers that the guide names. */
public final class VisNirLibrary {
    private static final int SAMPLES = 72;

    private VisNirLibrary() {}

    /** A CSV of reflectance: soils with a band of water, and a band at 2200 nm that grows with the conductivity. */
    public static String csv() {
        StringBuilder text = new StringBuilder("spectrum_id,country,lat,lon,top_cm,bottom_cm,ec_1_2p5_dSm");
        for (int nm = 350; nm <= 2500; nm += 10) {
            text.append(",R").append(nm);
        }
        Random random = new Random(3);
        for (int i = 0; i < SAMPLES; i++) {
            double salt = 2 * random.nextDouble() - 1;
            text.append(String.format(Locale.ROOT, "\nv%d,country %d,39,-110,0,20,%.3f", i, i % 9, Math.exp(2 * salt)));
            for (int nm = 350; nm <= 2500; nm += 10) {
                double soil = 0.12 + 0.2 * Math.min(1, (nm - 300) / 1500.0);
                double water = 0.04 * Math.exp(-Math.pow((nm - 1925) / 30.0, 2));
                double band = 0.03 * salt * Math.exp(-Math.pow((nm - 2200) / 60.0, 2));
                text.append(String.format(Locale.ROOT, ",%.4f", soil - water - band));
            }
        }
        return text.append('\n').toString();
    }
}
