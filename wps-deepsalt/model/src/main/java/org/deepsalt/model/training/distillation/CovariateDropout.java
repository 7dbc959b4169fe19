/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Random;
import org.deepsalt.model.matrix.Matrix;

/**
 * Replaces covariates by NaN at random, so that a student learns to do without any of them.
 *
 * @param share of the pixels that lose all, and of the single values that are lost besides
 */
record CovariateDropout(float share) {

    /** The same table with NaN for what was taken; the draws are the generator's next. */
    Matrix apply(Matrix covariates, Random random) {
        if (share == 0) {
            return covariates;
        }
        int columns = covariates.columns();
        float[] left = covariates.values().clone();
        for (int row = 0; row < covariates.rows(); row++) {
            boolean all = random.nextFloat() < share;
            for (int column = 0; column < columns; column++) {
                if (random.nextFloat() < share || all) {
                    left[row * columns + column] = Float.NaN;
                }
            }
        }
        return new Matrix(covariates.rows(), columns, left);
    }
}
