/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelTasksTest {
    @Test
    void resultsComeInTheOrderOfTheWorks() {
        List<Function<Progress, Integer>> works = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            works.add(part -> number);
        }

        assertThat(ParallelTasks.run(works, Progress.SILENT))
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void twoTasksOfDifferentKindsGiveWhatEachGives() {
        assertThat(ParallelTasks.both(part -> "one", part -> 2, Progress.SILENT))
                .isEqualTo(new ParallelTasks.Both<>("one", 2));
        assertThatThrownBy(() -> ParallelTasks.both(
                        part -> "one",
                        part -> {
                            throw new DeepSaltException("the second has nothing to learn from");
                        },
                        Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("the second");
    }

    @Test
    void theListenerHearsTheMeanFromItsOwnThread() {
        Thread caller = Thread.currentThread();
        List<Double> heard = new ArrayList<>();
        AtomicBoolean otherThread = new AtomicBoolean();
        CountDownLatch enough = new CountDownLatch(1);
        Progress listener = (fraction, task) -> {
            heard.add(fraction);
            otherThread.compareAndSet(false, Thread.currentThread() != caller);
            if (fraction == 0.25 && task.equals("half")) {
                enough.countDown();
            }
        };

        ParallelTasks.run(
                List.<Function<Progress, String>>of(
                        part -> {
                            part.report(0.5, "half");
                            await(enough);
                            return "one";
                        },
                        part -> "two"),
                listener);

        assertThat(heard).contains(0.25);
        assertThat(otherThread).isFalse();
    }

    @Test
    void aCancellationEndsAllWorksBeforeItArrives() {
        AtomicInteger ended = new AtomicInteger();
        Function<Progress, Integer> endless = part -> {
            try {
                while (true) {
                    part.report(0, "going on");
                }
            } finally {
                ended.incrementAndGet();
            }
        };
        Progress impatient = (fraction, task) -> {
            if (task.equals("going on")) {
                throw new CancelledException();
            }
        };

        assertThatThrownBy(() -> ParallelTasks.run(List.of(endless, endless), impatient))
                .isInstanceOf(CancelledException.class);
        assertThat(ended.get()).isBetween(1, 2);
    }

    @Test
    void aFailureEndsTheOthersAndIsToldAsItWas() {
        List<Function<Progress, Integer>> works = List.of(
                part -> {
                    throw new DeepSaltException("training diverged");
                },
                part -> {
                    while (true) {
                        part.report(0, "going on");
                    }
                });

        assertThatThrownBy(() -> ParallelTasks.run(works, Progress.SILENT)).hasMessage("training diverged");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
