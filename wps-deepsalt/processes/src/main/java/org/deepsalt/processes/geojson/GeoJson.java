/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.geojson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.grid.DegreesPath;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads GeoJSON: longitude and latitude in WGS 84 (RFC 7946), or the coordinate reference system that an older {@code
 * crs} member of the file, a feature or a geometry names, east before north. Stateless.
 */
public final class GeoJson {
    private GeoJson() {}

    /**
     * Reads points.
     *
     * @throws DeepSaltException naming the file and the feature that is no point, or whose place cannot be brought to
     *     degrees
     */
    public static List<PointFeature> points(Path file) {
        String what = "samples '" + file.getFileName() + "'";
        List<PointFeature> points = new ArrayList<>();
        @Nullable DegreesPath toDegrees = null;
        @Nullable CoordinateReferenceSystem from = null;
        for (GeoJsonText.Feature feature : GeoJsonText.read(what, file).features()) {
            Coordinate place = GeoJsonShapes.point(feature);
            if (toDegrees == null || feature.crs() != from) {
                from = feature.crs();
                toDegrees = DegreesPath.from(what, orDegrees(from));
            }
            double[] at = toDegrees.degrees(place.x, place.y);
            points.add(new PointFeature(at[0], at[1], feature.attributes()));
        }
        requireSome(points, what, "points");
        return points;
    }

    /** Reads polygons, each with its CRS; errors as {@link #points}. */
    public static List<Zone> zones(Path file) {
        String what = "zones '" + file.getFileName() + "'";
        List<Zone> zones = new ArrayList<>();
        for (GeoJsonText.Feature feature : GeoJsonText.read(what, file).features()) {
            zones.add(new Zone(
                    feature.id(), GeoJsonShapes.polygons(feature), orDegrees(feature.crs()), feature.attributes()));
        }
        requireSome(zones, what, "polygons");
        return zones;
    }

    /**
     * Reads the polygon of a geometry or of a single feature.
     *
     * @param what for messages, such as {@code input 'region'}
     * @return with its CRS as user data, east before north
     */
    public static Geometry region(String what, String text) {
        GeoJsonText.Feature feature = GeoJsonText.parse(what, text).geometry();
        Geometry region = GeoJsonShapes.polygons(feature);
        region.setUserData(orDegrees(feature.crs()));
        return region;
    }

    private static CoordinateReferenceSystem orDegrees(@Nullable CoordinateReferenceSystem named) {
        return named == null ? DefaultGeographicCRS.WGS84 : named;
    }

    private static void requireSome(List<?> features, String what, String kind) {
        if (features.isEmpty()) {
            throw new DeepSaltException(what + " hold no features, wanted a GeoJSON FeatureCollection of " + kind);
        }
    }
}
