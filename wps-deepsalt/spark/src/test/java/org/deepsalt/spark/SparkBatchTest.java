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
import java.util.List;
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
