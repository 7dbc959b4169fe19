/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import java.util.List;

/**
 * Laboratory samples: mid-infrared absorbance and the electrical conductivity of the saturated-paste extract. The
 * arrays run in step and are shared, not copied.
 *
 * @param ids one per sample, unique
 * @param longitude WGS 84 degrees
 * @param latitude WGS 84 degrees
 * @param ece EC of the saturated-paste extract in dS/m
 * @param absorbance one row per sample on the grid
 * @param grid wavenumbers of the columns
 */
public record FtirLibrary(
        List<String> ids, double[] longitude, double[] latitude, float[] ece, Matrix absorbance, Wavenumbers grid) {

    public int size() {
        return ids.size();
    }
}
