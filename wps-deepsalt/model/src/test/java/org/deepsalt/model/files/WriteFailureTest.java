/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteFailureTest {
    @TempDir
    Path folder;

    private String reason(IOException failure) {
        return WriteFailure.reason(folder.resolve("not/there/yet"), "the folder of models", failure);
    }

    @Test
    void eachReasonHasItsRemedy() {
        assertThat(reason(new IOException("No space left on device")))
                .isEqualTo("the disk of the folder of models is full: make room there and send the request again");
        assertThat(reason(new IOException("outer", new FileSystemException("/a", null, "Disk quota exceeded"))))
                .contains("is full");
        assertThat(reason(new FileSystemException("/a", null, "Read-only file system")))
                .isEqualTo("the folder of models may not be written by this server: give its user the right to write"
                        + " there");
        assertThat(reason(new AccessDeniedException("/a"))).contains("may not be written by this server");
        assertThat(reason(new NoSuchFileException("/a"))).contains("is missing or was deleted meanwhile");
    }

    /** Neither a path nor a class is told. */
    @Test
    void whatIsNotKnownIsLeftToTheLog() {
        assertThat(reason(new FileAlreadyExistsException("/srv/secret")))
                .isEqualTo("the folder of models cannot be written; the server's log says why");
    }

    @Test
    void roomIsThatOfTheFolderThatWillBeMade() {
        assertThat(WriteFailure.room(folder.resolve("not/there/yet")))
                .isPositive()
                .isLessThan(Long.MAX_VALUE)
                .isCloseTo(WriteFailure.room(folder), withinPercentage(10));
    }
}
