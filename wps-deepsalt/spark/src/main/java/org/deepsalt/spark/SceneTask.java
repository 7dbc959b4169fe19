/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.apache.spark.TaskContext;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.job.SceneJob;
import org.deepsalt.batch.scene.SceneSource;

/**
 * What an executor does with a scene. It travels as JSON, which both sides read alike whatever Spark serialises with. A
 * bad scene returns a record: an exception four times over would end the whole application.
 *
 * @param request the batch
 * @param batch its hash
 */
record SceneTask(String request, String batch) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What comes back.
     *
     * @param fingerprint of the scene, by which the driver knows it
     */
    record Answer(String fingerprint, JobRecord record) {}

    String run(String scene) {
        // Libraries look for their parts through the thread, which Spark has given its own loader.
        Thread.currentThread().setContextClassLoader(SceneTask.class.getClassLoader());
        SceneSource source = read(scene, SceneSource.class);
        SceneJob job = new SceneJob(read(request, BatchRequest.class), batch, ExecutorSettings.ofExecutor(cpus()));
        return text(new Answer(source.fingerprint(), job.runUnwatched(source, new TaskListener())));
    }

    private static int cpus() {
        TaskContext context = TaskContext.get();
        return context == null ? 1 : context.cpus();
    }

    static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
