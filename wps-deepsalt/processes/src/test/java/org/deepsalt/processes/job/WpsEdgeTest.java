/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.DetachedTask;
import org.deepsalt.model.Progress;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.Test;

class WpsEdgeTest {
    @Test
    void aRequestThatWantsMoreMemoryThanThereIsEndsInASentenceAndTheNextOneRuns() {
        assertThatThrownBy(() -> WpsEdge.run(WpsEdgeTest::wantTooMuch))
                .isInstanceOf(ProcessException.class)
                .hasNoCause()
                .hasMessageContaining("more memory than the server has left")
                .hasMessageNotContaining("Error");
        assertThat(WpsEdge.run(() -> 7)).isEqualTo(7);
    }

    @Test
    void memoryThatIsWantedInAnotherThreadCountsToo() {
        assertThatThrownBy(
                        () -> WpsEdge.run(() -> DetachedTask.run(Progress.SILENT, "wanting", inside -> wantTooMuch())))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("more memory than the server has left");
    }

    @Test
    void anInputThatIsTooDeepEndsInASentence() {
        assertThatThrownBy(() -> WpsEdge.run(() -> deeper(0)))
                .isInstanceOf(ProcessException.class)
                .hasNoCause()
                .hasMessageContaining("nested deeper than can be read");
    }

    @Test
    void refusalsAndDismissalsKeepTheirWords() {
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    throw new DeepSaltException("no such layer");
                }))
                .isInstanceOf(ProcessException.class)
                .hasMessage("no such layer");
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
    }

    private static int wantTooMuch() {
        List<long[]> all = new ArrayList<>();
        while (true) {
            all.add(new long[1 << 29]);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
