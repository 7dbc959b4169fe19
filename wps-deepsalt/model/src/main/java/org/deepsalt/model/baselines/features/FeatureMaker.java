/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Pixels;

/** Turns pixels into a table of features, one row per pixel. Immutable. */
public interface FeatureMaker {
    /** Takes scales and components from a table's pixels. Labels are never looked at. */
    Prepared prepare(TrainingTable table);

    /** A feature maker that was fitted to a training table; used by one thread at a time. */
    interface Prepared {
        /** The hyperparameters of the features. */
        List<Hyperparameter<?>> hyperparameters();

        /** From pixels to one row of features each; the function is thread-safe. */
        Function<Pixels, Matrix> transform(Configuration configuration);
    }
}
