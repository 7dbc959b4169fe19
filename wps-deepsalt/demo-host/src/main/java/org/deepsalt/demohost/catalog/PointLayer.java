/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * A layer of points with attributes. Immutable.
 *
 * @param attributes names in the order of the file, without the geometry
 */
@RecordBuilder
public record PointLayer(
        LayerInfo info,
        Path file,
        List<String> attributes,
        List<PointFeature> features,
        ReferencedEnvelope bounds,
        ReferencedEnvelope geographicBounds,
        @Nullable String srs)
        implements Layer {
    /**
     * A point.
     *
     * @param id unique in its layer
     * @param values by attribute name, in the order of the file; null values stand for missing ones
     * @param x easting or longitude
     * @param y northing or latitude
     */
    public record PointFeature(String id, Map<String, @Nullable Object> values, double x, double y) {
        public PointFeature {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    public PointLayer {
        attributes = List.copyOf(attributes);
        features = List.copyOf(features);
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }

    /** A copy; the layer cannot be changed through it. */
    @Override
    public ReferencedEnvelope bounds() {
        return new ReferencedEnvelope(bounds);
    }
}
