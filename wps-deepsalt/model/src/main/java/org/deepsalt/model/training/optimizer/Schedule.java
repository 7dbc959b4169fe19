/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import io.soabase.recordbuilder.core.RecordBuilder;

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
@RecordBuilder
public record Schedule(
        int epochs,
        int batch,
        boolean wholeBatches,
        float learningRate,
        float weightDecay,
        float clip,
        int patience,
        int plateau,
        boolean cosine)
        implements ScheduleBuilder.With {
    private static final double RISE = 0.05;

    /** Without validation, with a rate that rises and falls. */
    public static Schedule falling(int epochs, int batch, float learningRate, float weightDecay) {
        return ScheduleBuilder.builder()
                .epochs(epochs)
                .batch(batch)
                .wholeBatches(true)
                .learningRate(learningRate)
                .weightDecay(weightDecay)
                .clip(1)
                .cosine(true)
                .build();
    }

    /** The rate of a step, where {@code done} of all steps lie before it. */
    float rate(float current, double done) {
        if (!cosine) {
            return current;
        }
        return (float) (current * Math.min(1, done / RISE + RISE) * 0.5 * (1 + Math.cos(Math.PI * done)));
    }
}
