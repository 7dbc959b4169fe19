/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.world.satellite.EnmapBands;
import org.deepsalt.world.satellite.ground.BandResponse;

/** The same soils as a laboratory sees them, and as EnMAP would if it saw nothing but dry soil. */
final class Views {
    private static final double FIRST = 420;
    private static final double LAST = 2450;
    private static final double LEAST_REFLECTANCE = 1e-3;
    private static final double RELATIVE_NOISE = 0.005;
    private static final double NOISE = 0.002;

    /** EnMAP's bands without those of water vapour, by ascending wavelength, each wavelength once. */
    static final List<Band> BANDS = bands();

    private Views() {}

    private static List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        EnmapBands all = EnmapBands.read();
        for (int i = 0; i < all.count(); i++) {
            double centre = all.list().get(i).centre();
            boolean vapour = (centre > 1350 && centre < 1450) || (centre > 1790 && centre < 1960);
            if (!all.filled()[i] && !vapour && centre >= FIRST && centre <= LAST) {
                bands.add(all.list().get(i));
            }
        }
        bands.sort(Comparator.comparingDouble(Band::centre));
        return List.copyOf(bands);
    }

    /** Absorbance between 420 and 2450 nm as the laboratory measured it. */
    static Matrix laboratory(RealSoils soils) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < soils.wavelengths().length; i++) {
            if (soils.wavelengths()[i] >= FIRST && soils.wavelengths()[i] <= LAST) {
                columns.add(i);
            }
        }
        Matrix absorbance = Matrix.zeros(soils.size(), columns.size());
        for (int row = 0; row < soils.size(); row++) {
            for (int i = 0; i < columns.size(); i++) {
                absorbance.values()[row * columns.size() + i] = (float) -Math.log10(
                        Math.max(LEAST_REFLECTANCE, soils.reflectance().get(row, columns.get(i))));
            }
        }
        return absorbance;
    }

    /**
     * Reflectance in EnMAP's bands, with noise of half a percent of itself and of 0.002, independent from band to band.
     *
     * @param seed of the noise
     */
    static Matrix satellite(RealSoils soils, long seed) {
        BandResponse response = new BandResponse(BANDS);
        Random random = new Random(seed);
        Matrix reflectance = Matrix.zeros(soils.size(), BANDS.size());
        for (int row = 0; row < soils.size(); row++) {
            float[] spectrum = soils.reflectance().row(row);
            double[] seen = response.of(wavelength -> at(soils.wavelengths(), spectrum, wavelength));
            for (int i = 0; i < seen.length; i++) {
                double noisy = seen[i] * (1 + RELATIVE_NOISE * random.nextGaussian()) + NOISE * random.nextGaussian();
                reflectance.values()[row * seen.length + i] = (float) noisy;
            }
        }
        return reflectance;
    }

    private static double at(double[] wavelengths, float[] spectrum, double wavelength) {
        int right = 1;
        while (right < wavelengths.length - 1 && wavelengths[right] < wavelength) {
            right++;
        }
        double share = (wavelength - wavelengths[right - 1]) / (wavelengths[right] - wavelengths[right - 1]);
        double bounded = Math.min(1, Math.max(0, share));
        return spectrum[right - 1] + bounded * (spectrum[right] - spectrum[right - 1]);
    }
}
