/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Matrix;

/** Describes pixels by numbers. Immutable. */
interface FeatureMaker {
    /** Takes scales and components from a table's pixels. Labels are never looked at. */
    Prepared prepare(TrainingTable table);

    /** Ready to describe pixels; used by one thread at a time. */
    interface Prepared {
        /** What there is to choose. */
        List<Axis<?>> axes();

        /** From pixels to one row of features each; the function is thread-safe. */
        Function<Pixels, Matrix> transform(Choice choice);
    }
}
