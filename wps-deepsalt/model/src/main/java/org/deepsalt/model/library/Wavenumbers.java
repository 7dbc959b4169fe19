/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

/**
 * An even grid of wavenumbers in cm-1, ascending, or of wavelengths in nm for spectra of Vis-NIR.
 *
 * @param first lowest wavenumber
 * @param step distance between neighbours
 * @param count number of points
 */
public record Wavenumbers(double first, double step, int count) {
    /**
     * The grid of the KSSL and ICRAF Bruker spectrometers between 599.8 and 4001.6 cm-1, whose 1765 points are the
     * paper's channels.
     */
    public static final Wavenumbers BRUKER = new Wavenumbers(599.8, 1.9285, 1765);

    /** Headers tell wavenumbers to a tenth. */
    private static final double ROUNDING = 0.1;

    /** The wavenumber at an index, in cm-1. */
    public double at(int index) {
        return first + index * step;
    }

    /** The highest wavenumber, in cm-1. */
    public double last() {
        return at(count - 1);
    }

    /**
     * Linear interpolation of a measured spectrum onto this grid.
     *
     * @param at wavenumbers of the measurement, ascending
     * @param values one value per wavenumber
     * @return {@code count} values
     * @throws IllegalArgumentException if the measurement does not cover the grid to within one of its own steps
     */
    public float[] resample(double[] at, double[] values) {
        if (!covers(at)) {
            throw new IllegalArgumentException("the spectrum does not cover " + first + " to " + last() + " cm-1");
        }
        float[] result = new float[count];
        int right = 1;
        for (int i = 0; i < count; i++) {
            double wavenumber = at(i);
            while (right < at.length - 1 && at[right] < wavenumber) {
                right++;
            }
            double share = (wavenumber - at[right - 1]) / (at[right] - at[right - 1]);
            double bounded = Math.min(1, Math.max(0, share));
            result[i] = (float) (values[right - 1] + bounded * (values[right] - values[right - 1]));
        }
        return result;
    }

    /** Whether ascending wavenumbers reach both ends of this grid to within one of their own steps. */
    public boolean covers(double[] at) {
        int n = at.length;
        return n > 1
                && first >= at[0] - (at[1] - at[0]) - ROUNDING
                && last() <= at[n - 1] + (at[n - 1] - at[n - 2]) + ROUNDING;
    }
}
