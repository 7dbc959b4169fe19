/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

import java.util.function.DoubleUnaryOperator;
import org.deepsalt.world.region.NumberTable;

/**
 * The reflectance curves and absorption bands of this package, from the text {@code spectra.txt}, which names their
 * sources. Immutable.
 */
public final class SpectralTable {
    private static final double FOUR_LN_2 = 2.772588722239781;

    private final NumberTable numbers = NumberTable.read(SpectralTable.class, "spectra.txt");

    /** A smooth curve over the wavelength in nm. */
    public DoubleUnaryOperator curve(String name) {
        return Curve.through(numbers.row(name))::at;
    }

    /** A curve of positive values that span powers of ten, smooth in their logarithm. */
    DoubleUnaryOperator steepCurve(String name) {
        double[] points = numbers.row(name);
        for (int i = 1; i < points.length; i += 2) {
            points[i] = StrictMath.log(points[i]);
        }
        Curve logarithm = Curve.through(points);
        return wavelength -> StrictMath.exp(logarithm.at(wavelength));
    }

    /** Absorbance (natural logarithm, over a straight continuum) of a pure powder: a sum of Gaussians. */
    public DoubleUnaryOperator absorbance(String name) {
        double[] bands = numbers.row(name);
        return wavelength -> {
            double sum = 0;
            for (int i = 0; i < bands.length; i += 3) {
                double distance = (wavelength - bands[i]) / bands[i + 2];
                sum -= StrictMath.log(1 - bands[i + 1]) * StrictMath.exp(-FOUR_LN_2 * distance * distance);
            }
            return sum;
        };
    }
}
