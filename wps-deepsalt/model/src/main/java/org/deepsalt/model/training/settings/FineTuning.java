/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

/**
 * How the aligned encoder is trained further together with the student.
 *
 * @param encoderRate the encoder's learning rate as a share of the student's; 0 if it stays as it was aligned
 * @param variation of the training pixels
 * @param droppedCovariates how often a training pixel is shown without any covariate, and each by itself without a
 *     single one; 0 if the model needs all of them
 */
public record FineTuning(float encoderRate, SceneVariation variation, float droppedCovariates) {
    /** As published: the student learns from codes that stay. */
    public static final FineTuning NONE = new FineTuning(0, SceneVariation.NONE, 0);

    public static final FineTuning USUAL = new FineTuning(0.3f, SceneVariation.USUAL, 0.25f);
}
