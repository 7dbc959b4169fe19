/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Zone;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the polygons of a GeoJSON feature collection: longitude and latitude in WGS 84 (RFC 7946), or the CRS that its
 * older {@code crs} member names, east before north.
 */
final class GeoJsonZones {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** {@code EPSG:32612} and {@code urn:ogc:def:crs:EPSG::32612}, with or without a version. */
    private static final Pattern EPSG = Pattern.compile("(?:urn:ogc:def:crs:EPSG:[^:]*|EPSG):(\\d+)");

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Path file;

    private GeoJsonZones(Path file) {
        this.file = file;
    }

    static List<Zone> read(Path file) {
        try {
            return new GeoJsonZones(file).zones(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new DeepSaltException(
                    "zones '" + file.getFileName() + "' cannot be read as GeoJSON: " + e.getMessage(), e);
        }
    }

    private List<Zone> zones(JsonNode collection) {
        CoordinateReferenceSystem crs =
                crs(collection.at("/crs/properties/name").asText(""));
        List<Zone> zones = new ArrayList<>();
        for (JsonNode feature : collection.path("features")) {
            int number = zones.size() + 1;
            String id = feature.path("id").asText(String.valueOf(number));
            zones.add(new Zone(
                    id,
                    GEOMETRIES.createMultiPolygon(polygons(feature.path("geometry"), number)),
                    crs,
                    GeoJsonPoints.attributes(feature.path("properties"))));
        }
        if (zones.isEmpty()) {
            throw new DeepSaltException("zones '" + file.getFileName()
                    + "' hold no features, wanted a GeoJSON FeatureCollection of polygons");
        }
        return zones;
    }

    private CoordinateReferenceSystem crs(String name) {
        Matcher epsg = EPSG.matcher(name);
        if (name.isEmpty() || name.endsWith(":CRS84")) {
            return DefaultGeographicCRS.WGS84;
        }
        try {
            if (epsg.matches()) {
                return CRS.decode("EPSG:" + epsg.group(1), true);
            }
        } catch (FactoryException e) {
            throw unknown(name, e);
        }
        throw unknown(name, null);
    }

    private DeepSaltException unknown(String crs, FactoryException cause) {
        return new DeepSaltException(
                "zones '" + file.getFileName() + "' are in '" + crs
                        + "', which is unknown, wanted a code such as EPSG:32612: give them in longitude and latitude",
                cause);
    }

    private Polygon[] polygons(JsonNode geometry, int number) {
        String type = geometry.path("type").asText("feature without geometry");
        List<Polygon> polygons = new ArrayList<>();
        if (type.equals("Polygon")) {
            polygons.add(polygon(geometry.path("coordinates"), number));
        } else if (type.equals("MultiPolygon")) {
            geometry.path("coordinates").forEach(rings -> polygons.add(polygon(rings, number)));
        } else {
            throw error(number, "is a " + type + ", wanted a Polygon or MultiPolygon");
        }
        return polygons.toArray(new Polygon[0]);
    }

    private Polygon polygon(JsonNode rings, int number) {
        List<LinearRing> all = new ArrayList<>();
        rings.forEach(ring -> all.add(ring(ring, number)));
        if (all.isEmpty()) {
            throw error(number, "has a polygon without a ring");
        }
        return GEOMETRIES.createPolygon(all.get(0), all.subList(1, all.size()).toArray(new LinearRing[0]));
    }

    private LinearRing ring(JsonNode positions, int number) {
        Coordinate[] ring = new Coordinate[positions.size()];
        for (int i = 0; i < ring.length; i++) {
            JsonNode at = positions.get(i);
            if (!at.path(0).isNumber() || !at.path(1).isNumber()) {
                throw error(number, "has the position " + at + ", wanted [east, north]");
            }
            ring[i] = new Coordinate(at.get(0).asDouble(), at.get(1).asDouble());
        }
        if (ring.length < 4 || !ring[0].equals2D(ring[ring.length - 1])) {
            throw error(
                    number, "has a ring of " + ring.length + " positions, wanted 4 or more, the last like the first");
        }
        return GEOMETRIES.createLinearRing(ring);
    }

    private DeepSaltException error(int number, String what) {
        return new DeepSaltException("zones '" + file.getFileName() + "': feature " + number + " " + what);
    }
}
