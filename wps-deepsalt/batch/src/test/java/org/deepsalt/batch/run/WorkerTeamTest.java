/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.Deaths;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real processes that do what the name of a scene says. */
@Timeout(60)
class WorkerTeamTest {
    @TempDir
    private Path out;

    private final Map<String, JobRecord> records = new ConcurrentHashMap<>();

    @Test
    void aSceneThatEndsItsProcessTwiceIsGivenUpAndStopsNoOther() throws IOException {
        run("ToyWorker", "good1", "crash", "good2", "good3");
        assertThat(records).hasSize(4);
        assertThat(records.get("crash").status()).isEqualTo(JobStatus.GIVEN_UP);
        assertThat(records.get("crash").reason()).contains("2 times", "by signal 6", "--again");
        assertThat(Stream.of("good1", "good2", "good3").map(records::get))
                .allSatisfy(record -> assertThat(record.status()).isEqualTo(JobStatus.DONE));
        Deaths deaths = new Deaths(out);
        assertThat(deaths.areEnough(scene("crash"))).isTrue();
        deaths.forget(scene("crash"));
        assertThat(deaths.areEnough(scene("crash"))).isFalse();
    }

    /** Ctrl-C reaches all processes of a terminal, perhaps the workers first. */
    @Test
    void aWorkerThatWasAskedToEndBlamesNoScene() throws IOException {
        run("ToyWorker", "interrupted-once", "good");
        assertThat(records.values()).extracting(JobRecord::status).containsOnly(JobStatus.DONE);
        assertThat(out.resolve(".deaths")).doesNotExist();
    }

    @Test
    void whatIsStoppedHasNoRecordAndNoBlame() throws Exception {
        WorkerTeam team = team("ToyWorker");
        Thread stopper = new Thread(() -> {
            while (records.isEmpty()) {
                Thread.onSpinWait();
            }
            team.stop();
        });
        stopper.start();
        List<SceneSource> scenes = new ArrayList<>(List.of(scene("good")));
        Stream.of("endless1", "endless2").map(WorkerTeamTest::scene).forEach(scenes::add);
        team.run(scenes, progress(scenes));
        stopper.join();
        assertThat(records).containsOnlyKeys("good");
        assertThat(out.resolve(".deaths")).doesNotExist();
    }

    @Test
    void aProcessThatDoesNotStartEndsTheBatchWithItsLog() {
        assertThatThrownBy(() -> run("NoSuchWorker", "good"))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContainingAll("ended at its start", "with exit code 1", "worker-0.log");
    }

    private void run(String worker, String... names) throws IOException {
        List<SceneSource> scenes = Stream.of(names).map(WorkerTeamTest::scene).toList();
        team(worker).run(scenes, progress(scenes));
    }

    private WorkerTeam team(String worker) {
        BatchRequest request = new BatchRequest(out.resolve("model"), List.of(), List.of(), out);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.deepsalt.batch.run." + worker,
                out.toString());
        BatchRun.Plan plan = new BatchRun.Plan(2, command, "worker");
        return new WorkerTeam(
                plan, request, "batch", new Deaths(out), (scene, record) -> records.put(scene.name(), record));
    }

    private static BatchProgress progress(List<SceneSource> scenes) {
        BatchListener silent = new BatchListener() {
            @Override
            public void finished(JobRecord record) {}

            @Override
            public void progress(int done, int all, double fraction, Optional<Duration> left) {
                assertThat(fraction).isBetween(0.0, 1.0);
            }
        };
        return new BatchProgress(silent, scenes.size(), scenes);
    }

    private static SceneSource scene(String name) {
        return new SceneSource(name, Path.of("/" + name), List.of(), 100, String.format("%32s", name));
    }
}
