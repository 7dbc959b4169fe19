/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import org.deepsalt.model.matrix.Matrix;

/** Which numbers stand for a pretreated spectrum. */
public enum SpectralView {
    BANDS("all bands", 1, 0),
    /**
     * Neighbouring bands overlap and resemble each other; trees take as long for each band as they take it seriously.
     */
    TRIPLES("means of three neighbouring bands", 3, 0),
    COMPONENTS_8("8 principal components", 1, 8),
    COMPONENTS_16("16 principal components", 1, 16),
    COMPONENTS_32("32 principal components", 1, 32);

    private final String title;
    private final int width;
    private final int components;

    SpectralView(String title, int width, int components) {
        this.title = title;
        this.width = width;
        this.components = components;
    }

    @Override
    public String toString() {
        return title;
    }

    /** Number of principal components, 0 for none. */
    int components() {
        return components;
    }

    /** Means of neighbouring columns, the last one of as many as are left. */
    Matrix averaged(Matrix spectra) {
        if (width == 1) {
            return spectra;
        }
        int columns = (spectra.columns() + width - 1) / width;
        Matrix result = Matrix.zeros(spectra.rows(), columns);
        for (int row = 0; row < spectra.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                int end = Math.min(spectra.columns(), (column + 1) * width);
                float sum = 0;
                for (int band = column * width; band < end; band++) {
                    sum += spectra.get(row, band);
                }
                result.values()[row * columns + column] = sum / (end - column * width);
            }
        }
        return result;
    }
}
