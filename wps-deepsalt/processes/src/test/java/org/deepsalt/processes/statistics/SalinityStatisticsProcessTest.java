/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.geotiff.encode.Reduction;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.sampling.PixelCentres;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.util.ProgressListener;
import org.geotools.data.util.DefaultProgressListener;
import org.geotools.geometry.jts.JTS;
import org.geotools.process.ProcessException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Maps whose ECe is known in each pixel, against counts made pixel by pixel. */
class SalinityStatisticsProcessTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 270;
    private static final int SIDE = 320;

    private WorldCatalog catalog;
    private Grid utm;

    @TempDir
    Path folder;

    @BeforeEach
    void makeMaps() throws Exception {
        catalog = WorldCatalog.shared();
        utm = new Grid(
                WIDTH, HEIGHT, new AffineTransform(30, 0, 0, -30, 500000, 4300000), CRS.decode("EPSG:32612", true));
        catalog.add("map", write("map.tif", utm, "dissimilarity", "ECE"));
    }

    @Test
    void theWholeMapIsCounted() throws IOException {
        JsonNode overall = run("map", null, null).path("overall");
        double sum = 0;
        int valid = 0;
        int[] classes = new int[5];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                float ece = ece(column, row);
                if (!Float.isNaN(ece)) {
                    sum += ece;
                    valid++;
                    classes[ece < 2 ? 0 : ece < 4 ? 1 : ece < 8 ? 2 : ece < 16 ? 3 : 4]++;
                }
            }
        }
        assertThat(overall.path("pixels").asLong()).isEqualTo(WIDTH * HEIGHT);
        assertThat(overall.path("validPixels").asLong()).isEqualTo(valid);
        assertThat(overall.path("hectares").asDouble()).isCloseTo(WIDTH * HEIGHT * 0.09, within(1e-3));
        assertThat(overall.path("mean").asDouble()).isCloseTo(sum / valid, within(1e-6));
        for (int i = 0; i < 5; i++) {
            assertThat(overall.at("/classes/" + i + "/pixels").asInt()).isEqualTo(classes[i]);
            assertThat(overall.at("/classes/" + i + "/hectares").asDouble()).isCloseTo(classes[i] * 0.09, within(1e-3));
        }
    }

    @Test
    void aRegionHasFiguresOfItsOwn() throws Exception {
        Geometry region = new GeometryFactory()
                .toGeometry(
                        new org.locationtech.jts.geom.Envelope(500000, 500000 + 30 * 40, 4300000 - 30 * 20, 4300000));
        region.setSRID(32612);
        JsonNode report = json(new SalinityStatisticsProcess(catalog, Requests.SETTINGS)
                .execute("map", null, null, region, null, null, null));
        assertThat(report.at("/region/pixels").asInt()).isEqualTo(40 * 20);
        assertThat(report.at("/region/hectares").asDouble()).isCloseTo(40 * 20 * 0.09, within(1e-4));
        assertThat(report.at("/overall/pixels").asInt()).isEqualTo(WIDTH * HEIGHT);
        assertThat(report.path("zones")).isEmpty();
        region.apply((Coordinate corner) -> corner.x += 1e6);
        region.geometryChanged();
        assertThatThrownBy(() -> new SalinityStatisticsProcess(catalog, Requests.SETTINGS)
                        .execute("map", null, null, region, null, null, null))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("region");
    }

    /** A quarter of the columns each: 0.05, 0.2, 0.6, 0.95. */
    private static float probability(int column) {
        return new float[] {0.05f, 0.2f, 0.6f, 0.95f}[column % 4];
    }

    @Test
    void aMapWithProbabilitiesHasHectaresByThem() throws Exception {
        catalog.add("probable", write("probable.tif", utm, "ece", "p_saline"));
        JsonNode saline = run("probable", null, null).at("/overall/saline");
        double quarter = WIDTH / 4 * HEIGHT * 0.09;
        for (int i = 0; i < 4; i++) {
            assertThat(saline.at("/classes/" + i + "/hectares").asDouble()).isCloseTo(quarter, within(1e-2));
        }
        assertThat(saline.path("expectedHectares").asDouble())
                .isCloseTo(quarter * (0.05 + 0.2 + 0.6 + 0.95), within(1e-1));
        assertThat(run("map", null, null).path("overall").has("saline")).isFalse();
    }

    /** Edges at 10.4 and 12.6 pixels: the centres at 10.5, 11.5 and 12.5 are inside, not the pixels as a whole. */
    @Test
    void aZoneThatCutsPixelsHasThoseWhoseCentresItHolds() throws Exception {
        catalog.addZones("cut", List.of(zone("a", box(utm, 10.4, 20.6, 12.6, 22.4), utm.crs())));
        JsonNode zone = run("map", "cut", null).at("/zones/0");
        assertThat(zone.path("pixels").asInt()).isEqualTo(3);
        double mean = (ece(10, 21) + ece(11, 21) + ece(12, 21)) / 3.0;
        assertThat(zone.path("mean").asDouble()).isCloseTo(mean, within(1e-6));
    }

    @Test
    void zonesInDegreesOverTheSeamsOfWindows() throws Exception {
        Geometry triangle = new GeometryFactory().createPolygon(new Coordinate[] {
            at(utm, 20.2, 15.3), at(utm, 290.7, 110.1), at(utm, 130.4, 265.9), at(utm, 20.2, 15.3)
        });
        Geometry inDegrees =
                JTS.transform(triangle, CRS.findMathTransform(utm.crs(), DefaultGeographicCRS.WGS84, true));
        catalog.addZones("degrees", List.of(zone("t", inDegrees, DefaultGeographicCRS.WGS84)));
        JsonNode zone = run("map", "degrees", null).at("/zones/0");
        PixelCentres centres = new PixelCentres(utm);
        long pixels = 0;
        long valid = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double[] centre = centres.of(column, row);
                boolean inside =
                        inDegrees.intersects(inDegrees.getFactory().createPoint(new Coordinate(centre[0], centre[1])));
                pixels += inside ? 1 : 0;
                valid += inside && !Float.isNaN(ece(column, row)) ? 1 : 0;
            }
        }
        assertThat(zone.path("pixels").asLong()).isEqualTo(pixels);
        assertThat(zone.path("validPixels").asLong()).isEqualTo(valid);
    }

    @Test
    void overlappingZonesCountTwiceAndZonesOutsideAreEmpty() throws Exception {
        Geometry one = box(utm, 0, 0, 10, 10);
        Geometry far = new WKTReader().read("POLYGON((10 -80, 11 -80, 11 -79, 10 -80))");
        catalog.addZones(
                "fields",
                List.of(
                        new Zone("1", one, utm.crs(), Map.of("field", "north")),
                        new Zone("2", box(utm, 5, 5, 15, 15), utm.crs(), Map.of("field", "south")),
                        new Zone("3", far, DefaultGeographicCRS.WGS84, Map.of())));
        JsonNode zones = run("map", "fields", "field").path("zones");
        assertThat(zones.findValuesAsText("name")).containsExactly("north", "south", "3");
        assertThat(zones.at("/0/pixels").asInt()).isEqualTo(100);
        assertThat(zones.at("/1/pixels").asInt()).isEqualTo(100);
        assertThat(zones.at("/2/pixels").asInt()).isZero();
        assertThat(zones.at("/2/insideTheMap").asBoolean()).isFalse();
        assertThat(zones.at("/2/mean").isNull()).isTrue();
        assertThat(zones.at("/0/insideTheMap").asBoolean()).isTrue();
    }

    @Test
    void inDegreesNorthernPixelsAreSmaller() throws Exception {
        Grid degrees =
                new Grid(WIDTH, HEIGHT, new AffineTransform(0.1, 0, 0, -0.1, -20, 70), CRS.decode("EPSG:4326", true));
        catalog.add("degrees", write("degrees.tif", degrees, "ece", "x"));
        catalog.addZones(
                "rows",
                List.of(
                        zone("north", box(degrees, 0, 0, 300, 1), degrees.crs()),
                        zone("south", box(degrees, 0, 269, 300, 270), degrees.crs())));
        JsonNode report = run("degrees", "rows", null);
        PixelArea areas = new PixelArea(degrees);
        double north = report.at("/zones/0/hectares").asDouble();
        assertThat(north).isCloseTo(300 * areas.at(0, 0) / 1e4, within(0.01));
        assertThat(report.at("/zones/1/hectares").asDouble()).isGreaterThan(2 * north);
        assertThat(report.at("/rules/areas").asText()).contains("ellipsoid");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        catalog.add("nameless", write("nameless.tif", utm, "red", "green"));
        Geometry point = new WKTReader().read("POINT(10 50)");
        catalog.addZones(
                "points", List.of(new Zone("p7", point, DefaultGeographicCRS.WGS84, Map.of("field", 1, "crop", "x"))));
        assertThatThrownBy(() -> run("nameless", "points", "owner"))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("layer 'nameless' has 2 bands (red, green) and none named 'ece'")
                .hasMessageContaining("zone 'p7' of layer 'points' is a Point, wanted a Polygon or MultiPolygon")
                .hasMessageContaining("have no attribute 'owner', they have crop, field: name one of them");
        assertThatThrownBy(() -> run("nowhere", null, "owner"))
                .hasMessageContaining("there is no layer 'nowhere'")
                .hasMessageContaining("zoneName is 'owner' but there are no zones");
    }

    @Test
    void aMapThatIsTooLargeIsRefused() {
        ProcessSettings small = ProcessSettings.of(new ProcessLimits(1, 1000, 1000), EngineSettings.defaults());
        assertThatThrownBy(() -> new SalinityStatisticsProcess(catalog, small)
                        .execute("map", null, null, null, null, null, null))
                .hasMessageContaining("layer 'map' has 81000 pixels, this server allows 1000");
    }

    @Test
    void aCancellationLeavesNothing() throws IOException {
        long before = runs();
        ProgressListener listener = new DefaultProgressListener() {
            @Override
            public void progress(float percent) {
                setCanceled(percent > 10);
            }
        };
        assertThatThrownBy(() -> new SalinityStatisticsProcess(catalog, Requests.SETTINGS)
                        .execute("map", null, null, null, null, null, listener))
                .isInstanceOf(CancelledException.class);
        assertThat(runs()).isEqualTo(before);
    }

    private long runs() throws IOException {
        try (Stream<Path> folders = Files.list(catalog.results())) {
            return folders.count();
        }
    }

    private JsonNode run(String map, String zones, String zoneName) throws IOException {
        return json(new SalinityStatisticsProcess(catalog, Requests.SETTINGS)
                .execute(map, zones, zoneName, null, null, null, null));
    }

    private static JsonNode json(Map<String, Object> outputs) throws IOException {
        return new ObjectMapper().readTree(((JsonReport) outputs.get("statistics")).json());
    }

    /** Every class and its lower bounds; one pixel in eleven without a value. */
    private static float ece(int column, int row) {
        int number = column + 7 * row;
        return number % 11 == 0 ? Float.NaN : number % 40 * 0.5f;
    }

    private static Zone zone(String id, Geometry geometry, CoordinateReferenceSystem crs) {
        return new Zone(id, geometry, crs, Map.of());
    }

    private static Geometry box(Grid grid, double left, double top, double right, double bottom) throws ParseException {
        return new GeometryFactory().createPolygon(new Coordinate[] {
            at(grid, left, top),
            at(grid, right, top),
            at(grid, right, bottom),
            at(grid, left, bottom),
            at(grid, left, top)
        });
    }

    private static Coordinate at(Grid grid, double column, double row) {
        double[] place = {column, row};
        grid.toCrs().transform(place, 0, place, 0, 1);
        return new Coordinate(place[0], place[1]);
    }

    private Path write(String name, Grid grid, String first, String second) throws IOException {
        Path file = folder.resolve(name);
        GdalMetadata metadata = new GdalMetadata().put(0, "description", first).put(1, "description", second);
        TiffLayout layout = new TiffLayout(grid.width(), grid.height(), 2, SampleType.FLOAT32, SIDE, false);
        try (TiledTiffWriter writer = new TiledTiffWriter(
                file, layout, new GeoTiffTags(grid, "nan", metadata), List.of(Reduction.MEAN, Reduction.MEAN))) {
            float[] samples = new float[2 * SIDE * SIDE];
            Arrays.fill(samples, Float.NaN);
            for (int row = 0; row < HEIGHT; row++) {
                for (int column = 0; column < WIDTH; column++) {
                    int band = first.equals("ece") ? 0 : 1;
                    samples[band * SIDE * SIDE + row * SIDE + column] = ece(column, row);
                    if (second.equals("p_saline")) {
                        samples[SIDE * SIDE + row * SIDE + column] = probability(column);
                    }
                }
            }
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }
}
