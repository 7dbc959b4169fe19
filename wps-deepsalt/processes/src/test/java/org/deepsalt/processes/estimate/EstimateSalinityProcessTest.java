/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Window;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.data.util.DefaultProgressListener;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class EstimateSalinityProcessTest {
    private static final int BANDS = 7;

    private static WorldCatalog catalog;
    private static Path whole;

    @BeforeAll
    static void estimateOnce() {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        whole = Requests.estimate(catalog, 2).file();
    }

    @Test
    void theResultLiesOnTheScenesGrid() throws IOException {
        GeoTiffReader scene = new GeoTiffReader(catalog.file("scene").toFile());
        GeoTiffReader result = new GeoTiffReader(whole.toFile());
        assertThat(result.getOriginalGridRange()).isEqualTo(scene.getOriginalGridRange());
        assertThat(result.getOriginalEnvelope().getLowerCorner())
                .isEqualTo(scene.getOriginalEnvelope().getLowerCorner());
        assertThat(result.getMetadata().getNoData()).isNaN();
        scene.dispose();
        result.dispose();
    }

    /** Who keeps results by the hash of what went in needs the same file for the same inputs. */
    @Test
    void theSameInputsGiveTheSameFileWhateverTheTimeAndTheThreads() throws IOException {
        assertThat(Requests.estimate(catalog, 1).file()).hasSameBinaryContentAs(whole);
    }

    @Test
    void boundsEncloseTheEstimateAndEveryOtherPixelHasAReason() throws IOException {
        float[] values = pixels(whole, new Window(0, 0, WorldCatalog.SIZE, WorldCatalog.SIZE));
        int estimated = 0;
        for (int i = 0; i < values.length; i += BANDS) {
            if (values[i + 4] == 0) {
                estimated++;
                assertThat(values[i]).isBetween(0.05f, 77f).isBetween(values[i + 1], values[i + 2]);
                assertThat(values[i + 3]).isGreaterThanOrEqualTo(0);
                assertThat(values[i + 5]).isEqualTo(values[i + 2] - values[i + 1]);
                assertThat(values[i + 6]).isBetween(0f, 1f);
            } else {
                assertThat(values[i]).isNaN();
                assertThat(values[i + 1]).isNaN();
                assertThat(values[i + 3]).isNaN();
                assertThat(values[i + 5]).isNaN();
                assertThat(values[i + 6]).isNaN();
            }
        }
        assertThat(estimated).isGreaterThan(5000);
    }

    @Test
    void theReportCountsEveryPixelOnce() throws IOException {
        Map<String, Object> outputs = Requests.estimate(catalog, 2).run();
        ((GridCoverage2D) outputs.get("coverage")).dispose(true);
        JsonNode report = new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
        long masked = 0;
        for (JsonNode reason : report.at("/pixels/masked")) {
            masked += reason.asLong();
        }
        long inClasses = 0;
        for (JsonNode one : report.at("/salinity/classes")) {
            inClasses += one.path("pixels").asLong();
        }
        assertThat(masked + report.at("/pixels/estimated").asLong()).isEqualTo(WorldCatalog.SIZE * WorldCatalog.SIZE);
        assertThat(inClasses).isEqualTo(report.at("/pixels/estimated").asLong());
        for (String reason :
                new String[] {"background", "cloud", "cloud_shadow", "water", "vegetation", "cirrus", "defective"}) {
            assertThat(report.at("/pixels/masked/" + reason).asLong())
                    .as(reason)
                    .isPositive();
        }
        assertThat(report.at("/model/synthetic").asBoolean()).isTrue();
        assertThat(outputs.get("published")).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soil climate", "soil;climate", "soil, sand=soil clay=soil;climate", " climate ,soil"})
    void layersAloneServeTheCovariatesThatTheirBandsAreNamedAfter(String value) throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.covariates = new String[] {value};
        Window all = new Window(0, 0, WorldCatalog.SIZE, WorldCatalog.SIZE);
        assertThat(pixels(request.file(), all)).isEqualTo(pixels(whole, all));
    }

    @Test
    void aSceneWithoutCovariatesIsEstimatedAndTheReportSaysWhatThatCosts() throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.covariates = new String[] {"clay=20"};
        Map<String, Object> outputs = request.run();
        ((GridCoverage2D) outputs.get("coverage")).dispose(true);
        JsonNode report = new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
        assertThat(report.at("/covariates/given")).extracting(JsonNode::asText).containsExactly("clay");
        assertThat(report.at("/covariates/missing"))
                .extracting(JsonNode::asText)
                .containsExactly("sand", "tmin", "tmax", "tavg", "pmin", "pmax", "pavg");
        assertThat(report.at("/covariates/testMae/withAllCovariates").asDouble())
                .isPositive();
        assertThat(report.at("/covariates/testMae/withoutAny").asDouble()).isPositive();
        assertThat(report.at("/pixels/estimated").asLong()).isGreaterThan(5000);
        assertThat(report.at("/salinity/meanEce").asDouble()).isBetween(0.05, 77.0);
    }

    @Test
    void aHigherThresholdIsLessLikelyExceeded() throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.threshold = 8.0;
        float[] higher = pixels(request.file(), new Window(0, 0, WorldCatalog.SIZE, WorldCatalog.SIZE));
        float[] usual = pixels(whole, new Window(0, 0, WorldCatalog.SIZE, WorldCatalog.SIZE));
        int less = 0;
        for (int i = 0; i < usual.length; i += BANDS) {
            if (usual[i + 4] == 0) {
                assertThat(higher[i]).isEqualTo(usual[i]);
                assertThat(higher[i + 6]).isLessThanOrEqualTo(usual[i + 6]);
                less += higher[i + 6] < usual[i + 6] ? 1 : 0;
            }
        }
        assertThat(less).isGreaterThan(1000);
    }

    @Test
    void theReportHasHectaresByProbability() throws IOException {
        Map<String, Object> outputs = Requests.estimate(catalog, 2).run();
        ((GridCoverage2D) outputs.get("coverage")).dispose(true);
        JsonNode report = new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
        assertThat(report.at("/probability/threshold").asDouble()).isEqualTo(4);
        double sum = 0;
        double saline = 0;
        for (JsonNode one : report.at("/probability/classes")) {
            sum += one.path("hectares").asDouble();
            saline += one.path("hectares").asDouble() * one.path("to").asDouble();
        }
        double all = 0;
        for (JsonNode one : report.at("/salinity/classes")) {
            all += one.path("hectares").asDouble();
        }
        assertThat(sum).isCloseTo(all, within(0.1));
        assertThat(report.at("/probability/expectedHectares").asDouble()).isBetween(0.0, saline);
    }

    @Test
    void theReportSaysWhereTheThreadsSpentTheirTime() throws IOException {
        Map<String, Object> outputs = Requests.estimate(catalog, 2).run();
        ((GridCoverage2D) outputs.get("coverage")).dispose(true);
        JsonNode report = new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
        double sum = 0;
        String[] stages = {"reading", "preparing", "inference", "writing"};
        for (String stage : stages) {
            double seconds = report.at("/threadSeconds/" + stage).asDouble();
            assertThat(seconds).as(stage).isPositive();
            sum += seconds;
        }
        // A thread does one thing at a time, two are at work, and the file is ended by a third while these are idle. So
        // however busy the machine is, the sum exceeds twice the clock's time by no more than what rounding added.
        double half = 0.0005;
        assertThat(sum)
                .isLessThanOrEqualTo(2 * report.at("/seconds/estimate").asDouble() + (stages.length + 2) * half + 1e-9);
    }

    @Test
    void theNumberOfThreadsDoesNotChangeAPixel() throws IOException {
        assertSamePixels(Requests.estimate(catalog, 1).file(), whole);
        assertSamePixels(Requests.estimate(catalog, 4).file(), whole);
    }

    @Test
    void aRegionGivesTheSamePixelsAsTheWholeScene() throws IOException, ParseException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.region = rectangle(37, 21, 97, 121);
        Path part = request.file();
        float[] inPart = pixels(part, new Window(0, 0, 60, 100));
        float[] inWhole = pixels(whole, new Window(37, 21, 60, 100));
        assertThat(inPart).isEqualTo(inWhole);
        GeoTiffReader reader = new GeoTiffReader(part.toFile());
        assertThat(reader.getOriginalGridRange().getSpan(0)).isEqualTo(60);
        reader.dispose();
    }

    @Test
    void pixelsOfTheBoxThatLieOutsideTheRegionSaySo() throws IOException, ParseException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        Geometry triangle = new WKTReader()
                .read("POLYGON((%s, %s, %s, %s))".formatted(at(10, 10), at(60, 10), at(10, 60), at(10, 10)));
        triangle.setSRID(32612);
        request.region = triangle;
        float[] values = pixels(request.file(), new Window(0, 0, 50, 50));
        assertThat(values[(49 * 50 + 49) * BANDS + 4]).isEqualTo(8);
        assertThat(values[4]).isNotEqualTo(8);
    }

    @Test
    void aHigherConfidenceGivesWiderIntervals() throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.confidence = 0.5;
        float[] narrow = pixels(request.file(), new Window(40, 40, 40, 40));
        float[] usual = pixels(whole, new Window(40, 40, 40, 40));
        float range = (float) OutputRange.PAPER_ECE.maximum() - (float) OutputRange.PAPER_ECE.minimum();
        int narrower = 0;
        for (int i = 0; i < usual.length; i += BANDS) {
            if (usual[i + 4] == 0) {
                assertThat(narrow[i]).isEqualTo(usual[i]);
                assertThat(narrow[i + 2]).isLessThanOrEqualTo(usual[i + 2]);
                // A model that was hardly trained is so uncertain that some intervals fill the output range.
                if (usual[i + 5] < range) {
                    assertThat(narrow[i + 5]).isLessThan(usual[i + 5]);
                    narrower++;
                }
            }
        }
        assertThat(narrower).isGreaterThan(100);
    }

    @Test
    void publishingHandsFileAndReportToTheHost() {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.layer = "ece";
        Map<String, Object> outputs = request.run();
        ((GridCoverage2D) outputs.get("coverage")).dispose(true);
        assertThat(outputs.get("published")).isEqualTo("test:ece");
        Publication publication = catalog.published().get("ece");
        assertThat(publication.style()).isEqualTo("ece-classes");
        assertThat(publication.geoTiff()).exists();
        assertThat(publication.report()).exists();
        assertThat(publication.isoRecord())
                .isEqualTo(publication.geoTiff().resolveSibling("ece.iso.xml"))
                .content()
                .startsWith("<?xml")
                .contains("<gmd:MD_Metadata", "model quick");
        assertThat(publication.description()).contains("model quick (model trained on synthetic data)");
    }

    @Test
    void aCancellationLeavesNothing() throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.listener = new DefaultProgressListener() {
            @Override
            public void progress(float percent) {
                setCanceled(percent > 20);
            }
        };
        long before = runs();
        assertThatThrownBy(request::run)
                .satisfiesAnyOf(
                        error -> assertThat(error).isInstanceOf(CancelledException.class),
                        error -> assertThat(error).hasCauseInstanceOf(CancelledException.class));
        assertThat(runs()).isEqualTo(before);
    }

    private static long runs() throws IOException {
        try (Stream<Path> folders = Files.list(catalog.results())) {
            return folders.count();
        }
    }

    private static Geometry rectangle(int left, int top, int right, int bottom) throws IOException, ParseException {
        Geometry region = new WKTReader()
                .read("POLYGON((%s, %s, %s, %s, %s))"
                        .formatted(at(left, top), at(right, top), at(right, bottom), at(left, bottom), at(left, top)));
        region.setSRID(32612);
        return region;
    }

    /** The corner of a pixel of the scene. */
    private static String at(int column, int row) throws IOException {
        GeoTiffReader scene = new GeoTiffReader(catalog.file("scene").toFile());
        try {
            double x = scene.getOriginalEnvelope().getMinimum(0) + 30 * column;
            double y = scene.getOriginalEnvelope().getMaximum(1) - 30 * row;
            return x + " " + y;
        } finally {
            scene.dispose();
        }
    }

    private static void assertSamePixels(Path one, Path other) throws IOException {
        Window all = new Window(0, 0, WorldCatalog.SIZE, WorldCatalog.SIZE);
        assertThat(pixels(one, all)).isEqualTo(pixels(other, all));
    }

    private static float[] pixels(Path file, Window window) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (RasterSource source = RasterSource.open("result", reader)) {
            float[] values = new float[window.pixels() * BANDS];
            source.read(window, IntStream.range(0, BANDS).toArray(), values);
            return values;
        } finally {
            reader.dispose();
        }
    }
}
