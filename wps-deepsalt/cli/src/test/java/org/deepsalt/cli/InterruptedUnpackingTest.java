/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.cli.CommandLineOf.Outcome;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class InterruptedUnpackingTest {
    private static final int PIECE = 1 << 20;
    private static final int PIECES = 400;

    @TempDir
    Path folder;

    @Test
    void controlCWhileAZipIsUnpackedLeavesNothing() throws IOException, InterruptedException {
        Path zip = zeros(folder.resolve("scene.zip"));
        Path work = Files.createDirectory(folder.resolve("work"));
        CommandLineOf commands = new CommandLineOf(ShippedData.withSampleWorld(folder.resolve("data")), work);
        Outcome outcome = commands.interrupt(
                "copying SPECTRAL_IMAGE.TIF", "run", "deepsalt:SpectralProfile", "--", "enmap=" + zip, "point=0 0");
        assertThat(outcome.err()).contains("cancelled, nothing is left").doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(ExitCode.CANCELLED);
        try (Stream<Path> left = Files.walk(commands.temporary())) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("deepsalt-") || name.endsWith(".TIF"));
        }
    }

    /** Large enough that unpacking goes on for a while after its first word. */
    private static Path zeros(Path target) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream archive = new ZipOutputStream(file)) {
            archive.setLevel(1);
            for (String name : List.of("SPECTRAL_IMAGE.TIF", "QL_PIXELMASK.TIF")) {
                archive.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < PIECES; i++) {
                    archive.write(piece);
                }
                archive.closeEntry();
            }
        }
        return target;
    }
}
