/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultStoreTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path out;

    private ResultStore store;

    @BeforeEach
    void open() {
        store = new ResultStore(out);
    }

    @Test
    void aResultIsThereOnceItsRecordIs() throws IOException {
        assertThat(store.find(KEY)).isEmpty();
        try (Attempt attempt = store.begin(KEY)) {
            Files.writeString(attempt.files().resolve("ece.tif"), "map");
            assertThat(store.find(KEY)).isEmpty();
            attempt.commit(record(1));
        }
        assertThat(store.find(KEY)).contains(record(1));
        assertThat(store.folder(KEY).resolve("ece.tif")).hasContent("map");
        assertThat(attempts()).isEmpty();
    }

    /** Whoever is second, on this machine or another, keeps what the first one has made. */
    @Test
    void theFirstOfTwoAttemptsWins() throws IOException {
        try (Attempt first = store.begin(KEY);
                Attempt second = new ResultStore(out).begin(KEY)) {
            Files.writeString(first.files().resolve("ece.tif"), "first");
            Files.writeString(second.files().resolve("ece.tif"), "second");
            first.commit(record(1));
            assertThat(second.commit(record(2))).isEqualTo(record(1).found());
        }
        assertThat(store.folder(KEY).resolve("ece.tif")).hasContent("first");
    }

    /** What a kill between moving the files and writing the record leaves behind. */
    @Test
    void filesWithoutARecordAreNoResultAndGiveWay() throws IOException {
        Files.createDirectories(store.folder(KEY));
        Files.writeString(store.folder(KEY).resolve("ece.tif"), "half");
        Files.writeString(store.folder(KEY).resolve("job.json.part"), "{");
        assertThat(store.find(KEY)).isEmpty();
        try (Attempt attempt = store.begin(KEY)) {
            Files.writeString(attempt.files().resolve("ece.tif"), "whole");
            attempt.commit(record(1));
        }
        assertThat(store.folder(KEY).resolve("ece.tif")).hasContent("whole");
        assertThat(store.folder(KEY).resolve("job.json.part")).doesNotExist();
    }

    @Test
    void aFailedAttemptLeavesNothing() throws IOException {
        try (Attempt attempt = store.begin(KEY)) {
            Files.writeString(attempt.files().resolve("ece.tif"), "half");
        }
        assertThat(store.find(KEY)).isEmpty();
        assertThat(attempts()).isEmpty();
    }

    @Test
    void sweepingTakesWhatTheDeadHaveLeftAndNothingOfTheLiving() throws IOException {
        Path dead = Files.createDirectories(out.resolve(".attempts").resolve(KEY + "-dead"));
        Files.writeString(dead.resolve("alive"), "");
        Files.createDirectories(dead.resolve("result"));
        try (Attempt living = store.begin(KEY)) {
            store.sweep();
            assertThat(dead).doesNotExist();
            assertThat(living.files()).isDirectory();
            assertThat(attempts()).hasSize(1);
        }
    }

    private List<Path> attempts() throws IOException {
        try (Stream<Path> places = Files.list(out.resolve(".attempts"))) {
            return places.filter(Files::isDirectory).toList();
        }
    }

    private static JobRecord record(double seconds) {
        return JobRecordBuilder.builder()
                .scene("scene")
                .status(JobStatus.DONE)
                .model("model")
                .key(KEY)
                .result("results/01/" + KEY + "/ece.tif")
                .seconds(seconds)
                .hectares(Map.of("Non-saline", 12.5))
                .computed(true)
                .build();
    }
}
