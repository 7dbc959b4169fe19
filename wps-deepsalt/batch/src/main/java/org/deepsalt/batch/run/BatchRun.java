/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;
import org.deepsalt.batch.job.ResultStore;
import org.deepsalt.batch.job.SceneJob;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.processes.job.ProcessSettings;
import org.jspecify.annotations.Nullable;

/**
 * Works off the scenes of a batch on this machine: finds what is finished, hands the rest to workers, largest first,
 * and writes the manifest. A repetition goes on where this ended, however it ended. Used once.
 */
public final class BatchRun {
    private final BatchRequest request;
    private final Plan plan;
    private final BatchListener listener;
    private final Map<SceneSource, JobRecord> records = new LinkedHashMap<>();
    private final Deaths deaths;
    private volatile boolean stopped;
    private volatile @Nullable WorkerTeam team;

    /**
     * How a batch is run.
     *
     * @param workers processes at a time
     * @param command that starts a worker
     * @param shard of the scenes
     * @param again whether scenes that were given up are tried again
     */
    public record Plan(int workers, List<String> command, Shard shard, boolean again) {
        public Plan {
            command = List.copyOf(command);
        }
    }

    /** Prepares a run. */
    public BatchRun(BatchRequest request, Plan plan, BatchListener listener) {
        this.request = request;
        this.plan = plan;
        this.listener = listener;
        this.deaths = new Deaths(request.out());
    }

    /**
     * Runs to the end, or until it is stopped.
     *
     * @param scenes of all shards
     * @param settings of the processes, with which the parameters are checked
     * @return a record per scene of the shard; those that nobody came to are {@link JobStatus#PENDING}
     * @throws org.deepsalt.model.InvalidRequestException if model, covariates or parameters are wrong
     */
    public List<JobRecord> run(List<SceneSource> scenes, ProcessSettings settings) {
        List<SceneSource> mine = plan.shard().of(scenes);
        try {
            Files.createDirectories(request.out());
            new ResultStore(request.out()).sweep();
            String batch = request.hash();
            SceneJob job = new SceneJob(request, batch, settings);
            HashIndex index =
                    new HashIndex(request.out(), "index" + plan.shard().suffix());
            List<SceneSource> todo = new ArrayList<>();
            for (SceneSource scene : mine) {
                Optional<JobRecord> known = known(scene, job, index);
                known.ifPresentOrElse(record -> records.put(scene, record), () -> todo.add(scene));
            }
            if (!todo.isEmpty()) {
                job.check();
                todo.sort(
                        Comparator.comparingLong(SceneSource::bytes).reversed().thenComparing(SceneSource::name));
                work(todo, batch, index, mine.size());
            }
            return finish(mine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<JobRecord> known(SceneSource scene, SceneJob job, HashIndex index) throws IOException {
        Optional<JobRecord> finished = index.hash(scene).flatMap(job::find);
        if (finished.isEmpty() && plan.again()) {
            deaths.forget(scene);
        }
        return finished.isEmpty() && deaths.areEnough(scene) ? Optional.of(givenUp(scene)) : finished;
    }

    private JobRecord givenUp(SceneSource scene) throws IOException {
        return JobRecord.without(scene, request, JobStatus.GIVEN_UP, deaths.reason(scene));
    }

    private void work(List<SceneSource> todo, String batch, HashIndex index, int all) throws IOException {
        BatchProgress progress = new BatchProgress(listener, all, records.size(), todo);
        WorkerTeam workers = new WorkerTeam(plan, request, batch, deaths, (scene, record) -> {
            synchronized (records) {
                records.put(scene, record);
            }
            String hash = record.sceneHash();
            if (hash != null) {
                index.put(scene, hash);
            }
            progress.finished(scene, record);
        });
        team = workers;
        if (!stopped) {
            workers.run(todo, progress);
        }
        index.save();
    }

    private List<JobRecord> finish(List<SceneSource> mine) throws IOException {
        List<JobRecord> all = new ArrayList<>();
        for (SceneSource scene : mine) {
            JobRecord record = records.get(scene);
            all.add(
                    record != null
                            ? record
                            : JobRecord.without(scene, request, JobStatus.PENDING, "the run was stopped before it"));
        }
        Manifest.write(request.out(), plan.shard(), all);
        return all;
    }

    /** Where the manifest is written. */
    public Path manifest() {
        return Manifest.of(request.out(), plan.shard());
    }

    /** Stops after what is finished; scenes that are being computed are given up for now and leave nothing. */
    public void stop() {
        stopped = true;
        WorkerTeam working = team;
        if (working != null) {
            working.stop();
        }
    }
}
