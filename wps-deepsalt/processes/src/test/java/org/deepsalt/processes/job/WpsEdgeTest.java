/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.DetachedTask;
import org.deepsalt.model.Problems;
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

    /** So commons-compress says which archive it does not like. */
    @Test
    void whatLibrariesSayOfFilesIsToldWithoutTheirFoldersToo() {
        IOException reason = new IOException("Error reading Zip content from /srv/data/import/a.zip and 3 m/s");
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    throw new DeepSaltException("'/etc/a' cannot be unpacked: " + reason.getMessage(), reason);
                }))
                .hasMessage("'/etc/a' cannot be unpacked: Error reading Zip content from a.zip and 3 m/s");
        IOException windows = new IOException("cannot open C:\\data\\import\\a.zip");
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    throw new DeepSaltException(windows.getMessage(), windows);
                }))
                .hasMessage("cannot open a.zip");
    }

    @Test
    void whatIsWrongWithSeveralInputsNamesNoFoldersEither() {
        Problems problems = new Problems();
        AccessDeniedException reason = new AccessDeniedException("/srv/data/a.tif");
        problems.attempt(() -> {
            throw new DeepSaltException("layer 'a' cannot be opened: " + reason.getMessage(), reason);
        });
        problems.add("'/etc/b' is no layer");
        assertThatThrownBy(() -> WpsEdge.run(() -> {
                    problems.throwIfAny();
                    return 0;
                }))
                .hasMessageContaining("layer 'a' cannot be opened: a.tif")
                .hasMessageContaining("'/etc/b' is no layer");
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
