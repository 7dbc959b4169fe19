/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.grid.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TileWorkTest {
    private static final List<Window> WINDOWS = new Window(0, 0, 100, 1).tiles(1);

    @Test
    void resultsComeInOrder() throws IOException {
        List<Integer> results = new ArrayList<>();
        List<Double> progress = new ArrayList<>();
        new TileWork(3).run(WINDOWS, Window::x, results::add, (fraction, task) -> progress.add(fraction));
        assertThat(results).hasSize(100).isSorted();
        assertThat(progress).hasSize(100).isSorted().endsWith(1.0);
    }

    @Test
    void aFailureComesOutAsItIs() {
        assertThatThrownBy(() -> run(window -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
        assertThatThrownBy(() -> run(window -> {
                    throw new IllegalStateException("odd");
                }))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("odd");
        assertThatThrownBy(() -> run(window -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    private static void run(TileWork.Task<Integer> task) throws IOException {
        new TileWork(2).run(WINDOWS, task, result -> {}, Progress.SILENT);
    }

    @Test
    void cancellationStopsBeforeAllIsDone() {
        AtomicInteger started = new AtomicInteger();
        Progress cancel = (fraction, task) -> {
            throw new CancelledException();
        };
        assertThatThrownBy(
                        () -> new TileWork(2).run(WINDOWS, window -> started.incrementAndGet(), result -> {}, cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(started.get()).isLessThan(10);
    }
}
