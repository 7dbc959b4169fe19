/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

/** What the numbers in the headers of a library's spectral columns count. */
public enum SpectralAxis {
    /** Wavenumbers in cm-1, of the mid infrared. */
    CM,
    /** Wavelengths in nm, of the visible and near infrared. */
    NM,
    /** The same in micrometres. */
    UM;

    /** Whether the spectra are of the visible and near infrared. */
    public boolean isVisNir() {
        return this != CM;
    }

    /** The unit in which positions are kept: cm-1, or nm, also where the file has micrometres. */
    public String unit() {
        return isVisNir() ? "nm" : "cm-1";
    }

    /** What such spectra are called. */
    public String spectra() {
        return isVisNir() ? "Vis-NIR" : "mid-infrared";
    }
}
