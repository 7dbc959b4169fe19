/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DetachedTaskTest {
    @Test
    void whatTheWorkGivesComesBack() {
        assertThat(DetachedTask.run(Progress.SILENT, 0, "test", () -> 7, none -> {}))
                .isEqualTo(7);
    }

    /** A request whose thread made TensorFlow's threads would otherwise stay in memory for good. */
    @Test
    void theWorkInheritsNothingFromTheThreadOfTheRequest() {
        InheritableThreadLocal<String> request = new InheritableThreadLocal<>();
        request.set("request");
        try {
            boolean inherited = DetachedTask.run(Progress.SILENT, 0, "test", () -> request.get() != null, none -> {});
            assertThat(inherited).isFalse();
        } finally {
            request.remove();
        }
    }

    @Test
    void whoeverIsCancelledGoesAtOnceAndTheWorkEndsByItself() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<String> freed = new CompletableFuture<>();
        AtomicInteger asked = new AtomicInteger();
        Progress cancelling = (fraction, task) -> {
            if (asked.incrementAndGet() == 3) {
                throw new CancelledException();
            }
        };
        long start = System.nanoTime();
        assertThatThrownBy(() -> DetachedTask.run(cancelling, 0, "test", () -> slow(mayEnd), freed::complete))
                .isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(freed).isNotDone();
        mayEnd.countDown();
        assertThat(freed.get(10, TimeUnit.SECONDS)).isEqualTo("loaded");
    }

    @Test
    void workThatLooksNowAndThenEndsAtItsNextLook() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Progress cancelling = (fraction, task) -> {
            if (task.equals("half")) {
                cancelled.countDown();
                throw new CancelledException();
            }
        };
        assertThatThrownBy(() -> DetachedTask.run(cancelling, "begun", inside -> {
                    inside.report(0.5, "half");
                    try {
                        assertThat(cancelled.await(20, TimeUnit.SECONDS)).isTrue();
                        while (true) {
                            inside.report(0.6, "on");
                            Thread.sleep(1);
                        }
                    } catch (InterruptedException | CancelledException e) {
                        ended.complete(e);
                    }
                    return null;
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(CancelledException.class);
    }

    @Test
    void anInterruptedThreadGoesToo() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> DetachedTask.run(Progress.SILENT, 0, "test", () -> slow(mayEnd), none -> {}))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        mayEnd.countDown();
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        DeepSaltException failure = new DeepSaltException("no library");
        assertThatThrownBy(() -> DetachedTask.run(
                        Progress.SILENT,
                        0,
                        "test",
                        () -> {
                            throw failure;
                        },
                        none -> {}))
                .isSameAs(failure);
    }

    private static String slow(CountDownLatch mayEnd) {
        try {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
            return "loaded";
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
