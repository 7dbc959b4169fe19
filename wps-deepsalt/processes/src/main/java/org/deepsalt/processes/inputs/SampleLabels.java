/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.store.Hash;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.raster.sampling.LabelledPoint;

/** Checks of all measured labels of a training together. Stateless. */
public final class SampleLabels {
    private SampleLabels() {}

    /**
     * Checks the labels of the samples that have a pixel.
     *
     * @param ece whether they are ECe in dS/m
     * @return how many lie outside the range
     * @throws DeepSaltException if no useful model can be trained on them: more than half above the range, or all of
     *     one salinity class
     */
    public static ModelCard.Bounded check(float[] labels, OutputRange range, boolean ece) {
        Set<SalinityClass> classes = new TreeSet<>();
        long below = 0;
        long above = 0;
        for (float label : labels) {
            classes.add(SalinityClass.of(label));
            below += label < range.minimum() ? 1 : 0;
            above += label > range.maximum() ? 1 : 0;
        }
        if (above > labels.length / 2) {
            throw new DeepSaltException(above + " of the " + labels.length + " labels are above " + range.maximum()
                    + ", the largest answer of the model: the samples may be in another unit than targetUnit says;"
                    + " convert them, or give a targetRange that fits");
        }
        if (ece && classes.size() == 1 && labels.length > 1) {
            SalinityClass only = classes.iterator().next();
            throw new DeepSaltException("all " + labels.length + " labels are of one class, " + only.title() + " ("
                    + only.from() + " to " + only.to()
                    + " dS/m): a model that has seen no other class would put every pixel into it;"
                    + " give samples of at least one more class, from other fields or scenes");
        }
        return new ModelCard.Bounded(below, above, labels.length);
    }

    /**
     * SHA-256 of places and values, in the order of the layer, so that a card can tell which samples a model has seen.
     */
    public static String hash(List<LabelledPoint> points) {
        StringBuilder text = new StringBuilder();
        for (LabelledPoint point : points) {
            text.append(point.longitude())
                    .append(' ')
                    .append(point.latitude())
                    .append(' ')
                    .append(point.value())
                    .append('\n');
        }
        return Hash.ofText(text.toString());
    }
}
