/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

/**
 * How long and how fast a stage learns.
 *
 * @param epochs passes over the data, at most; 0 leaves everything as it was
 * @param batch rows per step
 * @param wholeBatches whether rows that do not fill a last batch wait for the next epoch's order
 * @param learningRate Adam's, at the start
 * @param weightDecay see {@link Adam}
 * @param clip see {@link Adam}
 * @param patience epochs without a better validation loss after which the stage ends; 0 for no early end
 * @param plateau epochs without a better validation loss that are tolerated before the learning rate falls tenfold; 0
 *     for none
 * @param cosine whether the rate rises over the first twentieth of all steps and then falls to 0 along half a cosine
 *     (Loshchilov and Hutter 2017), so that a stage needs no validation to end well
 */
public record Schedule(
        int epochs,
        int batch,
        boolean wholeBatches,
        float learningRate,
        float weightDecay,
        float clip,
        int patience,
        int plateau,
        boolean cosine) {
    private static final double RISE = 0.05;

    /** With a rate that does not fall by itself. */
    public Schedule(
            int epochs,
            int batch,
            boolean wholeBatches,
            float learningRate,
            float weightDecay,
            float clip,
            int patience,
            int plateau) {
        this(epochs, batch, wholeBatches, learningRate, weightDecay, clip, patience, plateau, false);
    }

    /** Without validation, with a rate that rises and falls. */
    public static Schedule falling(int epochs, int batch, float learningRate, float weightDecay) {
        return new Schedule(epochs, batch, true, learningRate, weightDecay, 1, 0, 0, true);
    }

    public Schedule withEpochs(int most) {
        return new Schedule(most, batch, wholeBatches, learningRate, weightDecay, clip, patience, plateau, cosine);
    }

    /** The rate of a step, where {@code done} of all steps lie before it. */
    float rate(float current, double done) {
        if (!cosine) {
            return current;
        }
        return (float) (current * Math.min(1, done / RISE + RISE) * 0.5 * (1 + Math.cos(Math.PI * done)));
    }
}
