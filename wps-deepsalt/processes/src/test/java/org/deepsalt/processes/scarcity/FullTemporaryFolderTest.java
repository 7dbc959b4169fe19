/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scarcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.CrsCodes;
import org.deepsalt.world.damage.SmallDisk;
import org.geotools.api.referencing.FactoryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the database of codes cannot be unpacked, it is not the code that is unknown. */
class FullTemporaryFolderTest {
    @TempDir
    Path folder;

    @Test
    void aFullTemporaryFolderIsCalledThat() throws Exception {
        Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("temporary"), 512);
        assumeTrue(mounted.isPresent(), "nobody but root may mount a small file system");
        try (SmallDisk disk = mounted.get()) {
            assertThat(lookUp(disk.folder(), "EPSG:32612"))
                    .contains("the temporary folder of this server (java.io.tmpdir) is full", "make room there")
                    .doesNotContain("unknown", disk.folder().toString());
        }
    }

    @Test
    void anUnknownCodeIsCalledThat() throws Exception {
        assertThat(lookUp(folder, "EPSG:32612")).contains("found");
        assertThat(lookUp(folder, "EPSG:999999")).contains("unknown");
    }

    private static String lookUp(Path temporary, String code) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LookUp.class.getName(),
                        code))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }

    /** Looks up a code in a JVM that has not unpacked the database yet. */
    static final class LookUp {
        private LookUp() {}

        public static void main(String[] codes) {
            try {
                CrsCodes.eastFirst(codes[0]);
                System.out.println("found");
            } catch (DeepSaltException e) {
                System.out.println(e.getMessage());
            } catch (FactoryException e) {
                System.out.println("unknown");
            }
        }
    }
}
