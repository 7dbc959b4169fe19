/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.Deaths;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;
import org.deepsalt.batch.job.ResultStore;
import org.deepsalt.batch.job.SceneJob;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.processes.job.ProcessSettings;

/**
 * What there is to do in a batch, and in the end the manifest of what was done: for whatever hands out the scenes in
 * between. Thread-safe.
 */
public final class Survey {
    private final BatchRequest request;
    private final Shard shard;
    private final List<SceneSource> scenes;
    private final String batch;
    private final SceneJob job;
    private final Deaths deaths;
    private final HashIndex index;
    private final Map<SceneSource, JobRecord> records = new LinkedHashMap<>();

    /**
     * Looks which scenes have results, and clears away what dead processes have left.
     *
     * @param scenes of all shards
     * @param again whether scenes that were given up are tried again
     * @throws org.deepsalt.model.InvalidRequestException if model, covariates or parameters are wrong
     */
    public Survey(BatchRequest request, List<SceneSource> scenes, Shard shard, boolean again, ProcessSettings settings)
            throws IOException {
        this.request = request;
        this.shard = shard;
        this.scenes = shard.of(scenes);
        Files.createDirectories(request.out());
        new ResultStore(request.out()).sweep();
        this.batch = request.hash();
        this.job = new SceneJob(request, batch, settings);
        this.deaths = new Deaths(request.out());
        this.index = new HashIndex(request.out(), "index" + shard.suffix());
        for (SceneSource scene : this.scenes) {
            look(scene, again);
        }
        if (records.size() < this.scenes.size()) {
            job.check();
        }
    }

    private void look(SceneSource scene, boolean again) throws IOException {
        Optional<JobRecord> finished = index.hash(scene).flatMap(job::find);
        if (finished.isEmpty() && again) {
            deaths.forget(scene);
        }
        if (finished.isPresent()) {
            records.put(scene, finished.get());
        } else if (deaths.areEnough(scene)) {
            records.put(scene, JobRecord.without(scene, request, JobStatus.GIVEN_UP, deaths.reason(scene)));
        }
    }

    /** Hash of what all scenes have in common; see {@link BatchRequest#hash}. */
    public String batch() {
        return batch;
    }

    /** How often scenes have ended a process. */
    Deaths deaths() {
        return deaths;
    }

    /** Scenes of the shard. */
    public int size() {
        return scenes.size();
    }

    /** The scenes without a record, largest first, so that no large one is left for the end. */
    public synchronized List<SceneSource> todo() {
        List<SceneSource> todo = new ArrayList<>(scenes);
        todo.removeAll(records.keySet());
        todo.sort(Comparator.comparingLong(SceneSource::bytes).reversed().thenComparing(SceneSource::name));
        return todo;
    }

    /** Notes what became of a scene. */
    public synchronized void put(SceneSource scene, JobRecord record) {
        records.put(scene, record);
        String hash = record.sceneHash();
        if (hash != null) {
            index.put(scene, hash);
        }
    }

    /**
     * Writes the manifest.
     *
     * @return a record per scene of the shard; those that nobody came to are {@link JobStatus#PENDING}
     */
    public synchronized List<JobRecord> finish() throws IOException {
        List<JobRecord> all = new ArrayList<>();
        for (SceneSource scene : scenes) {
            JobRecord record = records.get(scene);
            all.add(
                    record != null
                            ? record
                            : JobRecord.without(scene, request, JobStatus.PENDING, "the run was stopped before it"));
        }
        index.save();
        Manifest.write(request.out(), shard, all);
        return all;
    }

    /** Where the manifest is written. */
    public Path manifest() {
        return Manifest.of(request.out(), shard);
    }
}
