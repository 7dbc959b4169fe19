/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;

/**
 * Laboratory samples: absorbance, of the mid infrared or of Vis-NIR, and the electrical conductivity of the
 * saturated-paste extract or another property. The arrays run in step and are shared, not copied.
 *
 * @param ids one per sample, unique
 * @param longitude WGS 84 degrees; NaN where a Vis-NIR sample has none
 * @param latitude WGS 84 degrees; NaN where a Vis-NIR sample has none
 * @param ece EC of the saturated-paste extract in dS/m
 * @param certainty 1 where the property was measured; where it was read off the spectrum, the share of its spread that
 *     the reading explains; 0 where it is not known, and NaN
 * @param absorbance one row per sample on the grid
 * @param grid wavenumbers of the columns in cm-1, or wavelengths in nm
 */
public record FtirLibrary(
        List<String> ids,
        double[] longitude,
        double[] latitude,
        float[] ece,
        float[] certainty,
        Matrix absorbance,
        Wavenumbers grid) {

    /** No samples. */
    public static final FtirLibrary NONE = new FtirLibrary(
            List.of(), new double[0], new double[0], new float[0], Matrix.zeros(0, 0), Wavenumbers.BRUKER);

    /** Samples that were all measured, but for those whose property is NaN. */
    public FtirLibrary(
            List<String> ids, double[] longitude, double[] latitude, float[] ece, Matrix absorbance, Wavenumbers grid) {
        this(ids, longitude, latitude, ece, known(ece), absorbance, grid);
    }

    private static float[] known(float[] values) {
        float[] known = new float[values.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = Float.isNaN(values[i]) ? 0 : 1;
        }
        return known;
    }

    /** Number of samples. */
    public int size() {
        return ids.size();
    }

    /** These samples and others of the same grid below them. */
    public FtirLibrary above(FtirLibrary below) {
        if (size() == 0 || below.size() == 0) {
            return size() == 0 ? below : this;
        }
        List<String> names = new ArrayList<>(ids);
        names.addAll(below.ids);
        return new FtirLibrary(
                names,
                DoubleStream.concat(DoubleStream.of(longitude), DoubleStream.of(below.longitude))
                        .toArray(),
                DoubleStream.concat(DoubleStream.of(latitude), DoubleStream.of(below.latitude))
                        .toArray(),
                joined(ece, below.ece),
                joined(certainty, below.certainty),
                absorbance.above(below.absorbance),
                grid);
    }

    private static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The same spectra with other values of the property. */
    public FtirLibrary withValues(float[] values, float[] certain) {
        return new FtirLibrary(ids, longitude, latitude, values, certain, absorbance, grid);
    }

    /** Rows whose property was measured. */
    public int[] measured() {
        return IntStream.range(0, size()).filter(row -> certainty[row] == 1).toArray();
    }

    /** The samples named, in that order. */
    public FtirLibrary select(int[] chosen) {
        List<String> names = new ArrayList<>();
        double[] x = new double[chosen.length];
        double[] y = new double[chosen.length];
        float[] values = new float[chosen.length];
        float[] certain = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            names.add(ids.get(chosen[i]));
            x[i] = longitude[chosen[i]];
            y[i] = latitude[chosen[i]];
            values[i] = ece[chosen[i]];
            certain[i] = certainty[chosen[i]];
        }
        return new FtirLibrary(names, x, y, values, certain, absorbance.select(chosen), grid);
    }
}
