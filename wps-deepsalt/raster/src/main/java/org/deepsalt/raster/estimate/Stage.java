/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.Locale;

/** What a thread of an estimation can be busy with. */
public enum Stage {
    /** Reading and decoding the scene's spectra. */
    READING,
    /** Scaling, masking, warping covariates, lining up rows, and turning answers into the result's bands. */
    PREPARING,
    /** Multiplying. */
    INFERENCE,
    /** Compressing and writing the result. */
    WRITING;

    /** Name in reports. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
