/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.scarcity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.scenes.ImportEnmapSceneProcess;
import org.deepsalt.world.damage.SmallDisk;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full in the middle of something is called that, and holds nothing of it afterwards. */
class FullDiskTest {
    private static final String REMEDY = "is full: make room there and send the request again";

    @TempDir
    Path folder;

    private WorldCatalog catalog;
    private SmallDisk disk;

    @BeforeEach
    void mount() throws Exception {
        WorldCatalog world = WorldCatalog.shared();
        Requests.trainOnce(world);
        disk = mount(folder.resolve("small"), 256);
        catalog = spy(world);
        doAnswer(call -> Files.createTempDirectory(disk.folder(), "run-").resolve(call.getArgument(0, String.class)))
                .when(catalog)
                .newResult(any());
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void anEstimationSaysSoAndLeavesNothing() throws IOException {
        assertThatThrownBy(() -> Requests.estimate(catalog, 2).run())
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("the result was not written: the disk of the folder of results " + REMEDY);
        assertThat(left()).isEmpty();
    }

    @Test
    void anImportSaysSoAndLeavesNothing() throws IOException {
        String product = catalog.file("scene").getParent().toString();
        assertThatThrownBy(() -> new ImportEnmapSceneProcess(catalog, Requests.SETTINGS)
                        .execute(product, "imported", null, null, null))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("was not copied: the disk of the folder of results " + REMEDY);
        assertThat(left()).isEmpty();
    }

    /** The model that was there stays as it is. */
    @Test
    void aTrainingSaysSoAndLeavesNothing() throws Exception {
        WorldCatalog world = WorldCatalog.shared();
        try (SmallDisk small = mount(folder.resolve("models"), 2048)) {
            ModelStore store = new ModelStore(small.folder());
            doReturn(store).when(catalog).models();
            train();
            ModelCard first = store.card("first");
            fill(small.folder());
            assertThatThrownBy(this::train)
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("model 'first' was not stored: the disk of the folder of models " + REMEDY);
            Files.delete(small.folder().resolve("filling"));
            assertThat(store.card("first").files()).isEqualTo(first.files());
            store.load(store.card("first")).close();
            try (Stream<Path> files = Files.list(small.folder())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("first", ".lock");
            }
            assertThat(world.models().ids()).doesNotContain("first");
        }
    }

    /** What only reads a disk that cannot be written does its work. */
    @Test
    void aReadOnlyFolderOfModelsServes() throws Exception {
        try (SmallDisk small = mount(folder.resolve("models"), 2048)) {
            ModelStore store = new ModelStore(small.folder());
            doReturn(store).when(catalog).models();
            train();
            assumeTrue(small.makeReadOnly(), "a file system cannot be mounted again");
            store.restore();
            assertThat(store.ids()).containsExactly("first");
            store.load(store.card("first")).close();
            assertThatThrownBy(this::train)
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("the folder of models may not be written by this server");
        }
    }

    private void train() {
        Requests.Train request = new Requests.Train(catalog, "first");
        request.overwrite = true;
        request.run();
    }

    private static SmallDisk mount(Path folder, int kilobytes) throws IOException {
        Optional<SmallDisk> disk = SmallDisk.mount(folder, kilobytes);
        assumeTrue(disk.isPresent(), "nobody but root may mount a small file system");
        return disk.get();
    }

    private static void fill(Path disk) throws IOException {
        Path filling = disk.resolve("filling");
        byte[] piece = new byte[4096];
        try (var out = Files.newOutputStream(filling)) {
            while (true) {
                out.write(piece);
            }
        } catch (IOException full) {
            assertThat(Files.size(filling)).isPositive();
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(disk.folder())) {
            return files.filter(file -> !file.equals(disk.folder()))
                    .map(Path::toString)
                    .toList();
        }
    }
}
