/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.GridPlace;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EvaluateModelProcessTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static WorldCatalog catalog;
    private static double middle;

    @BeforeAll
    static void train() {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        List<PointFeature> samples = catalog.points("samples");
        middle = samples.stream()
                .mapToDouble(PointFeature::longitude)
                .sorted()
                .skip(samples.size() / 2)
                .findFirst()
                .orElseThrow();
        catalog.addPoints(
                "samples in basins",
                samples.stream()
                        .map(point -> new PointFeature(
                                point.longitude(),
                                point.latitude(),
                                Map.of(
                                        "ece",
                                        point.attributes().get("ece"),
                                        "region",
                                        point.longitude() < middle ? "west" : "east")))
                        .toList());
    }

    @Test
    void everySampleIsCountedOnceInEachGrouping() throws IOException {
        JsonNode report = evaluate("samples", null);
        int used = report.at("/samples/used").asInt();
        int lost = 0;
        for (JsonNode reason : report.at("/samples/withoutPixel")) {
            lost += reason.asInt();
        }
        assertThat(used).isPositive();
        assertThat(used + lost)
                .isEqualTo(report.at("/samples/given").asInt())
                .isEqualTo(catalog.points("samples").size());
        assertThat(report.at("/evaluation/overall/metrics/count").asInt()).isEqualTo(used);
        assertThat(report.at("/evaluation/groups")).hasSize(5);
        for (JsonNode grouping : report.at("/evaluation/groups")) {
            assertThat(grouping.path("absent").asText()).isEmpty();
            int counted = 0;
            for (JsonNode group : grouping.path("groups")) {
                counted += group.at("/figures/metrics/count").asInt();
            }
            assertThat(counted).as(grouping.path("by").asText()).isEqualTo(used);
        }
        assertThat(names(report, "region")).containsExactly("scene");
        assertThat(report.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** Half of the samples lie where the map is more saline than the land is. */
    @Test
    void figuresAreWeightedToTheLandToo() throws IOException {
        JsonNode land = evaluate("samples", null).at("/evaluation/land");
        double samples = 0;
        double pixels = 0;
        for (JsonNode share : land.path("shares")) {
            samples += share.path("samples").asDouble();
            pixels += share.path("land").asDouble();
        }
        assertThat(samples).isCloseTo(1, within(1e-6));
        assertThat(pixels).isCloseTo(1, within(1e-6));
        assertThat(land.path("distance").asDouble()).isBetween(0.0, 1.0);
        assertThat(land.path("mae").asDouble()).isPositive();
        assertThat(land.path("brier").asDouble()).isBetween(0.0, 1.0);
        assertThat(evaluate("samples", null).at("/evaluation/land")).isEqualTo(land);
    }

    /** The map and the evaluation must be of one mind. */
    @Test
    void theErrorIsThatOfTheMapAtTheSamples() throws IOException {
        GeoTiffReader map =
                new GeoTiffReader(Requests.estimate(catalog, 1).file().toFile());
        double sum = 0;
        int count = 0;
        try (RasterSource source = RasterSource.open("map", map)) {
            GridPlace place = GridPlace.ofDegrees(source.grid());
            float[] value = new float[3];
            for (PointFeature sample : catalog.points("samples")) {
                Optional<Window> pixel = place.pixel(sample.longitude(), sample.latitude());
                if (pixel.isPresent()) {
                    source.read(pixel.get(), new int[] {0, 1, 2}, value);
                    if (!Float.isNaN(value[0])) {
                        sum += Math.abs(value[0] - (Double) sample.attributes().get("ece"));
                        count++;
                    }
                }
            }
        } finally {
            map.dispose();
        }
        JsonNode metrics = evaluate("samples", null).at("/evaluation/overall/metrics");
        assertThat(metrics.path("count").asInt()).isEqualTo(count);
        assertThat(metrics.path("mae").asDouble()).isCloseTo(sum / count, within(1e-4));
    }

    @Test
    void regionsComeFromAnAttributeOfTheSamples() throws IOException {
        JsonNode report = evaluate("samples in basins", null);
        assertThat(names(report, "region")).containsExactly("east", "west");
        assertThat(names(evaluate("samples in basins", "ece"), "region")).hasSizeGreaterThan(2);
    }

    @Test
    void theReportTellsWhetherTheApplicabilityWarns() throws IOException {
        JsonNode applicability = evaluate("samples", null).path("applicability");
        JsonNode large = applicability.path("errorsAboveTwiceThat");
        assertThat(large.path("limit").asDouble())
                .isEqualTo(2 * applicability.path("maeOfTheModelsTest").asDouble());
        assertThat(large.path("flagged").asInt())
                .isLessThanOrEqualTo(large.path("pixels").asInt());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThatThrownBy(() -> process(Requests.SETTINGS)
                        .execute(
                                Requests.MODEL,
                                new String[] {"nowhere"},
                                new String[] {"sand=soil", "silt=1"},
                                "samples",
                                "source",
                                null,
                                0.2,
                                null))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("confidence is 0.2, wanted 0.5 to 0.99")
                .hasMessageContaining("there is no layer 'nowhere'")
                .hasMessageContaining("covariate 'silt' is not one of the model's")
                .hasMessageContaining("no point with a number in attribute 'source'");
        assertThatThrownBy(() -> evaluate("samples", "basin"))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("samples 'samples' have no attribute 'basin' with the name of a region; the"
                        + " attributes are [ece, soc, source]");
    }

    @Test
    void samplesThatMissTheScenesAreAnErrorWithTheReasons() {
        catalog.addPoints("far", List.of(new PointFeature(10, 50, Map.of("ece", 3.0))));
        assertThatThrownBy(() -> evaluate("far", null))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("no sample lies on bare, unmasked soil of the scenes (1 outside_scenes)");
        catalog.addPoints("none", List.of());
        assertThatThrownBy(() -> evaluate("none", null)).hasMessageContaining("samples 'none' have no points");
    }

    @Test
    void moreSamplesThanTheServerAllowsAreRefused() {
        ProcessSettings small = ProcessSettings.of(new ProcessLimits(1, 1_000_000, 100), EngineSettings.defaults());
        assertThatThrownBy(() -> process(small)
                        .execute(
                                Requests.MODEL,
                                new String[] {"scene"},
                                WorldCatalog.covariates(),
                                "samples",
                                null,
                                null,
                                null,
                                null))
                .hasMessageContaining("points, this server allows 100");
    }

    @Test
    @Tag("slow")
    void aTrainingReportsTheRegionThatItWithheld() throws IOException {
        Map<String, Object> outputs = Requests.train(
                catalog,
                "withheld",
                "scene",
                WorldCatalog.covariates(),
                "samples in basins",
                Split.Kind.REGION,
                "east",
                null);
        JsonNode report = JSON.readTree(((JsonReport) outputs.get("report")).json());
        assertThat(report.at("/split/kind").asText()).isEqualTo("REGION");
        assertThat(report.at("/split/holdout").asText()).isEqualTo("east");
        assertThat(report.at("/split/laboratorySamplesWithheld").asInt()).isPositive();
        assertThat(report.at("/unseen/overall/metrics/count").asInt())
                .isEqualTo(report.at("/counts/unseen").asInt())
                .isPositive();
        assertThat(report.at("/test/overall/metrics/count").asInt())
                .isEqualTo(report.at("/counts/test").asInt());
        assertThat(report.at("/unseen/groups/3/groups/0/name").asText()).isEqualTo("east");
        assertThat(catalog.models()
                        .card("withheld")
                        .unseen()
                        .overall()
                        .metrics()
                        .count())
                .isEqualTo(report.at("/counts/unseen").asLong());
    }

    @Test
    void aWithheldRegionMustBeNamedAndBeThere() {
        assertThatThrownBy(() -> trainWithout(null, "samples in basins"))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("holdout is missing: split=REGION withholds a region, name one of [east, west]");
        assertThatThrownBy(() -> trainWithout("north", "samples in basins"))
                .hasMessageContaining("holdout is 'north', wanted one of the regions [east, west]");
        assertThatThrownBy(() -> trainWithout("north", "samples"))
                .hasMessageContaining("wanted one of the regions [scene]");
    }

    private static void trainWithout(String holdout, String samples) {
        Requests.train(catalog, "never", "scene", WorldCatalog.covariates(), samples, Split.Kind.REGION, holdout, null);
    }

    private static EvaluateModelProcess process(ProcessSettings settings) {
        return new EvaluateModelProcess(catalog, settings);
    }

    private static JsonNode evaluate(String samples, String region) throws IOException {
        return JSON.readTree(process(Requests.SETTINGS)
                .execute(
                        Requests.MODEL,
                        new String[] {"scene"},
                        WorldCatalog.covariates(),
                        samples,
                        null,
                        region,
                        null,
                        null)
                .json());
    }

    private static List<String> names(JsonNode report, String by) {
        for (JsonNode grouping : report.at("/evaluation/groups")) {
            if (grouping.path("by").asText().equals(by)) {
                return grouping.path("groups").findValuesAsText("name");
            }
        }
        throw new AssertionError("no groups by " + by);
    }
}
