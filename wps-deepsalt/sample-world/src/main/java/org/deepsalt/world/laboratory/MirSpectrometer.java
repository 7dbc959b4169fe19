/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.laboratory;

import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Normal;
import org.deepsalt.world.region.NumberTable;

/**
 * Diffuse reflectance of dried and ground soil in the mid infrared, as absorbance (log10 of 1 / R) on
 * {@link Wavenumbers#BRUKER}: a matrix of silicates, plus each constituent in proportion to its content, flattened
 * where absorbance is high, times a scatter factor, plus a sloping base line, the air's carbon dioxide, and noise.
 * Immutable and thread-safe.
 */
final class MirSpectrometer {
    /** The instrument's own grid, which {@link Wavenumbers#BRUKER} rounds: never 0.1 apart. */
    static final Wavenumbers GRID = new Wavenumbers(599.76, 1.92848, Wavenumbers.BRUKER.count());

    /** Absorbance that even black powder does not exceed, because its surface reflects. */
    private static final double CEILING = 2.6;

    private static final double FOUR_LN_2 = 2.772588722239781;
    private static final double CARBON_DIOXIDE = 2349;
    private static final double BRANCH = 14;

    private final double[] matrix = new double[GRID.count()];
    private final Map<MirConstituent, double[]> constituents = new EnumMap<>(MirConstituent.class);

    MirSpectrometer() {
        NumberTable table = NumberTable.read(MirSpectrometer.class, "infrared.txt");
        double[] points = table.row("MATRIX");
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = interpolate(points, GRID.at(i));
        }
        for (MirConstituent constituent : MirConstituent.values()) {
            constituents.put(constituent, absorbance(table.row(constituent.name())));
        }
    }

    /** A curve through points with level ends of its pieces, between the pairs of wavenumber and value around it. */
    private static double interpolate(double[] points, double wavenumber) {
        int right = 2;
        while (points[right] < wavenumber) {
            right += 2;
        }
        double share = (wavenumber - points[right - 2]) / (points[right] - points[right - 2]);
        double smooth = share * share * (3 - 2 * share);
        return points[right - 1] + smooth * (points[right + 1] - points[right - 1]);
    }

    /** The Gaussians of a constituent on the grid. */
    private static double[] absorbance(double[] bands) {
        double[] sum = new double[GRID.count()];
        for (int i = 0; i < sum.length; i++) {
            for (int band = 0; band < bands.length; band += 3) {
                double distance = (GRID.at(i) - bands[band]) / bands[band + 2];
                sum[i] += bands[band + 1] * StrictMath.exp(-FOUR_LN_2 * distance * distance);
            }
        }
        return sum;
    }

    /**
     * Measures a soil.
     *
     * @param scan seed of the random errors of this measurement
     * @return one absorbance per point of the grid
     */
    double[] measure(Composition soil, long scan) {
        double[] absorbance = matrix.clone();
        for (Map.Entry<MirConstituent, double[]> constituent : constituents.entrySet()) {
            double content = constituent.getKey().content(soil);
            double[] pure = constituent.getValue();
            for (int i = 0; i < absorbance.length; i++) {
                absorbance[i] += content * pure[i];
            }
        }
        double scatter = (1 + 0.045 * normal(scan, 1)) * (1 - 2 * soil.saltTotal());
        double offset = 0.03 * normal(scan, 2);
        double slope = 0.025 * normal(scan, 3);
        double air = 0.004 * normal(scan, 4);
        long state = Hash.mix(scan + 5);
        for (int i = 0; i < absorbance.length; i++) {
            double wavenumber = GRID.at(i);
            state += Hash.STEP;
            double flattened = CEILING * (1 - StrictMath.exp(-absorbance[i] / CEILING));
            absorbance[i] = scatter * flattened
                    + offset
                    + slope * (wavenumber - 2300) / 1700
                    + air * carbonDioxide(wavenumber)
                    + noise(wavenumber) * Hash.roughlyNormal(Hash.mix(state));
        }
        return absorbance;
    }

    private static double normal(long scan, int purpose) {
        return Normal.of(Hash.mix(scan + purpose));
    }

    /** The two branches of carbon dioxide's band. */
    private static double carbonDioxide(double wavenumber) {
        double low = (wavenumber - CARBON_DIOXIDE + BRANCH) / BRANCH;
        double high = (wavenumber - CARBON_DIOXIDE - BRANCH) / BRANCH;
        return StrictMath.exp(-low * low) + StrictMath.exp(-high * high);
    }

    /** Standard deviation of the noise: 0.0015, three times that at the detector's lower end. */
    private static double noise(double wavenumber) {
        return 0.0015
                + 0.003 * StrictMath.exp((600 - wavenumber) / 40)
                + 0.001 * Math.max(0, (wavenumber - 3600) / 400);
    }
}
