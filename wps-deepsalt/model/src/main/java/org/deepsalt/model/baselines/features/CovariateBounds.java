/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Standardiser;

/**
 * Covariates bounded to what the labelled and weak pixels had, beyond which a method could only guess, and
 * standardised.
 */
record CovariateBounds(float[] least, float[] most, Standardiser standardiser) {
    static CovariateBounds of(TrainingTable table) {
        Matrix labelled = table.labelled().pixels().covariates();
        Matrix known = table.weak().size() == 0
                ? labelled
                : labelled.above(table.weak().pixels().covariates());
        float[] least = new float[known.columns()];
        float[] most = new float[known.columns()];
        for (int column = 0; column < known.columns(); column++) {
            least[column] = Float.POSITIVE_INFINITY;
            most[column] = Float.NEGATIVE_INFINITY;
            for (int row = 0; row < known.rows(); row++) {
                least[column] = Math.min(least[column], known.get(row, column));
                most[column] = Math.max(most[column], known.get(row, column));
            }
        }
        return new CovariateBounds(least, most, Standardiser.fit(known));
    }

    int columns() {
        return least.length;
    }

    /** Standardised, times a factor. */
    Matrix apply(Matrix raw, int factor) {
        Matrix bounded = Matrix.zeros(raw.rows(), raw.columns());
        for (int i = 0; i < bounded.values().length; i++) {
            int column = i % raw.columns();
            bounded.values()[i] = Math.min(most[column], Math.max(least[column], raw.values()[i]));
        }
        Matrix standard = standardiser.apply(bounded);
        for (int i = 0; i < standard.values().length; i++) {
            standard.values()[i] *= factor;
        }
        return standard;
    }
}
