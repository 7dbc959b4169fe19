/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.TrainingTable;

/**
 * A regression method that a model is compared with, tuned on the same samples. Implementations are immutable and may
 * be used by several threads.
 */
public interface Baseline {
    /** Short and unique, for tables. */
    String name();

    /** One sentence that says what the method does and what was tuned. */
    String description();

    /**
     * Tunes the method on these labels alone and learns from all of them. Equal tables and seeds give equal answers to
     * the last bit, whatever the number of processors.
     *
     * @param seed of every random configuration
     * @param progress asked after every setting that was tried
     * @throws org.deepsalt.model.InvalidRequestException if there are too few labels to tune with
     */
    FittedBaseline fit(TrainingTable table, long seed, Progress progress);
}
