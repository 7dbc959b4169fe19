/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.scene.SceneSource;

/** Adds up what the workers have done, by bytes, since scenes differ in size. Thread-safe. */
final class BatchProgress {
    /** With less than this nobody can tell when all is done. */
    private static final double ENOUGH = 0.01;

    private final BatchListener listener;
    private final int all;
    private final long bytes;
    private final long start = System.nanoTime();
    private final Map<SceneSource, Double> going = new HashMap<>();
    private long bytesDone;
    private int done;

    /**
     * Begins.
     *
     * @param all scenes of the batch
     * @param todo scenes among them that have no record yet
     */
    BatchProgress(BatchListener listener, int all, List<SceneSource> todo) {
        this.listener = listener;
        this.all = all;
        this.done = all - todo.size();
        this.bytes = todo.stream().mapToLong(SceneSource::bytes).sum();
    }

    synchronized void going(SceneSource scene, double fraction) {
        going.put(scene, fraction);
        tell();
    }

    /** A scene will be tried again. */
    synchronized void dropped(SceneSource scene) {
        going.remove(scene);
    }

    synchronized void finished(SceneSource scene, JobRecord record) {
        going.remove(scene);
        bytesDone += scene.bytes();
        done++;
        listener.finished(record);
        tell();
    }

    private void tell() {
        double worked = bytesDone;
        for (Map.Entry<SceneSource, Double> one : going.entrySet()) {
            worked += one.getKey().bytes() * one.getValue();
        }
        double fraction = bytes == 0 ? 1 : Math.min(1, worked / bytes);
        long passed = System.nanoTime() - start;
        listener.progress(
                done,
                all,
                fraction,
                fraction < ENOUGH
                        ? Optional.empty()
                        : Optional.of(Duration.ofNanos((long) (passed * (1 - fraction) / fraction))));
    }
}
