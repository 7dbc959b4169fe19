/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepsalt.benchmarks.runs.Commands;
import org.deepsalt.benchmarks.runs.UntrainedStore;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.store.ModelStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThroughputTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void throughputCountsAllScenesAndNamesTheLockThatWasWaitedForMost() throws IOException {
        ThroughputFigures figures = new ThroughputFigures(
                "a machine",
                1000,
                2,
                List.of(
                        new ThroughputFigures.Row(
                                1, new ThroughputWorker.Told(new ThroughputWorker.Case(1, 1), List.of(2.0), Map.of())),
                        new ThroughputFigures.Row(
                                2,
                                new ThroughputWorker.Told(
                                        new ThroughputWorker.Case(4, 8),
                                        List.of(4.0, 6.0),
                                        Map.of("a.Lock", 1.0, "b.Lock", 3.0)))));
        assertThat(figures.table())
                .contains("500")
                .contains("800", "1.60", "4.00 / 5.00 / 6.00", "5.0 %, 4.00 s, most for b.Lock");
        JsonNode json = JSON.readTree(figures.json());
        assertThat(json.at("/cases/1/pixelsPerSecond").asDouble()).isEqualTo(800);
        assertThat(json.at("/cases/1/waitedSeconds/a.Lock").asDouble()).isEqualTo(1);
    }

    @Test
    @Tag("slow")
    void scenesAtOnceAndThreadsAreMeasuredInOneJvm() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path work = Files.createDirectory(folder.resolve("work"));
        TensorFlow.start(Settings.engine());
        UntrainedStore.fill(new ModelStore(data.resolve("deepsalt/models")));
        int all = Runtime.getRuntime().availableProcessors();
        ThroughputBenchmark.Plan plan = ThroughputBenchmarkPlanBuilder.builder()
                .size(64)
                .scenes(List.of(1, 2))
                .threads(List.of(all, 3 + all))
                .processors(List.of(all))
                .seed(3)
                .repeats(2)
                .model("untrained")
                .launcher(UntrainedStore.launcher())
                .dataDirectory(data)
                .build();

        ThroughputFigures figures = new ThroughputBenchmark(plan, new Commands(work), work, news -> {}).run();

        assertThat(figures.rows())
                .extracting(row -> row.told().asked())
                .containsExactly(
                        new ThroughputWorker.Case(1, all),
                        new ThroughputWorker.Case(2, all),
                        new ThroughputWorker.Case(1, 3 + all));
        assertThat(figures.rows())
                .allMatch(row -> row.told().seconds().size() == 2 && figures.pixelsPerSecond(row) > 0);
    }
}
