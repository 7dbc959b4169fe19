/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.io.IOException;
import java.util.List;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.scene.SceneSource;
import org.jspecify.annotations.Nullable;

/**
 * Works off the scenes of a batch on this machine, by processes side by side. A repetition goes on where this ended,
 * however it ended. Used once.
 */
public final class BatchRun {
    private final BatchRequest request;
    private final Plan plan;
    private final BatchListener listener;
    private volatile boolean stopped;
    private volatile @Nullable WorkerTeam team;

    /**
     * How a batch is run.
     *
     * @param workers processes at a time
     * @param command that starts a worker
     * @param log part of the names of the workers' logs, below the folder of results
     */
    public record Plan(int workers, List<String> command, String log) {
        public Plan {
            command = List.copyOf(command);
        }
    }

    /** Prepares a run. */
    public BatchRun(BatchRequest request, Plan plan, BatchListener listener) {
        this.request = request;
        this.plan = plan;
        this.listener = listener;
    }

    /**
     * Runs to the end, or until it is stopped.
     *
     * @return a record per scene; see {@link Survey#finish}
     * @throws org.deepsalt.model.DeepSaltException if workers cannot be started
     */
    public List<JobRecord> run(Survey survey) throws IOException {
        List<SceneSource> todo = survey.todo();
        BatchProgress progress = new BatchProgress(listener, survey.size(), todo);
        WorkerTeam workers = new WorkerTeam(plan, request, survey.batch(), survey.deaths(), (scene, record) -> {
            survey.put(scene, record);
            progress.finished(scene, record);
        });
        team = workers;
        if (!todo.isEmpty() && !stopped) {
            workers.run(todo, progress);
        }
        return survey.finish();
    }

    /** Stops after what is finished; scenes that are being computed leave nothing. */
    public void stop() {
        stopped = true;
        WorkerTeam working = team;
        if (working != null) {
            working.stop();
        }
    }
}
