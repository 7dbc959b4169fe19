/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.util.List;

/**
 * The spectral indices of the masks, from reflectances at {@link #WAVELENGTHS}. None of them is a brightness: a bright
 * and flat salt crust gives about 0 in each. NaN where a band is missing, 0 where nothing is reflected at all.
 */
enum MaskIndex {
    /** Green vegetation: (R800 - R660) / (R800 + R660), after Rouse et al. 1974. */
    NDVI(2, 1),
    /** Open water: (R560 - R840) / (R560 + R840), McFeeters 1996. */
    NDWI(0, 3),
    /** Snow: (R560 - R1610) / (R560 + R1610), Dozier 1989, Hall et al. 1995. */
    NDSI(0, 4),
    /** Moisture and residue: (R1610 - R2200) / (R1610 + R2200), as Castaldi et al. 2019 use it for bare soil. */
    NBR2(4, 7),
    /**
     * Dry vegetation: (S - R2100) / (S + R2100) with S = (R2000 + R2200) / 2, the cellulose absorption index of
     * Daughtry 2001 divided by the sum, as EnMAP's soil mapper EnSoMAP has it.
     */
    NCAI(7, 6) {
        @Override
        double of(float[] r) {
            return normalised((r[5] + r[7]) / 2.0, r[6]);
        }

        @Override
        List<Double> wavelengths() {
            return WAVELENGTHS.subList(5, 8);
        }
    };

    /** In nm; spectra for the masks hold their reflectances in this order. */
    static final List<Double> WAVELENGTHS = List.of(560.0, 660.0, 800.0, 840.0, 1610.0, 2000.0, 2100.0, 2200.0);

    private final int first;
    private final int second;

    MaskIndex(int first, int second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Computes the index.
     *
     * @param r reflectances at {@link #WAVELENGTHS}, NaN where the scene has no such band
     */
    double of(float[] r) {
        return normalised(r[first], r[second]);
    }

    /** The wavelengths in nm without which there is no such index. */
    List<Double> wavelengths() {
        return List.of(WAVELENGTHS.get(first), WAVELENGTHS.get(second));
    }

    private static double normalised(double a, double b) {
        double sum = a + b;
        return sum == 0 ? 0 : (a - b) / sum;
    }
}
