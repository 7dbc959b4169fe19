/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Zone;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class GeoJsonTest {
    private static final String SQUARE = "[[0,0],[4,0],[4,4],[0,4],[0,0]]";
    private static final String HOLE = "[[1,1],[2,1],[2,2],[1,2],[1,1]]";

    @TempDir
    Path folder;

    @Test
    void polygonsWithHolesAndInParts() throws IOException {
        List<Zone> zones = GeoJson.zones(collection(
                "",
                feature("\"id\":\"north\",", "Polygon", "[" + SQUARE + "," + HOLE + "]"),
                feature("", "MultiPolygon", "[[" + SQUARE + "],[[[9,9],[10,9],[9,10],[9,9]]]]")));
        assertThat(zones).extracting(Zone::id).containsExactly("north", "2");
        assertThat(zones.get(0).geometry().getArea()).isEqualTo(15, within(1e-9));
        assertThat(zones.get(1).geometry().getArea()).isEqualTo(16.5, within(1e-9));
        assertThat(zones.get(0).crs()).isSameAs(DefaultGeographicCRS.WGS84);
        assertThat(zones.get(0).attributes()).containsOnlyKeys("field", "owner");
    }

    @Test
    void theOlderCrsMemberIsHeeded() throws IOException {
        String crs = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},";
        Path utm = collection(crs.formatted("urn:ogc:def:crs:EPSG::32612"), feature("", "Polygon", "[" + SQUARE + "]"));
        assertThat(GeoJson.zones(utm).get(0).crs().getName().getCode()).contains("UTM zone 12N");
        Path degrees =
                collection(crs.formatted("urn:ogc:def:crs:OGC:1.3:CRS84"), feature("", "Polygon", "[" + SQUARE + "]"));
        assertThat(GeoJson.zones(degrees)
                        .get(0)
                        .crs()
                        .getCoordinateSystem()
                        .getAxis(0)
                        .getDirection())
                .isEqualTo(org.geotools.api.referencing.cs.AxisDirection.EAST);
        Path unknown = collection(crs.formatted("EPSG:1"), feature("", "Polygon", "[" + SQUARE + "]"));
        assertThatThrownBy(() -> GeoJson.zones(unknown))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("EPSG:1\"}}, which is unknown");
    }

    @Test
    void whatIsNoPolygonIsNamed() throws IOException {
        assertRefused("feature 1 is a Point, wanted a Polygon or MultiPolygon", feature("", "Point", "[1,2]"));
        assertRefused("feature 1 is a feature without geometry", "{\"type\":\"Feature\",\"geometry\":null}");
        assertRefused("feature 1 has a ring of 3 positions", feature("", "Polygon", "[[[0,0],[1,0],[0,0]]]"));
        assertRefused("the last like the first", feature("", "Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]"));
        assertRefused("has the position [\"a\",1]", feature("", "Polygon", "[[[\"a\",1],[1,0],[1,1],[0,1]]]"));
        assertRefused("feature 1 has a polygon without a ring", feature("", "Polygon", "[]"));
        assertRefused("hold no features");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'name','properties':{'name':'EPSG:32612'}}",
                "{'type':'name','properties':{'name':'urn:ogc:def:crs:EPSG::32612'}}",
                "{'type':'name','properties':{'name':'http://www.opengis.net/def/crs/EPSG/0/32612'}}",
                "{'type':'link','properties':{'href':'http://spatialreference.org/ref/epsg/32612/proj4/'}}",
                "{'type':'EPSG','properties':{'code':32612}}"
            })
    void aCrsIsHeededWhereverItStands(String crs) throws IOException {
        String member = "'crs':".concat(crs).replace('\'', '"') + ",";
        String point = feature("", "Point", "[580000,4320000]");
        String inFeature = point.replace("\"type\":\"Feature\",", "\"type\":\"Feature\"," + member);
        String inGeometry = point.replace("\"geometry\":{", "\"geometry\":{" + member);
        for (Path file :
                List.of(collection(member, point), collection("", inFeature), collection(member, inGeometry))) {
            PointFeature read = GeoJson.points(file).get(0);
            assertThat(read.longitude()).isEqualTo(-110.0758025, within(1e-6));
            assertThat(read.latitude()).isEqualTo(39.0253861, within(1e-6));
        }
        String zone = feature("", "Polygon", "[" + SQUARE + "]");
        String zoneWithCrs = zone.replace("\"type\":\"Feature\",", "\"type\":\"Feature\"," + member);
        assertThat(GeoJson.zones(collection("", zoneWithCrs))
                        .get(0)
                        .crs()
                        .getName()
                        .getCode())
                .contains("UTM zone 12N");
    }

    @Test
    void aCrsThatIsNotReadIsRefused() throws IOException {
        String point = feature("", "Point", "[-110,39]");
        assertPointsRefused(
                "on the datum 'North American Datum 1927'", "{'type':'EPSG','properties':{'code':4267}}", point);
        assertPointsRefused("which is unknown", "{'type':'link','properties':{'href':'crs.wkt'}}", point);
        assertPointsRefused("which is unknown", "null", point);
        String other = point.replace(
                "\"geometry\":{", "\"geometry\":{\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":32612}},");
        assertPointsRefused("what it is part of has another one", "{'type':'EPSG','properties':{'code':32613}}", other);
    }

    @Test
    void damagedTextsAreNamedWithoutAStack() throws IOException {
        for (String text : List.of(
                "",
                "{",
                "[]",
                "{\"type\":\"FeatureCollection\",\"features\":{}}",
                "{\"type\":\"FeatureCollection\",\"features\":[1]}",
                "{\"type\":\"Topology\"}",
                "{\"type\":\"FeatureCollection\",\"features\":[]} x",
                "{\"type\":\"FeatureCollection\",\"type\":\"x\"}",
                "[".repeat(100_000),
                "{\"a\":".repeat(100_000))) {
            Path file = Files.writeString(folder.resolve("bad.geojson"), text);
            assertThatThrownBy(() -> GeoJson.points(file))
                    .isInstanceOf(DeepSaltException.class)
                    .hasMessageStartingWith("samples 'bad.geojson'")
                    .hasMessageNotContainingAny("com.fasterxml", "StreamRead", "java.", "NullPointer");
        }
        assertRefused("wanted [east, north]", feature("", "Polygon", "[[[1,1],[1e400,0],[1,1],[1,1]]]"));
    }

    @Test
    void metresThatSayNothingOfThemselvesAreNoDegrees() throws IOException {
        Path metres = collection("", feature("", "Point", "[580000,4320000]"));
        assertThatThrownBy(() -> GeoJson.points(metres))
                .hasMessageContaining("a point lies at 580000.0, 4320000.0, wanted a longitude from -360 to 360")
                .hasMessageContaining("crs member");
        Path swapped = collection("", feature("", "Point", "[39.1,-110.2]"));
        assertThatThrownBy(() -> GeoJson.points(swapped)).hasMessageContaining("give longitude before latitude");
    }

    @Test
    void aRegionMayBeGeoJsonToo() {
        Geometry region = GeoJson.region(
                "input 'region'",
                "{\"type\":\"Polygon\",\"crs\":{\"type\":\"EPSG\",\"properties\":{\"code\":32612}},\"coordinates\":["
                        + SQUARE + "]}");
        assertThat(region.getArea()).isEqualTo(16, within(1e-9));
        assertThat(((CoordinateReferenceSystem) region.getUserData()).getName().getCode())
                .contains("UTM zone 12N");
    }

    private void assertPointsRefused(String message, String crs, String feature) throws IOException {
        Path file = collection("'crs':".concat(crs).replace('\'', '"') + ",", feature);
        assertThatThrownBy(() -> GeoJson.points(file))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("samples 'zones.geojson'")
                .hasMessageContaining(message);
    }

    private void assertRefused(String message, String... features) throws IOException {
        Path file = collection("", features);
        assertThatThrownBy(() -> GeoJson.zones(file))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("zones 'zones.geojson'")
                .hasMessageContaining(message);
    }

    private static String feature(String id, String type, String coordinates) {
        return "{\"type\":\"Feature\"," + id + "\"properties\":{\"field\":7,\"owner\":\"x\",\"none\":null},"
                + "\"geometry\":{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}}";
    }

    private Path collection(String crs, String... features) throws IOException {
        return Files.writeString(
                folder.resolve("zones.geojson"),
                "{\"type\":\"FeatureCollection\"," + crs + "\"features\":[" + String.join(",", features) + "]}");
    }
}
