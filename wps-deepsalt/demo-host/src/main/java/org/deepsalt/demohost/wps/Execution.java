/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.geotools.data.util.DefaultProgressListener;
import org.jspecify.annotations.Nullable;

/**
 * One execution from its acceptance to its expiry; also the listener of its process. Thread-safe: the process reports
 * from one thread while clients ask from others.
 */
final class Execution extends DefaultProgressListener {
    /** The phases of an execution, in their order; it ends in one of the last two. */
    enum Phase {
        ACCEPTED,
        STARTED,
        SUCCEEDED,
        FAILED
    }

    /**
     * A finished output.
     *
     * @param kind how it travels
     * @param file its content; null for literals
     * @param text a literal's value; null for files
     */
    record Output(
            OutputKind kind, @Nullable Path file, @Nullable String text) {
        /** The value of a literal. */
        String literal() {
            return Objects.requireNonNull(text, "a literal has a value");
        }
    }

    /**
     * Everything that a status document says, consistent at one moment; the failure is null unless it failed.
     *
     * @param since when it began, for people
     * @param clock reading of the monotonic clock at that time: the other one may be set anew at any moment
     */
    record State(
            Phase phase,
            int percent,
            String task,
            Map<String, Output> outputs,
            @Nullable String failure,
            Instant since,
            long clock) {
        State(Phase phase, int percent, String task, Map<String, Output> outputs, @Nullable String failure) {
            this(phase, percent, task, outputs, failure, Instant.now(), System.nanoTime());
        }

        /** Whether it has lasted longer. */
        boolean outlasts(Duration limit) {
            return Duration.ofNanos(System.nanoTime() - clock).compareTo(limit) > 0;
        }

        /** An output of a finished execution that promised it. */
        Output output(String name) {
            return Objects.requireNonNull(outputs.get(name), "an output that was checked");
        }
    }

    private final String id;
    private final String process;
    private final String asker;
    private final ExecuteRequest request;
    private final Path folder;
    private final Instant created = Instant.now();
    private final CompletableFuture<Execution> ended = new CompletableFuture<>();
    private final AtomicInteger readers = new AtomicInteger();
    private volatile boolean dismissed;
    private volatile long bytes;
    private volatile State state = new State(Phase.ACCEPTED, 0, "", Map.of(), null);

    Execution(String id, String process, String asker, ExecuteRequest request, Path folder) {
        this.id = id;
        this.asker = asker;
        this.process = process;
        this.request = request;
        this.folder = folder;
    }

    String id() {
        return id;
    }

    String process() {
        return process;
    }

    /** Network address of the client that started it. */
    String asker() {
        return asker;
    }

    ExecuteRequest request() {
        return request;
    }

    Path folder() {
        return folder;
    }

    Instant created() {
        return created;
    }

    State state() {
        return state;
    }

    void begin() {
        state = new State(Phase.STARTED, 0, "starting", Map.of(), null);
    }

    @Override
    public void progress(float percent) {
        super.progress(percent);
        String task = getTask() == null ? "" : getTask().toString();
        state = new State(Phase.STARTED, Math.min(99, (int) percent), task, Map.of(), null, state.since, state.clock);
    }

    void succeed(Map<String, Output> outputs, long size) {
        bytes = size;
        state = new State(Phase.SUCCEEDED, 100, "done", Map.copyOf(outputs), null);
    }

    void fail(@Nullable String message) {
        state = new State(Phase.FAILED, state.percent, state.task, Map.of(), String.valueOf(message));
    }

    /** Done when nothing of it runs any more, however it ended. */
    CompletableFuture<Execution> ended() {
        return ended;
    }

    /** Asks it to stop, for good. */
    void dismiss() {
        dismissed = true;
        setCanceled(true);
    }

    boolean isDismissed() {
        return dismissed;
    }

    /** An output is being sent: it must not be deleted until {@link #endRead}. */
    void beginRead() {
        readers.incrementAndGet();
    }

    void endRead() {
        readers.decrementAndGet();
    }

    boolean isRead() {
        return readers.get() > 0;
    }

    /** Bytes of its outputs on disk. */
    long bytes() {
        return bytes;
    }

    boolean isFinished() {
        return state.phase == Phase.SUCCEEDED || state.phase == Phase.FAILED;
    }
}
