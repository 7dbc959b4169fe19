/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.deepsalt.model.spectra.Band;

/**
 * Turns a spectrum into what each band sees of it: the mean under a Gaussian of the band's centre and width, on steps
 * of 1 nm. Immutable.
 */
public final class BandResponse {
    /** How far the Gaussian is followed, in widths at half maximum; beyond it less than 0.01 % is left. */
    private static final double REACH = 1.6;

    private static final double FOUR_LN_2 = 2.772588722239781;

    private final List<Band> bands;

    public BandResponse(List<Band> bands) {
        this.bands = List.copyOf(bands);
    }

    /**
     * Samples a spectrum.
     *
     * @param spectrum value per wavelength in nm
     * @return one value per band
     */
    public double[] of(DoubleUnaryOperator spectrum) {
        double[] values = new double[bands.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(spectrum, bands.get(i));
        }
        return values;
    }

    private static double of(DoubleUnaryOperator spectrum, Band band) {
        int first = (int) Math.ceil(band.centre() - REACH * band.width());
        int last = (int) Math.floor(band.centre() + REACH * band.width());
        double sum = 0;
        double weights = 0;
        for (int wavelength = first; wavelength <= last; wavelength++) {
            double distance = (wavelength - band.centre()) / band.width();
            double weight = StrictMath.exp(-FOUR_LN_2 * distance * distance);
            sum += weight * spectrum.applyAsDouble(wavelength);
            weights += weight;
        }
        return sum / weights;
    }
}
