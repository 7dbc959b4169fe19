/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.geojson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.CrsCodes;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.jspecify.annotations.Nullable;

/**
 * The {@code crs} member that GeoJSON had until RFC 7946 (the specification of 2008, section 3) and that GDAL and QGIS
 * still write: a name, a link, or, before that, a code of EPSG or a URN of OGC. Coordinates are east before north
 * whatever the authority's own order is, as GDAL has it. Stateless.
 */
final class GeoJsonCrs {
    private static final Pattern EPSG = Pattern.compile(
            "(?i)(?:urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|EPSG:|https?://www\\.opengis\\.net/def/crs/EPSG/[^/]+/"
                    + "|https?://www\\.opengis\\.net/gml/srs/epsg\\.xml#"
                    + "|https?://(?:www\\.)?spatialreference\\.org/ref/epsg/|https?://epsg\\.io/)(\\d{1,7})"
                    + "(?:[/.](?:proj4?|ogcwkt|esriwkt|prettywkt|json|wkt)?(?:/|\\.txt)?)?");
    private static final Pattern DEGREES = Pattern.compile(
            "(?i)(?:urn:ogc:def:crs:OGC:[^:]*:|OGC:|CRS:|https?://www\\.opengis\\.net/def/crs/OGC/[^/]+/)"
                    + "(?:CRS)?84");

    private GeoJsonCrs() {}

    /**
     * The system that an object names for itself and all that it holds.
     *
     * @param around what holds for the object that it is part of, null if nothing is said there
     * @param what the object in messages, such as {@code samples 'x': feature 3}
     * @return {@code around} where the object says nothing, null included
     * @throws DeepSaltException if it names none that is known, or another one than {@code around}
     */
    static @Nullable CoordinateReferenceSystem of(
            JsonNode object, @Nullable CoordinateReferenceSystem around, String what) {
        if (!object.has("crs")) {
            return around;
        }
        CoordinateReferenceSystem own = decode(object.get("crs"), what);
        if (around != null && !CRS.equalsIgnoreMetadata(around, own)) {
            throw new DeepSaltException(what + " has the crs " + object.get("crs") + ", and what it is part of has"
                    + " another one: name one for all of the file");
        }
        return own;
    }

    private static CoordinateReferenceSystem decode(JsonNode crs, String what) {
        JsonNode properties = crs.path("properties");
        String type = crs.path("type").asText();
        String name =
                switch (type) {
                    // Some writers leave the type out.
                    case "name", "" -> properties.path("name").asText();
                    case "link" -> properties.path("href").asText();
                    case "EPSG" -> "EPSG:" + properties.path("code").asText();
                    case "OGC" -> properties.path("urn").asText();
                    default -> "";
                };
        if (DEGREES.matcher(name).matches()) {
            return DefaultGeographicCRS.WGS84;
        }
        Matcher epsg = EPSG.matcher(name);
        try {
            if (epsg.matches()) {
                return CrsCodes.eastFirst("EPSG:" + epsg.group(1));
            }
        } catch (FactoryException e) {
            throw unknown(crs, what, e);
        }
        throw unknown(crs, what, null);
    }

    private static DeepSaltException unknown(JsonNode crs, String what, @Nullable FactoryException cause) {
        return new DeepSaltException(
                what + " has the crs " + shortened(crs.toString())
                        + ", which is unknown, wanted a name such as urn:ogc:def:crs:EPSG::32612: give the file in"
                        + " longitude and latitude (ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson)",
                cause);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "...";
    }
}
