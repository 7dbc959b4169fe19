/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;

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

    /** Number of samples. */
    public int size() {
        return ids.size();
    }

    /** The samples named, in that order. */
    public FtirLibrary select(int[] chosen) {
        List<String> names = new ArrayList<>();
        double[] x = new double[chosen.length];
        double[] y = new double[chosen.length];
        float[] values = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            names.add(ids.get(chosen[i]));
            x[i] = longitude[chosen[i]];
            y[i] = latitude[chosen[i]];
            values[i] = ece[chosen[i]];
        }
        return new FtirLibrary(names, x, y, values, absorbance.select(chosen), grid);
    }
}
