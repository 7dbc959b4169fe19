/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.data;

import org.deepsalt.model.pixels.Pixels;

/**
 * Pixels with the measured value of each, in the unit of the target.
 *
 * @param pixels reflectance, covariates and coordinates, one row per sample
 * @param labels ECe in dS/m, in step with the pixels
 */
public record Samples(Pixels pixels, float[] labels) {
    public Samples {
        if (pixels.size() != labels.length) {
            throw new IllegalArgumentException(pixels.size() + " pixels but " + labels.length + " labels");
        }
    }

    /** Number of pixels. */
    public int size() {
        return labels.length;
    }

    /** Some rows, in the order given. */
    public Samples select(int[] rows) {
        float[] chosen = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = labels[rows[i]];
        }
        return new Samples(pixels.select(rows), chosen);
    }
}
