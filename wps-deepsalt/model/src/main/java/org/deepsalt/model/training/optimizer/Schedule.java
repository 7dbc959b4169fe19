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
 *     for a constant rate
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
        int plateau)
        implements ScheduleBuilder.With {}
