/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.batch.BatchWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In this JVM, with two threads as executors. */
@Tag("slow")
@Timeout(300)
class SparkBatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SUBMIT =
            Pattern.compile("(?m)^spark-submit .*--class (\\S+) --jars (\\S+) .* (\\S+\\.jar) (--scenes .*)$");

    @TempDir
    static Path folder;

    private static BatchWorld world;

    @BeforeAll
    static void makeWorld() throws IOException {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.ui.enabled", "false");
        System.setProperty("spark.driver.bindAddress", "127.0.0.1");
        System.setProperty("spark.driver.host", "127.0.0.1");
        world = BatchWorld.make(folder.resolve("made"));
    }

    @AfterAll
    static void forget() {
        List.of("spark.master", "spark.ui.enabled", "spark.driver.bindAddress", "spark.driver.host")
                .forEach(System::clearProperty);
    }

    @Test
    void scenesAreTasksAndBadOnesAreRecords() throws IOException {
        Path out = folder.resolve("out");
        StringWriter said = new StringWriter();
        assertThat(run(out, said)).isEqualTo(1);
        assertThat(said.toString()).contains("scenes: 5, 3 done, 2 failed; computed now: 3", "is cut off");
        List<String> lines = Files.readAllLines(out.resolve("manifest.jsonl"));
        assertThat(lines).hasSize(5);
        for (String line : lines) {
            JsonNode record = JSON.readTree(line);
            if (record.path("status").asText().equals("done")) {
                assertThat(out.resolve(record.path("result").asText())).isNotEmptyFile();
            }
        }
        StringWriter again = new StringWriter();
        assertThat(run(out, again)).isEqualTo(1);
        assertThat(again.toString()).contains("scenes: 5, 3 done, 2 failed; computed now: 0");
    }

    /** README shortens the options of the batch to three dots. */
    @Test
    void theCommandOfTheGuideIsTaken() throws IOException {
        Path results = folder.resolve("guide");
        Map<String, String> here = Map.of(
                "/data/enmap", world.scenes().resolve("good1").toString(),
                "/data/models/my-model", world.model().toString(),
                "/data/soil.tif", world.covariates().get(0),
                "/data/climate.tif", world.covariates().get(1),
                "/data/results", results.toString());
        String pom = Files.readString(Path.of("pom.xml"));
        for (String page : List.of("README.md", "docs/scale.md")) {
            Matcher command =
                    SUBMIT.matcher(Files.readString(Path.of("../..", page)).replaceAll("\\\\\\n\\s*", ""));
            assertThat(command.find()).as(page).isTrue();
            assertThat(command.group(1)).isEqualTo(SparkBatch.class.getName());
            assertThat(System.getProperty("java.class.path")).contains("/" + command.group(2));
            assertThat(pom).contains("/spark/" + command.group(3) + "<");
            if (!command.group(4).contains(" ... ")) {
                StringWriter said = new StringWriter();
                String[] words = Arrays.stream(command.group(4).split(" ", -1))
                        .map(word -> here.getOrDefault(word, word))
                        .toArray(String[]::new);
                assertThat(SparkBatch.run(new PrintWriter(said, true), words))
                        .as(said.toString())
                        .isZero();
            }
        }
        assertThat(Files.readAllLines(results.resolve("manifest.jsonl"))).hasSize(1);
    }

    @Test
    void whatIsWrongForAllScenesIsSaidBeforeAnyTask() {
        StringWriter said = new StringWriter();
        assertThat(run(folder.resolve("wrong"), said, "maxNdvi=many")).isEqualTo(1);
        assertThat(said.toString()).contains("input 'maxNdvi' is 'many', wanted a number");
    }

    private static int run(Path out, StringWriter said, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--scenes=" + world.scenes(), "--model=" + world.model(), "--out=" + out));
        world.covariates().forEach(file -> arguments.add("--covariate=" + file));
        arguments.addAll(List.of(more));
        return SparkBatch.run(new PrintWriter(said, true), arguments.toArray(String[]::new));
    }
}
