/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsExceptionReport;
import org.deepsalt.demohost.wps.ExecutionQueue.Kind;
import org.deepsalt.demohost.wps.WpsSettings.Bounds;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.Folders;
import org.geotools.process.ProcessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs executions, lets clients follow and dismiss them, and forgets them with their outputs after a while.
 * Thread-safe. Closing it stops what runs and deletes all outputs.
 */
final class Executions implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Executions.class);
    private static final long SWEEP_SECONDS = 5;

    private final WpsSettings settings;
    private final ExecutionQueue queue;
    private final ResultSpace space;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(Executions::daemon);
    private final ScheduledFuture<?> sweeping;
    private final Map<String, Execution> byId = new ConcurrentHashMap<>();
    private final Map<String, Runnable> works = new ConcurrentHashMap<>();

    Executions(WpsSettings settings) {
        this.settings = settings;
        this.queue = new ExecutionQueue(
                Map.of(
                        Kind.SYNCHRONOUS, settings.synchronous().parallel(),
                        Kind.ASYNCHRONOUS, settings.asynchronous().parallel()),
                settings.waiting());
        this.space = new ResultSpace(settings.resultBytes());
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new DeepSaltException("the folder for executions cannot be prepared; check its rights", e);
        }
        sweeping = sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wps-sweeper");
        thread.setDaemon(true);
        return thread;
    }

    /** What an execution does: it fills the folder and says which outputs there are. */
    interface Work {
        Map<String, Execution.Output> run(Execution execution) throws IOException;
    }

    /**
     * Accepts an execution.
     *
     * @param asker network address of the client
     * @throws OwsException if too many wait
     */
    Execution submit(String process, String asker, ExecuteRequest request, Work work) {
        String id = UUID.randomUUID().toString();
        Path folder = settings.folder().resolve(id);
        Execution execution = new Execution(id, process, asker, request, folder);
        Runnable whole = () -> run(execution, work);
        byId.put(id, execution);
        works.put(id, whole);
        Kind kind = request.stored() ? Kind.ASYNCHRONOUS : Kind.SYNCHRONOUS;
        if (!queue.offer(kind, whole)) {
            works.remove(id);
            byId.remove(id);
            throw new OwsException(
                    OwsExceptionReport.BUSY,
                    null,
                    bounds(execution).parallel() + " executions of this kind run and " + settings.waiting()
                            + " wait: try again later");
        }
        return execution;
    }

    private void run(Execution execution, Work work) {
        execution.begin();
        try {
            Files.createDirectories(execution.folder());
            Map<String, Execution.Output> outputs = work.run(execution);
            execution.succeed(outputs, ResultSpace.bytes(execution.folder()));
        } catch (ProcessException | DeepSaltException e) {
            fail(execution, e);
        } catch (IOException e) {
            fail(execution, new DeepSaltException("the outputs cannot be written: the disk may be full", e));
        } catch (RuntimeException | Error e) {
            LOGGER.error("execution {} of {} failed", execution.id(), execution.process(), e);
            fail(execution, new DeepSaltException("the server met an error of its own; its log says more", e));
        } finally {
            end(execution);
        }
    }

    private void end(Execution execution) {
        works.remove(execution.id());
        if (execution.isDismissed()) {
            forget(execution);
        } else {
            space.makeRoom(byId.values(), execution).forEach(this::forget);
        }
        execution.ended().complete(execution);
    }

    private void fail(Execution execution, RuntimeException error) {
        boolean cancelled = error instanceof CancelledException || error.getCause() instanceof CancelledException;
        if (cancelled && isOverdue(execution)) {
            execution.fail("the execution was stopped: it took longer than the "
                    + bounds(execution).time().toSeconds() + " seconds that this server allows");
        } else {
            execution.fail(error.getMessage());
        }
        delete(execution);
    }

    /** An execution that waits, runs or has outputs, and was not dismissed. */
    Optional<Execution> find(String id) {
        return Optional.ofNullable(byId.get(id)).filter(execution -> !execution.isDismissed());
    }

    /** All of them, with those that were dismissed and have not noticed yet. */
    Collection<Execution> all() {
        return byId.values();
    }

    /** Stops an execution, or deletes the outputs of one that has ended. */
    void dismiss(Execution execution) {
        execution.dismiss();
        Runnable work = works.get(execution.id());
        if (work == null) {
            forget(execution);
        } else if (queue.remove(work)) {
            execution.fail(null);
            end(execution);
        }
    }

    private Bounds bounds(Execution execution) {
        return execution.request().stored() ? settings.asynchronous() : settings.synchronous();
    }

    /** Deletes the outputs of an execution that nobody will ask for any more. */
    void forget(Execution execution) {
        byId.remove(execution.id());
        delete(execution);
    }

    private static void delete(Execution execution) {
        try {
            Folders.delete(execution.folder());
        } catch (IOException e) {
            LOGGER.warn("the outputs of execution {} cannot be deleted", execution.id(), e);
        }
    }

    private boolean isOverdue(Execution execution) {
        Duration limit = bounds(execution).time();
        return !limit.isZero()
                && execution.state().phase() == Execution.Phase.STARTED
                && execution.state().outlasts(limit);
    }

    private void sweep() {
        for (Execution execution : byId.values()) {
            if (isOverdue(execution)) {
                execution.setCanceled(true);
            }
            boolean expired = execution.state().outlasts(settings.expiration());
            if (execution.isFinished() && expired && !execution.isRead()) {
                forget(execution);
            }
        }
    }

    @Override
    public void close() {
        sweeping.cancel(true);
        sweeper.shutdownNow();
        byId.values().forEach(Execution::dismiss);
        try {
            queue.close();
            Folders.delete(settings.folder());
        } catch (IllegalStateException | IOException e) {
            LOGGER.warn("the outputs of executions cannot be deleted", e);
        }
    }
}
