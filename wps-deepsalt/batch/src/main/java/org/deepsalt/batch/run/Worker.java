/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.deepsalt.batch.job.JobRecord;
import org.deepsalt.batch.scene.SceneSource;
import org.jspecify.annotations.Nullable;

/**
 * A process that estimates scenes, seen from the batch that has started it. A scene that ends its process ends nothing
 * else. Used by one thread; {@link #stop} may come from another.
 */
final class Worker implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIGNAL = 128;
    private static final int KILLED = SIGNAL + 9;
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader messages;

    /**
     * Starts a process.
     *
     * @param command that runs {@link WorkerLoop}
     * @param log receives what it writes to standard error
     */
    Worker(List<String> command, Path log) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        orders = process.outputWriter(StandardCharsets.UTF_8);
        messages = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Hands over the batch and waits until the process is ready for scenes; false if it has ended instead. */
    boolean begin(WorkerOrder batch) throws IOException {
        return send(batch) && next() != null;
    }

    /**
     * Has a scene estimated.
     *
     * @param progress hears fractions of the scene
     * @return empty if the process has ended before there was a record
     */
    Optional<JobRecord> run(SceneSource scene, DoubleConsumer progress) throws IOException {
        if (!send(new WorkerOrder(null, null, scene))) {
            return Optional.empty();
        }
        for (WorkerMessage message = next(); message != null; message = next()) {
            JobRecord record = message.record();
            if (record != null) {
                return Optional.of(record);
            }
            Double fraction = message.fraction();
            if (fraction != null) {
                progress.accept(fraction);
            }
        }
        return Optional.empty();
    }

    /** False if nobody reads any more. */
    private boolean send(WorkerOrder order) {
        try {
            orders.write(JSON.writeValueAsString(order));
            orders.newLine();
            orders.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable WorkerMessage next() throws IOException {
        String line = messages.readLine();
        return line == null ? null : JSON.readValue(line, WorkerMessage.class);
    }

    /**
     * How the process has ended by itself, for people; empty if somebody has asked it to end, as Ctrl-C does with all
     * processes of a terminal.
     */
    Optional<String> death() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.of("closing its output without ending");
        }
        int code = process.exitValue();
        if (code == WorkerLoop.ASKED_TO_END) {
            return Optional.empty();
        } else if (code == KILLED) {
            return Optional.of("killed, as systems do to processes that take too much memory");
        }
        return Optional.of(code > SIGNAL ? "by signal " + (code - SIGNAL) : "with exit code " + code);
    }

    /** Ends the process after it has tidied up, or at once if it does not. */
    void stop() {
        try {
            orders.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }

    @Override
    public void close() {
        stop();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
