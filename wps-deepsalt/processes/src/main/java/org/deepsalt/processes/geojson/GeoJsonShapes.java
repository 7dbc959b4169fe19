/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Points and polygons of GeoJSON. JTS' own reader of GeoJSON knows no properties, takes any object for coordinates
 * until a cast fails, and brings a second JSON library. Stateless.
 */
final class GeoJsonShapes {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private GeoJsonShapes() {}

    /** The place of a point, or of a MultiPoint that has but one. */
    static Coordinate point(GeoJsonText.Feature feature) {
        JsonNode at = feature.geometry().path("coordinates");
        return switch (type(feature)) {
            case "Point" -> position(at, feature);
            case "MultiPoint" -> {
                if (at.size() != 1) {
                    throw error(feature, "is a MultiPoint of " + at.size() + " points, wanted one Point");
                }
                yield position(at.get(0), feature);
            }
            default -> throw error(feature, "is a " + type(feature) + ", wanted a Point");
        };
    }

    /** The polygons of a feature. */
    static Geometry polygons(GeoJsonText.Feature feature) {
        JsonNode coordinates = feature.geometry().path("coordinates");
        List<Polygon> polygons = new ArrayList<>();
        switch (type(feature)) {
            case "Polygon" -> polygons.add(polygon(coordinates, feature));
            case "MultiPolygon" -> coordinates.forEach(rings -> polygons.add(polygon(rings, feature)));
            default -> throw error(feature, "is a " + type(feature) + ", wanted a Polygon or MultiPolygon");
        }
        return GEOMETRIES.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private static String type(GeoJsonText.Feature feature) {
        String type = feature.geometry().path("type").asText();
        return type.isEmpty() ? "feature without geometry" : type.substring(0, Math.min(40, type.length()));
    }

    private static Polygon polygon(JsonNode rings, GeoJsonText.Feature feature) {
        List<LinearRing> all = new ArrayList<>();
        rings.forEach(ring -> all.add(ring(ring, feature)));
        if (all.isEmpty()) {
            throw error(feature, "has a polygon without a ring");
        }
        return GEOMETRIES.createPolygon(all.get(0), all.subList(1, all.size()).toArray(new LinearRing[0]));
    }

    private static LinearRing ring(JsonNode positions, GeoJsonText.Feature feature) {
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = position(positions.path(i), feature);
        }
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            throw error(
                    feature, "has a ring of " + ring.length + " positions, wanted 4 or more, the last like the first");
        }
        return GEOMETRIES.createLinearRing(ring);
    }

    private static Coordinate position(JsonNode at, GeoJsonText.Feature feature) {
        boolean numbers = at.path(0).isNumber() && at.path(1).isNumber();
        Coordinate place = new Coordinate(at.path(0).asDouble(), at.path(1).asDouble());
        if (!numbers || !Double.isFinite(place.x) || !Double.isFinite(place.y)) {
            String text = at.isMissingNode() ? "nothing" : at.toString();
            throw error(
                    feature,
                    "has the position " + text.substring(0, Math.min(60, text.length())) + ", wanted [east, north]");
        }
        return place;
    }

    private static DeepSaltException error(GeoJsonText.Feature feature, String what) {
        return new DeepSaltException(feature.what() + " " + what);
    }
}
