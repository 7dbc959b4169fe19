/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.metrics.Grouping;
import org.deepsalt.raster.sampling.LabelledPoint;

/**
 * Which samples a request means.
 *
 * @param layer point layer
 * @param target attribute with the measured value
 * @param region attribute with the name of the region; null for {@code region} if the samples have it, otherwise regions
 *     are named after the scenes
 */
record SampleRequest(String layer, String target, String region) {
    private static final String REGION = "region";

    /**
     * Reads the samples.
     *
     * @param factor by which their values are multiplied
     * @throws DeepSaltException if one of them has no value that can be used
     */
    List<LabelledPoint> read(LayerCatalog catalog, double factor) {
        List<PointFeature> features = catalog.points(layer);
        if (features.isEmpty()) {
            throw new DeepSaltException("samples '" + layer + "' have no points: give a layer with measured values");
        }
        String named = regionAttribute(features);
        List<LabelledPoint> points = new ArrayList<>();
        List<PointFeature> bad = new ArrayList<>();
        for (PointFeature feature : features) {
            if (feature.attributes().get(target) instanceof Number value
                    && Double.isFinite(value.doubleValue())
                    && value.doubleValue() >= 0) {
                points.add(new LabelledPoint(
                        feature.longitude(),
                        feature.latitude(),
                        (float) (value.doubleValue() * factor),
                        region(feature, named)));
            } else {
                bad.add(feature);
            }
        }
        if (!bad.isEmpty()) {
            throw new DeepSaltException(problem(bad, features.size()));
        }
        return points;
    }

    private String regionAttribute(List<PointFeature> features) {
        String wanted = region == null ? REGION : region;
        if (features.stream().anyMatch(feature -> feature.attributes().containsKey(wanted))) {
            return wanted;
        }
        if (region != null) {
            throw new DeepSaltException("samples '" + layer + "' have no attribute '" + region
                    + "' with the name of a region; the attributes are " + attributes(features.get(0)));
        }
        return null;
    }

    private static String region(PointFeature feature, String attribute) {
        if (attribute == null) {
            return null;
        }
        Object name = feature.attributes().get(attribute);
        return name == null || name.toString().isBlank() ? Grouping.UNKNOWN : name.toString();
    }

    private String problem(List<PointFeature> bad, int all) {
        PointFeature first = bad.get(0);
        return String.format(
                Locale.ROOT,
                "samples '%s': %d of %d points cannot be used; of the first, at %.5f %.5f, attribute '%s' is '%s',"
                        + " wanted a number that is not below 0; the attributes are %s: name another target or mend the"
                        + " points",
                layer,
                bad.size(),
                all,
                first.longitude(),
                first.latitude(),
                target,
                first.attributes().get(target),
                attributes(first));
    }

    private static Set<String> attributes(PointFeature feature) {
        return new TreeSet<>(feature.attributes().keySet());
    }
}
