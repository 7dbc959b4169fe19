/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.processes.statistics.SalinityStatisticsProcess;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.deepsalt.raster.enmap.EnmapMetadataReader;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.PixelArea;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.process.ProcessException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;

/** Scenes at the edge of what there is: a right result or a clear message. */
class OddScenesTest {
    private static final int TILE = 16;

    private static WorldCatalog catalog;
    private static List<SpectralBand> bands;

    @TempDir
    Path folder;

    @BeforeAll
    static void prepare() {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        Optional<Path> metadata = EnmapProduct.at(catalog.file("scene")).metadata();
        bands = EnmapMetadataReader.read(metadata.orElseThrow()).bands();
    }

    @Test
    void aSceneOfNoDataHasNoEstimatesAndSaysSo() throws Exception {
        JsonNode report = estimate(write("nothing.tif", 12, -32768, "EPSG:32612", "-32768"));
        assertThat(report.at("/pixels/estimated").asInt()).isZero();
        assertThat(report.at("/pixels/masked/background").asInt()).isEqualTo(144);
        assertThat(report.at("/salinity/meanEce").isNull()).isTrue();
        assertThat(report.at("/applicability/verdict").asText()).isEqualTo("no pixel could be estimated");
    }

    @Test
    void noDataNeedsNoDeclaration() throws Exception {
        JsonNode report = estimate(write("undeclared.tif", 3, -32768, "EPSG:32612", null));
        assertThat(report.at("/pixels/masked/background").asInt()).isEqualTo(9);
    }

    @Test
    void onePixelIsAScene() throws Exception {
        JsonNode report = estimate(write("pixel.tif", 1, 2500, "EPSG:32612", "-32768"));
        assertThat(report.at("/pixels/estimated").asInt()).isEqualTo(1);
        assertThat(report.at("/salinity/meanEce").asDouble()).isBetween(0.0, 77.0);
    }

    @Test
    void aSceneWithoutCrsIsRefused() throws Exception {
        Path file = write("nowhere.tif", 4, 2500, null, "-32768");
        assertThatThrownBy(() -> estimate(file))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("layer 'odd' has no coordinate reference system: give it one");
    }

    /** 180 degrees east at 52 north lies at 705,967 m east in zone 60. */
    @Test
    void aSceneAcrossTheAntimeridianTakesItsCovariatesFromBothEndsOfTheEarth() throws Exception {
        Path scene = placed("across.tif", 66, 2500, utm("EPSG:32660", 704_976, 5_764_000), "-32768");
        catalog.add("earth", earth("earth.tif", -180, 360));
        catalog.add("east", earth("east.tif", -180, 90));
        Requests.Estimate request = request(scene);
        request.covariates = with("sand=earth");
        assertThat(report(request.run()).at("/pixels/estimated").asInt()).isEqualTo(66 * 66);
        request.covariates = with("sand=east");
        assertThatThrownBy(request::run)
                .isInstanceOf(ProcessException.class)
                .hasMessageMatching("covariate 'sand': layer 'east' covers (4[5-9]|5[0-5]) % of the area.*");
        request.covariates = with("sand=1");
        request.region = new WKTReader().read("POLYGON((180 51, 181 51, 181 53, 180 53, 180 51))");
        assertThat(report(request.run()).at("/pixels/estimated").asInt()).isBetween(66 * 30, 66 * 34);
        request.region = new WKTReader().read("POLYGON((179 51, -179 51, -179 53, 179 53, 179 51))");
        assertThatThrownBy(request::run)
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("more than half around the earth");
        request.region = new WKTReader().read("POLYGON((0 51, 1 51, 1 53, 0 53, 0 51))");
        assertThatThrownBy(request::run)
                .hasMessageContaining("covers longitude 179.98")
                .hasMessageContaining(" to -179.98");
    }

    @Test
    void aSceneOfThePoleIsMeasuredOnTheEarthNotInItsPlane() throws Exception {
        Path scene = placed("pole.tif", 12, 2500, utm("EPSG:3413", -180, 180), "-32768");
        catalog.add("earth", earth("earth.tif", -180, 360));
        Requests.Estimate request = request(scene);
        request.covariates = with("sand=earth");
        JsonNode report = report(request.run());
        assertThat(report.at("/pixels/estimated").asInt()).isEqualTo(144);
        double hectares = 0;
        for (JsonNode one : report.at("/salinity/classes")) {
            hectares += one.path("hectares").asDouble();
        }
        // Scale at the pole of a plane that is true at 70 degrees: (1 + sin 70) / 2 (Snyder 1987, 21-7 and 21-11).
        double scale = (1 + Math.sin(Math.toRadians(70))) / 2;
        assertThat(hectares).isCloseTo(144 * 0.09 / (scale * scale), within(0.05));
        assertThat(report.at("/salinity/areas").asText()).contains("ellipsoid");
    }

