/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

import java.util.List;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.split.Split;

/** Makes of a training's data the table that methods without a laboratory encoder learn from. */
public final class LabelledTables {
    private LabelledTables() {}

    /**
     * The labelled pixels that the split lets learn, and the laboratory's EC at the paired pixels as weak labels.
     *
     * @param all pairs of laboratory samples and pixels; those with a simulated pixel, which has no covariate, are left
     *     out
     * @param range of the target, in dS/m
     */
    public static TrainingTable of(TrainingData data, Split split, List<Pairing.Pair> all, OutputRange range) {
        List<Pairing.Pair> pairs = all.stream()
                .filter(pair -> pair.pixel() < data.unlabelled().size())
                .filter(pair -> data.library().certainty()[pair.sample()] == 1)
                .toList();
        float[] weak = new float[pairs.size()];
        for (int i = 0; i < weak.length; i++) {
            weak[i] = data.library().ece()[pairs.get(i).sample()];
        }
        int[] paired = pairs.stream().mapToInt(Pairing.Pair::pixel).toArray();
        return new TrainingTable(
                data.bands(),
                new Samples(data.labelled(), data.labels()).select(split.learned()),
                new Samples(data.unlabelled().select(paired), weak),
                data.unlabelled().reflectance(),
                range);
    }
}
