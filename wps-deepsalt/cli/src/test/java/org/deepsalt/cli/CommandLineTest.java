/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.cli.CommandLineOf.Outcome;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.processes.report.Sidecar;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user of the command line types and gets; the model is trained by the first command. */
@Tag("slow")
@Timeout(300)
class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "quick";
    private static final Path SOIL = ShippedData.SAMPLE_LAYERS.resolve("covariates/soil.tif");
    private static final Path CLIMATE = ShippedData.SAMPLE_LAYERS.resolve("covariates/climate.tif");
    private static final Path SCENE = ShippedData.SAMPLE_LAYERS.resolve("enmap");

    @TempDir
    static Path shared;

    private static Path data;
    private static Path work;
    private static CommandLineOf commands;

    @BeforeAll
    static void train() throws IOException {
        data = ShippedData.withSampleWorld(shared.resolve("data"));
        work = Files.createDirectory(shared.resolve("work"));
        commands = new CommandLineOf(data, work);
        Path report = work.resolve("training.json");
        Outcome outcome = commands.runHere(training(
                MODEL,
                "unlabelled=500",
                "laboratoryEpochs=1",
                "satelliteEpochs=2",
                "alignmentEpochs=2",
                "teacherEpochs=5",
                "studentEpochs=5",
                "report=" + report));
        assertThat(outcome.err()).contains("100 % done");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("id: " + MODEL);
        JsonNode training = JSON.readTree(report.toFile());
        assertThat(training.has("test")).isTrue();
        assertThat(training.path("preset").asText()).isEqualTo("default");
        assertThat(training.path("meanCosinesOfCodes").path("shuffled").asDouble(1))
                .isLessThan(0.99);
        Files.delete(report);
    }

    @BeforeEach
    void nothingIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            assertThat(files).isEmpty();
        }
    }

    /** The sample world by its files, not by its layers. */
    private static String[] training(String model, String... more) {
        List<String> words = request("deepsalt:TrainModel", model, more);
        words.add("ftir=" + ShippedData.SAMPLE_LAYERS.resolve("library/ftir.csv.gz"));
        words.add("samples=" + ShippedData.SAMPLE_LAYERS.resolve("samples/ece_samples.geojson"));
        return words.toArray(String[]::new);
    }

    private static String[] estimation(String... more) {
        return request("deepsalt:EstimateSalinity", MODEL, more).toArray(String[]::new);
    }

    private static List<String> request(String process, String model, String... more) {
        List<String> words = new ArrayList<>(List.of("run", process, "--", "enmap=" + SCENE, "model=" + model));
        for (String soil : List.of("sand", "clay")) {
            words.add("covariate=" + soil + "=" + SOIL);
        }
        for (String climate : List.of("tmin", "tmax", "tavg", "pmin", "pmax", "pavg")) {
            words.add("covariate=" + climate + "=" + CLIMATE);
        }
        words.addAll(List.of(more));
        return words;
    }

    @Test
    void processesAreListedForPeopleAndForMachines() throws IOException {
        assertThat(commands.runHere("list").out()).contains("deepsalt:EstimateSalinity ", "deepsalt:TrainModel ");
        JsonNode array = JSON.readTree(commands.runHere("list", "--json").out());
        assertThat(array.findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        "deepsalt:DescribeModel",
                        "deepsalt:EstimateSalinity",
                        "deepsalt:EvaluateModel",
                        "deepsalt:ImportEnmapScene",
                        "deepsalt:ListModels",
                        "deepsalt:PublishBatch",
                        "deepsalt:SalinityStatistics",
                        "deepsalt:SpectralProfile",
                        "deepsalt:TrainModel");
    }

    @Test
    void helpDescribesAProcess() throws IOException {
        assertThat(commands.runHere("help", "deepsalt:EstimateSalinity").out())
                .contains("confidence", "default 0.9", "covariate", "may be repeated", "Outputs:", "mask_reason");
        JsonNode description = JSON.readTree(
                commands.runHere("help", "--json", "deepsalt:TrainModel").out());
        assertThat(description.at("/inputs").findValuesAsText("name")).contains("seed", "pairingDistance", "split");
        Outcome unknown = commands.runHere("help", "deepsalt:Nothing");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("there is no process 'deepsalt:Nothing', there are deepsalt:");
    }

    @Test
    void versionNamesTheSoftware() throws IOException, InterruptedException {
        assertThat(commands.run("version").out()).startsWith("DeepSalt ").contains("Java ");
    }

    @Test
    void anEstimateGoesToTheFilesThatWereAskedFor() throws IOException, InterruptedException {
        Path map = work.resolve("ece.tif");
        Path report = work.resolve("ece-report.json");
        Outcome outcome = commands.run(estimation("coverage=ece.tif", "report=ece-report.json"));
        assertThat(outcome.err()).contains("100 % done");
        assertThat(outcome.code()).isZero();
        TiffFile tiff = TiffFile.open(map);
        tiff.requireWhole();
        assertThat(tiff.bands()).isEqualTo(7);
        assertThat(tiff.gdalMetadata().get("deepsalt_model")).hasValue(MODEL);
        assertThat(JSON.readTree(report.toFile()).path("process").asText()).isEqualTo("deepsalt:EstimateSalinity");
        assertThat(Sidecar.of(map)).exists();
        for (Path file : List.of(map, report, Sidecar.of(map))) {
            Files.delete(file);
        }
        nothingIsTemporary();
    }

    @Test
    void aPublishedEstimateGoesToAFileToo() throws IOException {
        Path map = work.resolve("published.tif");
        Outcome outcome = commands.runHere(estimation("layer=published", "coverage=" + map));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        TiffFile.open(map).requireWhole();
        assertThat(JSON.readTree(Sidecar.of(map).toFile()).path("process").asText())
                .isEqualTo("deepsalt:EstimateSalinity");
        Files.delete(map);
        Files.delete(Sidecar.of(map));
    }

    @Test
    void aProductMayBeAZip() throws IOException, InterruptedException {
        Path zip = shared.resolve("scene.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(SCENE)) {
            for (Path file : files.toList()) {
                archive.putNextEntry(new ZipEntry("scene/" + file.getFileName()));
                Files.copy(file, archive);
            }
        }
        Outcome outcome =
                commands.run("run", "--json", "deepsalt:SpectralProfile", "--", "enmap=" + zip, "point=-110.1 39.01");
        assertThat(outcome.err()).doesNotContain("\tat ");
        JsonNode point = JSON.readTree(outcome.out()).at("/outputs/profile/points/0");
        assertThat(point.path("reflectances")).hasSize(224);
        Outcome bad = commands.run("run", "deepsalt:SpectralProfile", "--", "enmap=" + zip, "point=0 0");
        assertThat(bad.code()).isNotZero();
        assertThat(bad.err()).contains("point '0 0' lies outside the scene").doesNotContain("\tat ");
        try (Stream<Path> left = Files.list(commands.temporary())) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("deepsalt")))
                    .isEmpty();
        }
    }

    @Test
    void zonesOfAMapComeFromAFile() throws IOException {
        Path zones = Files.writeString(
                shared.resolve("zones.geojson"),
                "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"EPSG:32612\"}},\"features\":["
                        + "{\"type\":\"Feature\",\"properties\":{\"field\":\"north\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + "[[[576300,4319070],[576600,4319070],[576600,4318470],[576300,4318470],[576300,4319070]]]"
                        + "}}]}");
        Outcome outcome = commands.runHere(
                "run",
                "--json",
                "deepsalt:SalinityStatistics",
                "--",
                "ece=" + ShippedData.SAMPLE_LAYERS.resolve("truth/ece_truth.tif"),
                "zones=" + zones,
                "zoneName=field");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        JsonNode statistics = JSON.readTree(outcome.out()).at("/outputs/statistics");
        assertThat(statistics.at("/overall/pixels").asInt()).isEqualTo(128 * 128);
        assertThat(statistics.at("/zones/0/name").asText()).isEqualTo("north");
        assertThat(statistics.at("/zones/0/pixels").asInt()).isEqualTo(10 * 20);
        assertThat(statistics.at("/zones/0/hectares").asDouble()).isEqualTo(18);

        Outcome served = commands.runHere(
                "run", "deepsalt:SalinityStatistics", "--", "ece=sample:soil", "zones=sample:ece_samples");
        assertThat(served.code()).isNotZero();
        assertThat(served.err())
                .contains("layer 'sample:ece_samples' holds points, wanted polygons")
                .contains("layer 'sample:soil' has 2 bands (sand, clay) and none named 'ece'");
    }

    @Test
    void aRequestMayComeAsJson() throws IOException {
        String request = JSON.writeValueAsString(
                JSON.createObjectNode().set("inputs", JSON.createObjectNode().put("model", MODEL)));
        Outcome outcome = commands.runHereWithInput(request, "run", "--json", "deepsalt:DescribeModel", "-");
        JsonNode answer = JSON.readTree(outcome.out());
        assertThat(answer.path("id").asText()).isEqualTo("deepsalt:DescribeModel");
        assertThat(answer.at("/outputs/card/id").asText()).isEqualTo(MODEL);

        Outcome broken = commands.runHereWithInput("{", "run", "deepsalt:DescribeModel", "-");
        assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
        assertThat(broken.err()).contains("standard input is not JSON");
    }

    @Test
    void everythingWrongWithARequestIsToldBeforeTheWork() {
        Outcome outcome = commands.runHere(estimation("enmapp=x", "confidence=2", "coverage=nowhere/ece.tif"));
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err())
                .contains("there is no input 'enmapp'")
                .contains("input 'confidence' is '2.0', wanted")
                .contains("output 'coverage=nowhere/ece.tif' lies in a folder that is not there")
                .doesNotContain("\tat ");
    }

    @Test
    void aTruncatedImageIsRefused() throws IOException {
        Path whole = ShippedData.sceneImage();
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(shared.resolve("cut.tif"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        Outcome outcome = commands.runHere(
                "run",
                "deepsalt:EstimateSalinity",
                "--",
                "enmap=" + cut,
                "model=" + MODEL,
                "coverage=" + work.resolve("ece.tif"));
        assertThat(outcome.code()).isNotZero();
        assertThat(outcome.err()).contains("'cut.tif' is cut off").doesNotContain("\tat ");
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException, InterruptedException {
        Outcome outcome = commands.runOnFullDisk(100, estimation("coverage=ece.tif"));
        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("check the space left on the disk").doesNotContain("\tat ");
        nothingIsTemporary();
    }

    private static void nothingIsTemporary() throws IOException {
        try (Stream<Path> left = Files.list(commands.temporary())) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("deepsalt")))
                    .isEmpty();
        }
    }

    @Test
    void controlCLeavesNothing() throws IOException, InterruptedException {
        Outcome outcome = commands.interrupt("epoch 1 of", training("never", "unlabelled=500"));
        assertThat(outcome.err()).contains("cancelled, nothing is left").doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(ExitCode.CANCELLED);
        try (Stream<Path> models = Files.list(data.resolve("deepsalt/models"))) {
            // The lock of the folder stays, which holds nothing.
            assertThat(models.map(model -> model.getFileName().toString()).filter(name -> !name.equals(".lock")))
                    .containsExactly(MODEL);
        }
    }

    @Test
    void anInterruptedSampleWorldLeavesNothing() throws IOException, InterruptedException {
        Outcome outcome = commands.interrupt(" %", "sample", "--size", "128", "--seed", "1", "--out", "world");
        assertThat(outcome.code()).isEqualTo(ExitCode.CANCELLED);
        assertThat(work.resolve("world")).doesNotExist();
    }

    @Test
    void aWorldOfImpossibleRegionsAndSpectraIsRefused() {
        Path world = work.resolve("world");
        Outcome outcome = commands.runHere(
                "sample", "--regions", "9", "--size", "64", "--seed", "1", "--spectra", "0", "--out", world.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("9 regions, wanted 1 to 6").contains("the number of spectra is 0");
        assertThat(world).doesNotExist();
    }
}
