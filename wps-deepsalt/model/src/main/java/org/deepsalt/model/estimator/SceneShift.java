/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import org.deepsalt.model.matrix.Matrix;

/**
 * The direction in which the scenes of a training lie apart, as a whole, from the pixels that were learned from, where
 * they do. How far a pixel lies along it is its index of dissimilarity, where that is larger than by its distance.
 *
 * @param weights by number of the free token
 * @param offset added to the weighted sum
 */
public record SceneShift(float[] weights, double offset) {
    /** The index of one pixel by its free token. */
    public float index(Matrix tokens, int row) {
        double sum = offset;
        for (int i = 0; i < weights.length; i++) {
            sum += (double) weights[i] * tokens.get(row, i);
        }
        return (float) sum;
    }
}
