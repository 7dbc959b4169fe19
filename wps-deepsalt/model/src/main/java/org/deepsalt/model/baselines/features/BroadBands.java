/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;

/**
 * Reflectances that salinity indices are made of: means of the bands within the passes of Sentinel-2's instrument
 * (centres and widths after ESA, blue 490/65, green 560/35, red 660/30, near infrared 840/115, shortwave infrared
 * 1610/90 and 2200/180 nm), and single bands of the gypsum and moisture indices.
 */
@RecordBuilder
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

    private static final Pass BLUE = new Pass(490, 65);
    private static final Pass GREEN = new Pass(560, 35);
    private static final Pass RED = new Pass(660, 30);
    private static final Pass NIR = new Pass(840, 115);
    private static final Pass SWIR1 = new Pass(1610, 90);
    private static final Pass SWIR2 = new Pass(2200, 180);
    private static final Pass R1690 = new Pass(1690, 0);
    private static final Pass R1750 = new Pass(1750, 0);
    private static final Pass R1800 = new Pass(1800, 0);
    private static final Pass R2119 = new Pass(2119, 0);

    /** The reflectances of one row; where no band lies within a pass, the nearest band stands for it. */
    static BroadBands of(List<Band> bands, Matrix reflectance, int row) {
        return BroadBandsBuilder.builder()
                .blue(BLUE.of(bands, reflectance, row))
                .green(GREEN.of(bands, reflectance, row))
                .red(RED.of(bands, reflectance, row))
                .nir(NIR.of(bands, reflectance, row))
                .swir1(SWIR1.of(bands, reflectance, row))
                .swir2(SWIR2.of(bands, reflectance, row))
                .r1690(R1690.of(bands, reflectance, row))
                .r1750(R1750.of(bands, reflectance, row))
                .r1800(R1800.of(bands, reflectance, row))
                .r2119(R2119.of(bands, reflectance, row))
                .build();
    }

    double ndvi() {
        return (nir - red) / (nir + red);
    }
}
