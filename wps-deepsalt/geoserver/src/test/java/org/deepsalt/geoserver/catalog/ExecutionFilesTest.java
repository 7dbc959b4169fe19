/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.DeepSaltException;
import org.geoserver.platform.resource.Resource;
import org.geoserver.wps.resource.WPSResourceManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutionFilesTest {
    @TempDir
    Path temp;

    private final WPSResourceManager resources = mock();
    private final ExecutionFiles files = new ExecutionFiles(resources);
    private Path own;

    @BeforeEach
    void giveAFolder() throws Exception {
        own = Files.createDirectory(temp.resolve("execution-1.deepsalt"));
        Resource resource = mock();
        when(resource.dir()).thenReturn(own.toFile());
        when(resources.getTemporaryResource(".deepsalt")).thenReturn(resource);
    }

    @Test
    void aResultLiesAmongTheFilesOfItsExecution() {
        assertThat(files.newFile("ece.tif")).isEqualTo(own.resolve("ece.tif"));
    }

    @Test
    void discardingAResultTakesItsFolderWithAllThatIsInIt() throws Exception {
        Path result = write(files.newFile("ece.tif"));
        write(own.resolve("ece.json"));
        files.discard(result);
        assertThat(own).doesNotExist();
        assertThat(temp).exists();
    }

    @Test
    void aFileThatWasNotGivenStays() throws Exception {
        Path other = write(temp.resolve("mine.tif"));
        files.discard(other);
        assertThat(other).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsReported() throws Exception {
        when(resources.getTemporaryResource(".deepsalt")).thenThrow(new IOException("No space left on device"));
        assertThatThrownBy(() -> files.newFile("ece.tif"))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("no folder for the result can be made: the disk of the folder of the WPS's results is full:"
                        + " make room there and send the request again");
    }

    private static Path write(Path file) throws IOException {
        return Files.writeString(file, "x", StandardCharsets.UTF_8);
    }
}
