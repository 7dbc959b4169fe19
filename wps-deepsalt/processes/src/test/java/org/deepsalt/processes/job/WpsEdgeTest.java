/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.DetachedTask;
import org.deepsalt.model.Progress;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.Test;

class WpsEdgeTest {
    @Test
    void filesAreToldWithoutTheirFolders() {
        FileSystemException reason = new FileSystemException("/srv/data/a.tif", "/srv/data/b c.tif", "no space left");
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    throw new DeepSaltException("nothing was written: " + reason.getMessage(), reason);
                }))
                .isInstanceOf(ProcessException.class)
                .hasMessage("nothing was written: a.tif -> b c.tif: no space left")
                .hasNoCause();
    }

    @Test
    void whatARequestNamedStaysAsItWas() {
        AccessDeniedException reason = new AccessDeniedException("/srv/data/a.tif");
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    throw new DeepSaltException("'/etc/passwd' is no layer: " + reason.getMessage(), reason);
                }))
                .hasMessage("'/etc/passwd' is no layer: a.tif");
    }

    @Test
    void aCancellationPasses() {
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    throw new CancelledException();
                }))
                .isInstanceOf(CancelledException.class);
    }

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

    private static int wantTooMuch() {
        long[] more = new long[Integer.MAX_VALUE - 8];
        return more.length;
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int depth) {
        return deeper(depth + 1) + 1;
    }
}
