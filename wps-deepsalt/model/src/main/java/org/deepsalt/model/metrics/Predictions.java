/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.List;

/**
 * A model's answers at pixels whose target was measured. The arrays run in step: place i of each is pixel i.
 *
 * @param observed in the unit of the target
 * @param estimate in the same unit
 * @param width of the prediction interval, in the same unit
 * @param covered whether the interval holds the observed value
 * @param dissimilarity index of the pixel
 */
public record Predictions(float[] observed, float[] estimate, float[] width, boolean[] covered, float[] dissimilarity) {
    public Predictions {
        int size = observed.length;
        if (estimate.length != size || width.length != size || covered.length != size || dissimilarity.length != size) {
            throw new IllegalArgumentException("the columns of " + size + " predictions differ in length");
        }
    }

    /** Number of pixels. */
    public int size() {
        return observed.length;
    }

    /** All pixels of several parts, one part after the other. */
    public static Predictions joined(List<Predictions> parts) {
        int size = parts.stream().mapToInt(Predictions::size).sum();
        Predictions all =
                new Predictions(new float[size], new float[size], new float[size], new boolean[size], new float[size]);
        int at = 0;
        for (Predictions part : parts) {
            for (int i = 0; i < part.size(); i++) {
                part.copy(i, all, at++);
            }
        }
        return all;
    }

    private void copy(int from, Predictions target, int to) {
        target.observed[to] = observed[from];
        target.estimate[to] = estimate[from];
        target.width[to] = width[from];
        target.covered[to] = covered[from];
        target.dissimilarity[to] = dissimilarity[from];
    }

    /** The pixels at these positions, in that order. */
    Predictions select(int[] positions) {
        int size = positions.length;
        Predictions chosen =
                new Predictions(new float[size], new float[size], new float[size], new boolean[size], new float[size]);
        for (int i = 0; i < size; i++) {
            copy(positions[i], chosen, i);
        }
        return chosen;
    }
}
