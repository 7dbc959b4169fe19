/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import org.deepsalt.model.net.OutputRange;

/**
 * Everything about a training run that is not data.
 *
 * @param laboratoryAutoencoder schedule of stage 2 for laboratory spectra
 * @param satelliteAutoencoder schedule of stage 2 for satellite spectra
 * @param sparsity weight of the autoencoders' sparsity term
 * @param alignment schedule of stage 3
 * @param alignmentWeights its terms
 * @param teacher schedule of stage 4
 * @param student schedule of stage 5
 * @param distillation the student's loss
 * @param dropout in the transformer layers
 * @param range what the model can answer
 * @param pairingDistance largest distance in km between a laboratory sample and its pixel
 * @param split how labelled pixels are dealt out
 * @param seed of every random choice
 */
public record TrainingSettings(
        Schedule laboratoryAutoencoder,
        Schedule satelliteAutoencoder,
        float sparsity,
        Schedule alignment,
        AlignmentWeights alignmentWeights,
        Schedule teacher,
        Schedule student,
        Distillation distillation,
        float dropout,
        OutputRange range,
        double pairingDistance,
        Split.Plan split,
        long seed) {

    /**
     * Most passes of each stage over its data.
     *
     * @param laboratory autoencoder of laboratory spectra
     * @param satellite autoencoder of satellite spectra
     * @param alignment of the two
     * @param teacher on laboratory codes
     * @param student on satellite codes and covariates
     */
    public record Epochs(int laboratory, int satellite, int alignment, int teacher, int student) {
        /** Enough for some hundred spectra and labels and some thousand pixels. */
        public static final Epochs STANDARD = new Epochs(100, 30, 60, 300, 300);
    }

    /**
     * The paper's layers, with guards against the collapse of its alignment: no sparsity, a contrastive term,
     * standardised codes; and with a student that listens to the labels before it listens to the teacher.
     */
    public static TrainingSettings standard(double pairingDistance, Split.Plan split, Epochs epochs, long seed) {
        return new TrainingSettings(
                new Schedule(epochs.laboratory, 32, 3e-4f, 0, 1f, 0),
                new Schedule(epochs.satellite, 128, 1e-3f, 0, 1f, 0),
                0f,
                new Schedule(epochs.alignment, 64, 1e-4f, 1e-5f, 1f, 0),
                new AlignmentWeights(1f, 1f, 0.2f),
                new Schedule(epochs.teacher, 64, 1e-3f, 0, 1f, 30),
                new Schedule(epochs.student, 64, 1e-3f, 1e-5f, 1f, 40),
                Distillation.STANDARD,
                0.1f,
                OutputRange.PAPER_ECE,
                pairingDistance,
                split,
                seed);
    }
}
