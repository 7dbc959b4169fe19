/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.pixels;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.model.matrix.Matrix;

/**
 * Bare-soil pixels of the training scenes: what the student sees. The parts run in step.
 *
 * @param reflectance one row per pixel, 0 to 1, in the order of the model's bands
 * @param covariates one row per pixel, in the units of the covariates
 * @param coordinates where the pixels lie; two rows of the same place are the same pixel
 * @param regions name of the region of each pixel
 */
public record Pixels(Matrix reflectance, Matrix covariates, Coordinates coordinates, List<String> regions) {
    public Pixels {
        if (reflectance.rows() != coordinates.size() || regions.size() != coordinates.size()) {
            throw new IllegalArgumentException(reflectance.rows() + " pixels, " + coordinates.size()
                    + " coordinates and " + regions.size() + " regions do not run in step");
        }
    }

    /** Pixels of one region without a name. */
    public Pixels(Matrix reflectance, Matrix covariates, Coordinates coordinates) {
        this(reflectance, covariates, coordinates, Collections.nCopies(coordinates.size(), ""));
    }

    /** Number of pixels. */
    public int size() {
        return reflectance.rows();
    }

    /**
     * Pixels as a model takes them, chosen at even distances.
     *
     * @param most how many at most
     * @return reflectances, then covariates, pixel after pixel
     */
    public float[] inputs(int most) {
        int count = Math.min(most, size());
        int columns = reflectance.columns() + covariates.columns();
        float[] rows = new float[count * columns];
        for (int i = 0; i < count; i++) {
            int row = (int) ((long) i * size() / count);
            System.arraycopy(reflectance.row(row), 0, rows, i * columns, reflectance.columns());
            System.arraycopy(covariates.row(row), 0, rows, i * columns + reflectance.columns(), covariates.columns());
        }
        return rows;
    }

    /** These pixels and others below them. */
    public Pixels above(Pixels below) {
        return new Pixels(
                reflectance.above(below.reflectance),
                covariates.above(below.covariates),
                coordinates.above(below.coordinates),
                Stream.concat(regions.stream(), below.regions.stream()).toList());
    }

    /** Some rows, in the order given. */
    public Pixels select(int[] chosen) {
        return new Pixels(
                reflectance.select(chosen),
                covariates.select(chosen),
                coordinates.select(chosen),
                Arrays.stream(chosen).mapToObj(regions::get).toList());
    }
}
