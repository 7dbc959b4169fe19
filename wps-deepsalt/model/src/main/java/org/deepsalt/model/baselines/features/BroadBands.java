/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;

/**
 * Reflectances that salinity indices are made of: means of the bands within the passes of Sentinel-2's instrument
 * (centres and widths after ESA, blue 490/65, green 560/35, red 660/30, near infrared 840/115, shortwave infrared
 * 1610/90 and 2200/180 nm), and single bands of the gypsum and moisture indices.
 */
record BroadBands(
        double blue,
        double green,
        double red,
        double nir,
        double swir1,
        double swir2,
        double r1690,
        double r1750,
        double r1800,
        double r2119) {

    /** Which bands make up a reflectance. */
    private record Pass(double centre, double width) {
        double of(List<Band> bands, Matrix reflectance, int row) {
            double sum = 0;
            int count = 0;
            int nearest = 0;
            for (int i = 0; i < bands.size(); i++) {
                double distance = Math.abs(bands.get(i).centre() - centre);
                if (distance <= width / 2) {
                    sum += reflectance.get(row, i);
                    count++;
                }
                if (distance < Math.abs(bands.get(nearest).centre() - centre)) {
                    nearest = i;
                }
            }
            return count > 0 ? sum / count : reflectance.get(row, nearest);
        }
    }

    private static final List<Pass> PASSES = List.of(
            new Pass(490, 65),
            new Pass(560, 35),
            new Pass(660, 30),
            new Pass(840, 115),
            new Pass(1610, 90),
            new Pass(2200, 180),
            new Pass(1690, 0),
            new Pass(1750, 0),
            new Pass(1800, 0),
            new Pass(2119, 0));

    /** The reflectances of one row; where no band lies within a pass, the nearest band stands for it. */
    static BroadBands of(List<Band> bands, Matrix reflectance, int row) {
        double[] v = PASSES.stream()
                .mapToDouble(pass -> pass.of(bands, reflectance, row))
                .toArray();
        return new BroadBands(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9]);
    }

    double ndvi() {
        return (nir - red) / (nir + red);
    }
}
