/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import java.util.List;

/**
 * Weights of the terms of the student's loss. The paper's weights add up to 1.07 and are taken as they are.
 *
 * @param task weight of the Huber loss against the label
 * @param feature weight of the likeness of hidden states
 * @param response weight of the Kullback-Leibler divergence of the answers
 * @param layers weight of each of the teacher's layers within the feature term
 */
public record DistillationWeights(float task, float feature, float response, List<Float> layers) {
    public static final DistillationWeights PAPER =
            new DistillationWeights(0.07f, 0.90f, 0.10f, List.of(1.35f, 1.05f, 0.65f));

    /**
     * Mostly the label, a tenth each of the teacher's features and response. With the paper's weights the student
     * rather repeats the teacher's prediction for its own codes, errors included: on the sample world the map's MAE was
     * 2.13 dS/m with those and 1.85 with these (two seeds).
     */
    public static final DistillationWeights STANDARD = new DistillationWeights(1f, 0.1f, 0.1f, PAPER.layers);

    /** The label alone, without a teacher. */
    public static final DistillationWeights NONE = new DistillationWeights(1, 0, 0, PAPER.layers);

    /** The teacher's layer that a layer of the student imitates; those beyond the teacher's last imitate the last. */
    public int teacherLayer(int studentLayer) {
        return Math.min(studentLayer, layers.size() - 1);
    }
}
