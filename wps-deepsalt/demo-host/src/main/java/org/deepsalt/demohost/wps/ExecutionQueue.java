/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Where executions wait for their turn: one queue of a bounded length for those whose clients wait and for those whose
 * clients ask later, of which only so many of each kind run at a time. Thread-safe.
 */
final class ExecutionQueue implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Map<Kind, Integer> places;
    private final int most;
    private final Map<Kind, Integer> running = new EnumMap<>(Kind.class);
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(ExecutionQueue::daemon);

    /** Whether the client of an execution waits for it. */
    enum Kind {
        SYNCHRONOUS,
        ASYNCHRONOUS
    }

    private record Waiting(Kind kind, Runnable work) {}

    /**
     * An empty queue.
     *
     * @param places executions of each kind that run at a time
     * @param most that may wait, both kinds together
     */
    ExecutionQueue(Map<Kind, Integer> places, int most) {
        this.places = new EnumMap<>(places);
        this.most = most;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wps");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs a work when it is its turn; false if too many wait already. The work throws nothing. */
    synchronized boolean offer(Kind kind, Runnable work) {
        if (hasPlace(kind)) {
            start(kind, work);
            return true;
        }
        if (queue.size() >= most) {
            return false;
        }
        queue.add(new Waiting(kind, work));
        return true;
    }

    /** Takes back a work that still waits; false if it runs or has run. */
    synchronized boolean remove(Runnable work) {
        return queue.removeIf(waiting -> waiting.work == work);
    }

    private boolean hasPlace(Kind kind) {
        return running.getOrDefault(kind, 0) < places.getOrDefault(kind, 1);
    }

    private void start(Kind kind, Runnable work) {
        running.merge(kind, 1, Integer::sum);
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                ended(kind);
            }
        });
    }

    private synchronized void ended(Kind kind) {
        running.merge(kind, -1, Integer::sum);
        for (Iterator<Waiting> all = queue.iterator(); all.hasNext(); ) {
            Waiting next = all.next();
            if (hasPlace(next.kind)) {
                all.remove();
                start(next.kind, next.work);
            }
        }
    }

    /** Interrupts what runs and waits for its end; what waits never runs. */
    @Override
    public void close() {
        synchronized (this) {
            queue.clear();
        }
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("executions did not stop within " + STOP.toSeconds() + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
