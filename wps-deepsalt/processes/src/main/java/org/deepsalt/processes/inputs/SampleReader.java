/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.RowProblems;
import org.deepsalt.model.metrics.Grouping;
import org.deepsalt.model.table.HeaderNames;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.raster.sampling.LabelledPoint;
import org.jspecify.annotations.Nullable;

/** Reads the samples of a request from a layer of points. Immutable. */
public final class SampleReader {
    private static final String REGION = "region";
    private static final String CORRECT = "wanted a number of 0 or more: correct or remove these points";

    private final String layer;
    private final String target;
    private final @Nullable String region;

    /**
     * A reader of the samples that a request names.
     *
     * @param request with a target
     */
    public SampleReader(SampleRequest request) {
        this.layer = request.layer();
        this.target = request.requireTarget();
        this.region = request.region();
    }

    /**
     * Reads the samples.
     *
     * @param factor by which their values are multiplied
     * @throws DeepSaltException if there is no such layer or no such attribute
     * @throws InvalidRequestException with the points whose target cannot be used, their number and the first of them
     */
    public List<LabelledPoint> read(ResourceScope resources, double factor) {
        List<PointFeature> features = resources.points(layer);
        if (features.isEmpty()) {
            throw new DeepSaltException("samples '" + layer + "' have no points: give a layer with measured values");
        }
        HeaderNames names = names(features);
        String measured = measuredAttribute(features, names);
        String named = regionAttribute(features, names);
        RowProblems problems = new RowProblems("samples '" + layer + "'");
        List<LabelledPoint> points = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            PointFeature feature = features.get(i);
            String place = "point " + (i + 1);
            Object value = feature.attributes().get(measured);
            if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
                problems.add(target + " is no number", place, "'" + value + "'", CORRECT);
            } else if (number.doubleValue() < 0) {
                problems.add(target + " is negative", place, String.valueOf(value), CORRECT);
            } else {
                float label = (float) (number.doubleValue() * factor);
                points.add(new LabelledPoint(feature.longitude(), feature.latitude(), label, region(feature, named)));
            }
        }
        if (problems.any()) {
            throw new InvalidRequestException(problems.sentences());
        }
        return points;
    }

    private static HeaderNames names(List<PointFeature> features) {
        Set<String> names = new LinkedHashSet<>();
        features.forEach(feature -> names.addAll(feature.attributes().keySet()));
        return new HeaderNames(names);
    }

    /** The attribute as it is spelt in the layer. */
    private String measuredAttribute(List<PointFeature> features, HeaderNames names) {
        String measured = spelt(target, names);
        if (features.stream().anyMatch(feature -> feature.attributes().get(measured) instanceof Number)) {
            return measured;
        }
        Object first = features.get(0).attributes().get(measured);
        throw new DeepSaltException("samples '" + layer + "' have no point with a number in attribute '" + target + "'"
                + (first == null ? "" : ", which is '" + first + "' at the first of " + features.size())
                + "; the attributes are " + attributes(features.get(0)) + ": name another target");
    }

    private String spelt(String attribute, HeaderNames names) {
        try {
            return names.spelt(attribute).orElse(attribute);
        } catch (DeepSaltException e) {
            throw new DeepSaltException("samples '" + layer + "': " + e.getMessage(), e);
        }
    }

    /** The attribute with the name of the region, null where there is none. */
    private @Nullable String regionAttribute(List<PointFeature> features, HeaderNames names) {
        String wanted = spelt(region == null ? REGION : region, names);
        if (features.stream().anyMatch(feature -> feature.attributes().containsKey(wanted))) {
            return wanted;
        }
        if (region != null) {
            throw new DeepSaltException("samples '" + layer + "' have no attribute '" + region
                    + "' with the name of a region; the attributes are " + attributes(features.get(0)));
        }
        return null;
    }

    private static @Nullable String region(PointFeature feature, @Nullable String attribute) {
        if (attribute == null) {
            return null;
        }
        Object name = feature.attributes().get(attribute);
        return name == null || name.toString().isBlank() ? Grouping.UNKNOWN : name.toString();
    }

    private static Set<String> attributes(PointFeature feature) {
        return new TreeSet<>(feature.attributes().keySet());
    }
}
