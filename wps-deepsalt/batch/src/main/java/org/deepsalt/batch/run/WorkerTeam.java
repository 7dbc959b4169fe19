/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.Deaths;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.JobStatus;
import org.deepsalt.batch.scene.SceneSource;
import org.deepsalt.model.DeepSaltException;

/**
 * Processes that work off a list of scenes side by side. One that ends in the middle of a scene is replaced, and the
 * scene is tried once more after the others.
 */
final class WorkerTeam {
    private final BatchRun.Plan plan;
    private final BatchRequest request;
    private final WorkerOrder batch;
    private final Deaths deaths;
    private final BiConsumer<SceneSource, JobRecord> records;
    private final Deque<SceneSource> waiting = new ArrayDeque<>();
    private final Set<Worker> workers = Collections.newSetFromMap(new ConcurrentHashMap<>());

    private volatile boolean stopped;

    /** @param records receives what becomes of each scene; called by several threads */
    WorkerTeam(
            BatchRun.Plan plan,
            BatchRequest request,
            String batch,
            Deaths deaths,
            BiConsumer<SceneSource, JobRecord> records) {
        this.plan = plan;
        this.request = request;
        this.batch = new WorkerOrder(request, batch, null);
        this.deaths = deaths;
        this.records = records;
    }

    /** Works until no scene is left, or until it is stopped. */
    void run(List<SceneSource> scenes, BatchProgress progress) throws IOException {
        waiting.addAll(scenes);
        int size = Math.min(plan.workers(), scenes.size());
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    workOff(number, progress);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            stop();
            if (e.getCause() instanceof DeepSaltException told) {
                throw told;
            }
            throw new IOException("a worker's thread failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdown();
        }
    }

    private void workOff(int number, BatchProgress progress) throws IOException, InterruptedException {
        Optional<SceneSource> scene = next();
        while (scene.isPresent()) {
            try (Worker worker = new Worker(plan.command(), log(number))) {
                workers.add(worker);
                begin(worker, number);
                while (scene.isPresent() && isDone(worker, scene.get(), progress)) {
                    scene = next();
                }
                workers.remove(worker);
            }
            // The scene that ended its process waits again, or has its record.
            scene = next();
        }
    }

    private void begin(Worker worker, int number) throws IOException, InterruptedException {
        if (!worker.begin(batch) && !stopped) {
            throw new DeepSaltException("a process that shall estimate scenes ended at its start, "
                    + worker.death().orElse("asked to")
                    + ": see '" + log(number) + "'");
        }
    }

    /** False if the process has ended, or shall. */
    private boolean isDone(Worker worker, SceneSource scene, BatchProgress progress)
            throws IOException, InterruptedException {
        Optional<JobRecord> record = worker.run(scene, fraction -> progress.going(scene, fraction));
        if (record.isPresent()) {
            deaths.forget(scene);
            records.accept(scene, record.get());
            return true;
        }
        Optional<String> death = worker.death();
        if (!stopped) {
            if (death.isPresent()) {
                deaths.add(scene, death.get());
            }
            retry(scene, progress);
        }
        return false;
    }

    private void retry(SceneSource scene, BatchProgress progress) throws IOException {
        if (deaths.areEnough(scene)) {
            records.accept(scene, JobRecord.without(scene, request, JobStatus.GIVEN_UP, deaths.reason(scene)));
            return;
        }
        progress.dropped(scene);
        synchronized (waiting) {
            waiting.addLast(scene);
        }
    }

    private Optional<SceneSource> next() {
        synchronized (waiting) {
            return stopped ? Optional.empty() : Optional.ofNullable(waiting.pollFirst());
        }
    }

    private Path log(int number) {
        try {
            return Files.createDirectories(request.out().resolve("logs")).resolve(plan.log() + "-" + number + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        stopped = true;
        workers.forEach(Worker::stop);
    }
}
