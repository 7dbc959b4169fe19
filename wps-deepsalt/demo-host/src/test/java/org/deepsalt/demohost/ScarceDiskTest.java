/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.publish.Publisher;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.world.damage.SmallDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory on a disk without room, or that may not be written. */
class ScarceDiskTest {
    @TempDir
    Path folder;

    private SmallDisk disk;
    private Path directory;

    @BeforeEach
    void mount() throws IOException {
        Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), 4096);
        assumeTrue(mounted.isPresent(), "nobody but root may mount a small file system");
        disk = mounted.get();
        directory = ShippedData.withoutSampleWorld(disk.folder().resolve("data-directory"));
    }

    @AfterEach
    void unmount() {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aPublicationOntoAFullDiskSaysSoAndLeavesTheOldLayer() throws Exception {
        Publisher publisher = new Publisher(Catalog.open(directory));
        publisher.publish(TestData.publication("kept", false), result("first"));
        Set<Path> before = files();
        Path filling = disk.folder().resolve("filling");
        fill(filling);
        assertThatThrownBy(() -> publisher.publish(TestData.publication("kept", true), result("second")))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("nothing was published: the disk of the data directory is full: make room there and send"
                        + " the request again");
        Files.delete(filling);
        assertThat(files()).isEqualTo(before);
        assertThat(Catalog.open(directory).layers())
                .extracting(Layer::prefixedName)
                .containsExactly("deepsalt:kept");
    }

    @Test
    void aDirectoryThatMayNotBeWrittenServesWhatItHas() throws Exception {
        new Publisher(Catalog.open(directory)).publish(TestData.publication("kept", false), result("first"));
        assumeTrue(disk.makeReadOnly(), "a file system cannot be mounted again");
        try (Server server = new Server(directory)) {
            assertThat(server.catalog().layers())
                    .extracting(Layer::prefixedName)
                    .containsExactly("deepsalt:kept");
            assertThat(server.layers().raster("deepsalt:kept").bandNames()).hasSize(6);
            assertThat(server.layers().models().ids()).isEmpty();
            Path scratch = server.layers().newResult("ece.tif");
            assertThat(Files.writeString(scratch, "x")).exists();
            server.layers().discard(scratch);
            assertThatThrownBy(() -> new Publisher(Catalog.open(directory))
                            .publish(TestData.publication("another", false), result("second")))
                    .isInstanceOf(DeepSaltException.class)
                    .hasMessageContaining("the data directory may not be written by this server");
        }
    }

    private LayerFiles result(String name) throws Exception {
        return new LayerFiles(TestData.result(folder.resolve(name).resolve("ece.tif")), null, List.of());
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return Set.copyOf(files.filter(Files::isRegularFile).toList());
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] piece = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            assertThat(Files.size(file)).isPositive();
        }
    }
}
