/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

/** Which of EnMAP's two spectrometers saw a band. Between 902 and 993 nm both do. */
public enum Detector {
    VNIR,
    SWIR,
    UNKNOWN;

    boolean contradicts(Detector other) {
        return this != UNKNOWN && other != UNKNOWN && this != other;
    }
}
