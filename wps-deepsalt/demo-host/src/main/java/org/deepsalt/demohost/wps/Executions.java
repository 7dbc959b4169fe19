/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.wps.WpsSettings.Bounds;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.Folders;
import org.geotools.process.ProcessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs executions on bounded pools, lets clients follow and dismiss them, and forgets them with their outputs after a
 * while. Thread-safe. Closing it stops what runs and deletes all outputs.
 */
final class Executions implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Executions.class);
    private static final long SWEEP_SECONDS = 5;
    private static final long STOP_SECONDS = 20;

    private final WpsSettings settings;
    private final ThreadPoolExecutor synchronous;
    private final ThreadPoolExecutor asynchronous;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(Executions::daemon);
    private final ScheduledFuture<?> sweeping;
    private final Map<String, Execution> byId = new ConcurrentHashMap<>();
    private final Map<String, FutureTask<Void>> running = new ConcurrentHashMap<>();

    Executions(WpsSettings settings) {
        this.settings = settings;
        this.synchronous = pool(settings.synchronous());
        this.asynchronous = pool(settings.asynchronous());
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new DeepSaltException(
                    "the folder for executions cannot be prepared: " + e.getMessage() + "; check its rights", e);
        }
        sweeping = sweeper.scheduleWithFixedDelay(this::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    private static ThreadPoolExecutor pool(Bounds bounds) {
        return new ThreadPoolExecutor(
                bounds.parallel(),
                bounds.parallel(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(bounds.waiting()),
                Executions::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wps");
        thread.setDaemon(true);
        return thread;
    }

    /** What an execution does: it fills the folder and says which outputs there are. */
    interface Work {
        Map<String, Execution.Output> run(Execution execution) throws IOException;
    }

    /** Accepts an execution. */
    Execution submit(String process, ExecuteRequest request, Work work) {
        String id = UUID.randomUUID().toString();
        Execution execution =
                new Execution(id, process, request, settings.folder().resolve(id));
        byId.put(id, execution);
        try {
            FutureTask<Void> task = new FutureTask<>(task(execution, work));
            running.put(id, task);
            pool(execution).execute(task);
        } catch (RejectedExecutionException e) {
            running.remove(id);
            byId.remove(id);
            throw new OwsException(
                    "ServerBusy",
                    null,
                    bounds(execution).parallel() + " executions run and "
                            + bounds(execution).waiting() + " wait: try again later",
                    e);
        }
        return execution;
    }

    private Callable<Void> task(Execution execution, Work work) {
        return () -> {
            if (execution.isCanceled()) {
                return null;
            }
            execution.begin();
            try {
                Files.createDirectories(execution.folder());
                execution.succeed(work.run(execution));
            } catch (ProcessException | DeepSaltException e) {
                fail(execution, e);
            } catch (IOException e) {
                fail(execution, new DeepSaltException("the outputs cannot be written: " + e.getMessage(), e));
            } catch (RuntimeException e) {
                LOGGER.error("execution {} of {} failed", execution.id(), execution.process(), e);
                fail(execution, new DeepSaltException("the server met an error of its own; its log says more", e));
            } finally {
                running.remove(execution.id());
                if (execution.isCanceled()) {
                    forget(execution);
                }
            }
            return null;
        };
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

    /** Waits for an execution's end. */
    void await(Execution execution) {
        FutureTask<Void> future = running.get(execution.id());
        try {
            if (future != null) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            execution.setCanceled(true);
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an execution let an error escape", e);
        }
    }

    /** An execution that runs or has outputs. */
    Optional<Execution> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Execution> all() {
        return byId.values();
    }

    /** Stops an execution, or deletes the outputs of one that has ended. */
    void dismiss(Execution execution) {
        execution.setCanceled(true);
        FutureTask<Void> future = running.get(execution.id());
        if (future != null && pool(execution).remove(future)) {
            running.remove(execution.id());
            future.run();
        }
        byId.remove(execution.id());
        if (!running.containsKey(execution.id())) {
            delete(execution);
        }
    }

    private ThreadPoolExecutor pool(Execution execution) {
        return execution.request().stored() ? asynchronous : synchronous;
    }

    private Bounds bounds(Execution execution) {
        return execution.request().stored() ? settings.asynchronous() : settings.synchronous();
    }

    private void forget(Execution execution) {
        byId.remove(execution.id());
        delete(execution);
    }

    private void delete(Execution execution) {
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
                && execution.state().since().plus(limit).isBefore(Instant.now());
    }

    private void sweep() {
        for (Execution execution : byId.values()) {
            if (isOverdue(execution)) {
                execution.setCanceled(true);
            }
            boolean expired =
                    execution.state().since().plus(settings.expiration()).isBefore(Instant.now());
            if (execution.isFinished() && expired) {
                forget(execution);
            }
        }
    }

    @Override
    public void close() {
        sweeping.cancel(true);
        sweeper.shutdownNow();
        byId.values().forEach(execution -> execution.setCanceled(true));
        synchronous.shutdownNow();
        asynchronous.shutdownNow();
        try {
            if (!synchronous.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    || !asynchronous.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOGGER.warn("executions did not stop in time");
            }
            Folders.delete(settings.folder());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOGGER.warn("the outputs of executions cannot be deleted", e);
        }
    }
}
