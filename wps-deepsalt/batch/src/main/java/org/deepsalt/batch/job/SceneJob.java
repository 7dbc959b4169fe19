/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.Hash;
import org.deepsalt.processes.job.ListenerProgress;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.records.IsoRecord;
import org.deepsalt.processes.records.StacItem;
import org.deepsalt.processes.report.Sidecar;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.ProcessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Estimates one scene of a batch, unless its result is there. Whoever runs it, a thread, a process or a cluster: the
 * result has the same name and the same bytes, and it is there once. Thread-safe.
 */
public final class SceneJob {
    private static final Logger LOGGER = LoggerFactory.getLogger(SceneJob.class);

    private final BatchRequest request;
    private final String batch;
    private final ProcessSettings settings;
    private final ResultStore store;
    private final Deaths deaths;

    /**
     * Prepares the jobs of a batch. They multiply in float32 whatever the settings say: what is named after a hash of
     * all that went in must not depend on the processor that it met.
     *
     * @param batch {@link BatchRequest#hash}
     */
    public SceneJob(BatchRequest request, String batch, ProcessSettings settings) {
        this.request = request;
        this.batch = batch;
        this.settings = new JobSettings(settings);
        this.store = new ResultStore(request.out());
        this.deaths = new Deaths(request.out());
    }

    /**
     * Checks what all scenes have in common before the first of them is read.
     *
     * @throws org.deepsalt.model.InvalidRequestException with everything that is wrong
     */
    public void check() {
        Estimation.check(request, settings);
    }

    /**
     * The result of a scene whose content is known.
     *
     * @param sceneHash {@link SceneSource#contentHash}
     */
    public Optional<JobRecord> find(String sceneHash) {
        return store.find(JobKey.of(batch, sceneHash)).map(JobRecord::found);
    }

    /**
     * Estimates a scene. What is wrong with the scene or the request becomes a record, not an exception.
     *
     * @param listener hears the progress, and may cancel
     * @throws CancelledException if the listener has cancelled; nothing is left
     */
    public JobRecord run(SceneSource scene, ProgressListener listener) {
        return run(scene, listener, false);
    }

    /**
     * The same where nobody watches the process: attempts at this scene that a process has left by dying count against
     * the scene, which is given up after the second.
     */
    public JobRecord runUnwatched(SceneSource scene, ProgressListener listener) {
        return run(scene, listener, true);
    }

    private JobRecord run(SceneSource scene, ProgressListener listener, boolean unwatched) {
        try {
            String hash = scene.contentHash(ListenerProgress.of(listener));
            Optional<JobRecord> there = find(hash);
            if (there.isPresent()) {
                return there.get();
            } else if (unwatched && isGivenUp(scene, hash)) {
                return JobRecord.without(scene, request, JobStatus.GIVEN_UP, deaths.reason(scene));
            }
            JobRecord record = estimate(scene, hash, listener);
            deaths.forget(scene);
            return record;
        } catch (CancelledException e) {
            throw e;
        } catch (DeepSaltException | ProcessException e) {
            return failed(scene, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            return failed(scene, "a file cannot be read or written: " + e.getMessage() + "; check disk and rights");
        } catch (RuntimeException e) {
            LOGGER.error("scene {} failed in a way that nobody thought of", scene.name(), e);
            return failed(scene, "it failed in a way that nobody thought of, the log has the trace: " + e);
        }
    }

    private boolean isGivenUp(SceneSource scene, String hash) throws IOException {
        for (int dead = store.sweep(JobKey.of(batch, hash)); dead > 0; dead--) {
            deaths.add(scene, "in the middle of it");
        }
        return deaths.areEnough(scene);
    }

    private JobRecord failed(SceneSource scene, String reason) {
        return JobRecord.without(scene, request, JobStatus.FAILED, reason);
    }

    private JobRecord estimate(SceneSource scene, String hash, ProgressListener listener) throws IOException {
        long start = System.nanoTime();
        String key = JobKey.of(batch, hash);
        try (Attempt attempt = store.begin(key);
                JobCatalog catalog = new JobCatalog(scene, BatchModels.of(request), attempt, settings.archives())) {
            String text = Estimation.run(scene.name(), request, catalog, settings, listener);
            JsonNode report = ResultStore.JSON.readTree(text);
            Path geoTiff = geoTiff(attempt.files());
            Optional<Path> item = StacItem.write(
                    geoTiff, report, store.link(scene, key).stream().toList());
            IsoRecord.write(geoTiff, text, catalog.models().card(request.modelId()));
            JobRecord record = JobRecordBuilder.builder()
                    .scene(scene.name())
                    .status(JobStatus.DONE)
                    .time(report.path("acquired").asText(null))
                    .model(request.modelId())
                    .key(key)
                    .sceneHash(hash)
                    .result(store.told(key, geoTiff))
                    .sidecar(store.told(key, Sidecar.of(geoTiff)))
                    .item(item.map(file -> store.told(key, file)).orElse(null))
                    .sha256(Hash.of(geoTiff))
                    .seconds(Math.round((System.nanoTime() - start) / 1e6) / 1e3)
                    .validShare(ReportFacts.validShare(report))
                    .hectares(ReportFacts.hectares(report))
                    .shareOutside(ReportFacts.shareOutside(report))
                    .computed(true)
                    .build();
            return attempt.commit(record);
        }
    }

    private static Path geoTiff(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tif"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
