/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LockWaitsTest {
    private static final long HELD_MILLIS = 60;
    private static final double ENOUGH_SECONDS = 0.03;

    private static final class Guarded {}

    @Test
    void monitorsAndLocksAreCountedAndWaitsForWorkAreNot() throws Exception {
        Guarded monitor = new Guarded();
        ReentrantLock lock = new ReentrantLock();
        Thread idle = new Thread(() -> take(new LinkedBlockingQueue<>()));
        idle.start();
        Map<String, Double> waits;
        try (LockWaits recorded = new LockWaits()) {
            waitForBoth(monitor, lock);
            waits = recorded.seconds();
        } finally {
            idle.interrupt();
            idle.join();
        }
        assertThat(waits.get(Guarded.class.getName())).isBetween(ENOUGH_SECONDS, 10.0);
        assertThat(waits.entrySet().stream()
                        .filter(one -> one.getKey().contains("ReentrantLock"))
                        .mapToDouble(Map.Entry::getValue)
                        .sum())
                .isGreaterThan(ENOUGH_SECONDS);
        assertThat(waits.keySet()).noneMatch(name -> name.contains("ConditionObject"));
    }

    private static void waitForBoth(Guarded monitor, ReentrantLock lock) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(2);
        Thread first = new Thread(() -> {
            synchronized (monitor) {
                held.countDown();
                sleep();
            }
        });
        Thread second = new Thread(() -> {
            lock.lock();
            try {
                held.countDown();
                while (!lock.hasQueuedThreads()) {
                    sleep();
                }
                sleep();
            } finally {
                lock.unlock();
            }
        });
        first.start();
        second.start();
        held.await();
        synchronized (monitor) {
            assertThat(Thread.holdsLock(monitor)).isTrue();
        }
        // Somebody else has let go of it by then.
        assertThat(lock.tryLock(1, TimeUnit.MINUTES)).isTrue();
        first.join();
        second.join();
    }

    private static void sleep() {
        try {
            Thread.sleep(HELD_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void take(LinkedBlockingQueue<String> queue) {
        try {
            queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
