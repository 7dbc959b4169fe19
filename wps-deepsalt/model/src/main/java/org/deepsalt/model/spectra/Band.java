/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

/**
 * One spectral band of a satellite scene.
 *
 * @param centre centre wavelength in nm
 * @param width full width at half maximum in nm
 * @param detector the spectrometer, as far as known
 */
public record Band(double centre, double width, Detector detector) {
    public Band(double centre, double width) {
        this(centre, width, Detector.UNKNOWN);
    }
}
