/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import org.deepsalt.model.spectra.Matrix;

/**
 * Rows to learn from.
 *
 * @param features one row per sample
 * @param logs natural logarithms of ECe
 * @param copies how often each row counts, 1 or more: a measured label counts several times where weak ones count once
 */
record Lesson(Matrix features, double[] logs, int[] copies) {
    int size() {
        return logs.length;
    }
}
