/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepsalt.cli.CommandLineOf.Outcome;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code ./deepsalt batch} and {@code ./deepsalt sample} that README and guides print: batches of the sample
 * scene with a model that a few passes made, and worlds that are smaller than asked for.
 */
@Tag("slow")
@Timeout(300)
class DocumentedBatchesTest {
    private static final String INDEX = "$JOB_COMPLETION_INDEX";
    private static final int PODS = 8;
    private static final Map<String, String> SMALL = Map.of("--size", "64", "--spectra", "20", "--samples", "100");

    @TempDir
    static Path shared;

    private static CommandLineOf commands;
    private static Map<String, String> here;

    @TempDir
    Path work;

    @BeforeAll
    static void train() throws IOException {
        Path data = ShippedData.withSampleWorld(shared.resolve("data"));
        commands = new CommandLineOf(data, shared);
        List<String> training = new ArrayList<>(
                List.of("run", "deepsalt:TrainModel", "--", "model=my-model", "ftir=sample", "enmap=sample:enmap"));
        training.addAll(List.of("samples=sample:ece_samples", "covariate=sample:soil", "covariate=sample:climate"));
        training.addAll(DocumentedCommandsTest.FEW_EPOCHS);
        Outcome outcome = commands.runHere(training.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        here = Map.of(
                "/data/enmap", sample("enmap"),
                "/data/soil.tif", sample("covariates/soil.tif"),
                "/data/climate.tif", sample("covariates/climate.tif"),
                "/data/models/my-model", data + "/deepsalt/models/my-model");
    }

    private static String sample(String file) {
        return ShippedData.SAMPLE_LAYERS.resolve(file).toString();
    }

    static List<String> batches() throws IOException {
        List<String> found = GuideCommands.of("batch ");
        assertThat(found).hasSizeGreaterThanOrEqualTo(3).anyMatch(command -> command.contains("JOB_COMPLETION_INDEX"));
        return found;
    }

    /** Of the pods of a Job one has the scene, and the others have nothing to do. */
    @ParameterizedTest
    @MethodSource("batches")
    void aBatchHasAResultOfEachScene(String command) throws IOException {
        Path results = work.resolve("results");
        int pods = command.contains(INDEX) ? PODS : 1;
        for (int pod = 0; pod < pods; pod++) {
            List<String> words = new ArrayList<>();
            for (String word : GuideCommands.words(command.replace(INDEX, String.valueOf(pod)))) {
                words.add(word.equals("/data/results") ? results.toString() : here.getOrDefault(word, word));
            }
            assertThat(words).contains(results.toString()).noneMatch(word -> word.startsWith("/data/"));
            Outcome outcome = commands.runHere(words.toArray(String[]::new));
            assertThat(outcome.code()).as(outcome.err()).isZero();
        }
        assertThat(records(results)).singleElement().asString().contains("\"done\"");
    }

    private static List<String> records(Path results) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(results)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    static List<String> worlds() throws IOException {
        List<String> found = GuideCommands.of("sample ");
        assertThat(found).hasSizeGreaterThanOrEqualTo(2);
        return found;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aWorldHasWhatTrainingWants(String command) throws IOException {
        List<String> words = new ArrayList<>();
        String before = "";
        for (String word : GuideCommands.words(command)) {
            words.add(before.equals("--out") ? work.resolve("world").toString() : SMALL.getOrDefault(before, word));
            before = word;
        }
        Outcome outcome = commands.runHere(words.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(work.resolve("world/library")).isNotEmptyDirectory();
        assertThat(work.resolve("world/samples/ece_samples.geojson")).isNotEmptyFile();
    }
}
