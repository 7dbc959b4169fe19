/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.util.function.UnaryOperator;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.settings.TrainingSettings;

/**
 * One row of a table: the default preset with one thing changed.
 *
 * @param name as the table has it
 * @param settings what is changed in how a model is trained
 * @param data what is changed in what it is trained on
 */
record Variant(String name, UnaryOperator<TrainingSettings> settings, UnaryOperator<TrainingData> data) {
    static Variant of(String name, UnaryOperator<TrainingSettings> settings) {
        return new Variant(name, settings, UnaryOperator.identity());
    }

    static Variant ofData(String name, UnaryOperator<TrainingData> data) {
        return new Variant(name, UnaryOperator.identity(), data);
    }
}
