/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DetachedTaskTest {
    @Test
    void whatTheWorkGivesComesBack() {
        assertThat(DetachedTask.run(Progress.SILENT, 0, "test", () -> 7, none -> {}))
                .isEqualTo(7);
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
