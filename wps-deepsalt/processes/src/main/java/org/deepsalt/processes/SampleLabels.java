/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.RowProblems;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.store.Hash;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.raster.sampling.LabelledPoint;

/** The measured target at points: read from a layer, and looked at as a whole. */
final class SampleLabels {
    private static final String CORRECT = "wanted a number of 0 or more: correct or remove these points";

    private SampleLabels() {}

    /**
     * Reads a point layer.
     *
     * @throws DeepSaltException if there is no such layer or no such attribute
     * @throws InvalidRequestException with the points whose target cannot be used, their number and the first of them
     */
    static List<LabelledPoint> read(LayerCatalog catalog, String layer, String target) {
        List<PointFeature> features = catalog.points(layer);
        requireAttribute(layer, features, target);
        RowProblems problems = new RowProblems("samples '" + layer + "'");
        List<LabelledPoint> points = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            PointFeature feature = features.get(i);
            String place = "point " + (i + 1);
            Object value = feature.attributes().get(target);
            if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                problems.add(target + " is no number", place, "'" + value + "'", CORRECT);
            } else if (number.doubleValue() < 0) {
                problems.add(target + " is negative", place, String.valueOf(value), CORRECT);
            } else {
                points.add(new LabelledPoint(feature.longitude(), feature.latitude(), number.floatValue()));
            }
        }
        if (problems.any()) {
            throw new InvalidRequestException(problems.sentences());
        }
        return points;
    }

    private static void requireAttribute(String layer, List<PointFeature> features, String target) {
        Set<String> attributes = new TreeSet<>();
        for (PointFeature feature : features) {
            if (feature.attributes().get(target) instanceof Number) {
                return;
            }
            attributes.addAll(feature.attributes().keySet());
        }
        Object first = features.isEmpty() ? null : features.get(0).attributes().get(target);
        throw new DeepSaltException("samples '" + layer + "' have no point with a number in attribute '" + target + "'"
                + (first == null ? "" : ", which is '" + first + "' at the first of " + features.size())
                + "; the attributes are " + attributes + ": name another target");
    }

    /**
     * Looks at the labels that have a pixel.
     *
     * @param ece whether they are ECe in dS/m
     * @return how many lie outside the range
     * @throws DeepSaltException if they cannot teach what the model shall answer
     */
    static ModelCard.Bounded check(float[] labels, OutputRange range, boolean ece) {
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
                    + ", the largest answer of the model: the samples may be in another unit than targetUnit says; convert"
                    + " them, or give a targetRange that fits");
        }
        if (ece && classes.size() == 1 && labels.length > 1) {
            SalinityClass only = classes.iterator().next();
            throw new DeepSaltException("all " + labels.length + " labels are of one class, " + only.title() + " ("
                    + only.from() + " to " + only.to()
                    + " dS/m): a model that has seen no other would call every pixel so;"
                    + " give samples of at least one more class, from other fields or scenes");
        }
        return new ModelCard.Bounded(below, above, labels.length);
    }

    /** SHA-256 of places and values, in the order of the layer, so that a card can tell which samples a model has seen. */
    static String hash(List<LabelledPoint> points) {
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
