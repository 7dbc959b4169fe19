/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.grid.DegreesPath;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.FeatureTypeInfo;
import org.geotools.api.data.FeatureSource;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Reads layers of features, those that the caller may read. GeoServer gives coordinates east before north. Thread-safe.
 */
final class FeatureLayers {
    /**
     * All features are kept in memory: this is far more than anybody has measured in a laboratory or drawn as fields.
     */
    private static final int MOST = 1_000_000;

    private final Catalog catalog;

    FeatureLayers(Catalog catalog) {
        this.catalog = catalog;
    }

    List<PointFeature> points(String name, Progress progress) {
        FeatureTypeInfo type = find(name);
        List<PointFeature> points = new ArrayList<>();
        DegreesPath toDegrees = DegreesPath.from("layer '" + name + "'", crs(name, type));
        read(name, type, progress, feature -> points.add(point(name, feature, toDegrees)));
        return points;
    }

    List<Zone> zones(String name, Progress progress) {
        FeatureTypeInfo type = find(name);
        CoordinateReferenceSystem crs = crs(name, type);
        List<Zone> zones = new ArrayList<>();
        read(name, type, progress, feature -> {
            if (feature.getDefaultGeometry() instanceof Geometry geometry) {
                zones.add(new Zone(feature.getID(), geometry, crs, attributes(feature)));
            }
        });
        return zones;
    }

    private FeatureTypeInfo find(String name) {
        return Layers.find(catalog, name, FeatureTypeInfo.class, "a layer of features");
    }

    private static CoordinateReferenceSystem crs(String name, FeatureTypeInfo type) {
        CoordinateReferenceSystem crs = type.getCRS();
        if (crs == null) {
            throw new DeepSaltException(
                    "layer '" + name + "' has no coordinate reference system: declare one in the catalog");
        }
        return crs;
    }

    private static void read(String name, FeatureTypeInfo type, Progress progress, Consumer<SimpleFeature> each) {
        try {
            FeatureSource<?, ?> source = type.getFeatureSource(null, null);
            if (!(source instanceof SimpleFeatureSource simple)) {
                throw new DeepSaltException(
                        "layer '" + name + "' has complex features, wanted simple ones: name another");
            }
            int count = 0;
            try (SimpleFeatureIterator features = simple.getFeatures().features()) {
                while (features.hasNext()) {
                    progress.report(0, "reading layer " + name);
                    if (++count > MOST) {
                        throw new DeepSaltException("layer '" + name + "' has more than " + MOST
                                + " features: give a layer with fewer, such as a view");
                    }
                    each.accept(features.next());
                }
            }
        } catch (AccessDeniedException | AuthenticationException e) {
            throw Layers.denied(name, e);
        } catch (IOException e) {
            throw new DeepSaltException("layer '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static PointFeature point(String name, SimpleFeature feature, DegreesPath toDegrees) {
        if (!(feature.getDefaultGeometry() instanceof Point point) || point.isEmpty()) {
            throw new DeepSaltException("layer '" + name + "' has a feature '" + feature.getID()
                    + "' that is no point, wanted a layer of points");
        }
        double[] place = toDegrees.degrees(point.getX(), point.getY());
        return new PointFeature(place[0], place[1], attributes(feature));
    }

    /** Attributes by name, without geometries and without those that have no value. */
    private static Map<String, Object> attributes(SimpleFeature feature) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (AttributeDescriptor descriptor : feature.getFeatureType().getAttributeDescriptors()) {
            Object value = feature.getAttribute(descriptor.getName());
            if (value != null && !(value instanceof Geometry)) {
                attributes.put(descriptor.getLocalName(), value);
            }
        }
        return attributes;
    }
}