    /** Rows of a tenth of a degree near the pole: their pixels' areas differ by a fifth and more from row to row. */
    @Test
    void reportAndStatisticsAgreeOnAreas() throws Exception {
        Grid grid = new Grid(12, 12, new AffineTransform(0.1, 0, 0, -0.1, 20, 89), DefaultGeographicCRS.WGS84);
        catalog.add("odd", write("degrees.tif", grid, (column, row) -> 1500 + 200 * row, "-32768"));
        Map<String, Object> outputs = request(catalog.file("odd")).run();
        GridCoverage2D coverage = (GridCoverage2D) outputs.get("coverage");
        catalog.add("result", ((ResultCoverage) coverage).file());
        JsonNode report = new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
        Object counted = new SalinityStatisticsProcess(catalog, Requests.SETTINGS)
                .execute("result", null, null, null, null, null, null)
                .get("statistics");
        JsonNode statistics = new ObjectMapper().readTree(((JsonReport) counted).json());
        discard(coverage);
        assertThat(report.at("/pixels/estimated").asInt()).isEqualTo(144);
        for (int i = 0; i < 5; i++) {
            String hectares = "/classes/" + i + "/hectares";
            assertThat(report.at("/salinity" + hectares).asDouble())
                    .isCloseTo(statistics.at("/overall" + hectares).asDouble(), within(0.006));
        }
        assertThat(report.at("/salinity/areas")).isEqualTo(statistics.at("/rules/areas"));
        PixelArea areas = new PixelArea(grid);
        assertThat(statistics.at("/overall/hectares").asDouble())
                .isCloseTo(
                        IntStream.range(0, 12)
                                        .mapToDouble(row -> 12 * areas.at(0, row))
                                        .sum()
                                / 10_000,
                        within(1.0));
    }

    private static JsonNode estimate(Path file) throws IOException {
        return report(request(file).run());
    }

    private static Requests.Estimate request(Path file) {
        catalog.add("odd", file);
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.enmap = "odd";
        request.covariates = with("sand=30");
        return request;
    }

    private static String[] with(String sand) {
        return new String[] {sand, "clay=20", "tmin=2", "tmax=18", "tavg=10", "pmin=10", "pmax=30", "pavg=20"};
    }

    private static JsonNode report(Map<String, Object> outputs) throws IOException {
        discard((GridCoverage2D) outputs.get("coverage"));
        return new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
    }

    private static void discard(GridCoverage2D coverage) {
        catalog.discard(((ResultCoverage) coverage).file());
        coverage.dispose(true);
    }

    private static Grid utm(String crs, double x, double y) throws FactoryException {
        return new Grid(1, 1, new AffineTransform(30, 0, 0, -30, x, y), CRS.decode(crs, true));
    }

    /** A part of a map with pixels of one degree. */
    private Path earth(String name, double west, int width) throws IOException {
        Grid grid = new Grid(width, 180, new AffineTransform(1, 0, 0, -1, west, 90), DefaultGeographicCRS.WGS84);
        TiffLayout layout = new TiffLayout(width, 180, 1, SampleType.INT16, 368, true);
        Path file = folder.resolve(name);
        try (TiledTiffWriter writer =
                new TiledTiffWriter(file, layout, new GeoTiffTags(grid, "-32768", new GdalMetadata()), List.of())) {
            float[] samples = new float[368 * 368];
            Arrays.fill(samples, 30);
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }

    @FunctionalInterface
    private interface Values {
        float at(int column, int row);
    }

    private Path write(String name, int side, float value, String crs, String noData)
            throws IOException, FactoryException {
        Grid grid = crs == null
                ? new Grid(side, side, new AffineTransform(30, 0, 0, -30, 500_000, 4_300_000), null)
                : utm(crs, 500_000, 4_300_000);
        return placed(name, side, value, grid, noData);
    }

    private Path placed(String name, int side, float value, Grid place, String noData) throws IOException {
        Grid grid = new Grid(side, side, place.toCrs(), place.crs());
        return write(name, grid, (column, row) -> value, noData);
    }

    private Path write(String name, Grid grid, Values values, String noData) throws IOException {
        GdalMetadata metadata = new GdalMetadata();
        for (int band = 0; band < bands.size(); band++) {
            metadata.put(
                    band, "wavelength", String.valueOf(bands.get(band).band().centre()));
        }
        int tile = TILE * ((grid.width() - 1) / TILE + 1);
        TiffLayout layout = new TiffLayout(grid.width(), grid.height(), bands.size(), SampleType.INT16, tile, true);
        float[] samples = new float[bands.size() * tile * tile];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values.at(i % tile, i / tile % tile);
        }
        Path file = folder.resolve(name);
        try (TiledTiffWriter writer =
                new TiledTiffWriter(file, layout, new GeoTiffTags(grid, noData, metadata), List.of())) {
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }
}
