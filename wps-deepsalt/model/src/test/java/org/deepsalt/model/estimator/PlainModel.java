/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.io.IOException;
import java.nio.file.Path;
import org.deepsalt.model.net.layer.FrozenWeights;
import org.deepsalt.model.net.layer.Parameters;

/** Writes the layers of a model as they were trained: slower, and what the folded ones are measured against. */
public final class PlainModel {
    private PlainModel() {}

    public static void write(EstimatorNet net, Parameters trained, Path folder) throws IOException {
        Parameters needed = net.needed(trained);
        SavedModelWriter.write(net, (tf, pixels) -> net.apply(tf, new FrozenWeights(tf, needed), pixels), folder);
    }
}
