/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

/**
 * How long and how fast a stage learns.
 *
 * @param epochs passes over the data, at most
 * @param batch rows per step
 * @param learningRate Adam's, at the start
 * @param weightDecay see {@link Adam}
 * @param clip see {@link Adam}
 * @param patience epochs without a better validation loss after which the stage ends; half of it lowers the learning
 *     rate tenfold. 0 for no early end
 */
public record Schedule(int epochs, int batch, float learningRate, float weightDecay, float clip, int patience) {}
