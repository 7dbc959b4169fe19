/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.geoserver.Startup;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.deepsalt.geoserver.layers.LayerMark;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.platform.ContextLoadedEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;

/** Crashes, which leave the note of a publication and whatever was done until then. */
class JournalTest {
    private static final LayerName NAME = new LayerName("salt", "ece");
    private static final String NEW = "ece-00000000000b";
    private static final String OLD = "ece-00000000000a";
    private static final String MARK = "0123456789abcdef01234567";

    @TempDir
    Path directory;

    private Path folder;
    private Path notes;
    private CatalogInMemory server;
    private Journal journal;

    @BeforeEach
    void open() {
        folder = directory.resolve("data/salt/ece");
        notes = directory.resolve("deepsalt/publishing");
        server = new CatalogInMemory(directory, "salt");
        SettingsFile settings = SettingsOf.directory(directory);
        journal = new Journal(server.catalog, settings);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void withoutAnyNoteNothingHappens() throws Exception {
        write(NEW + ".tif");
        journal.sweep();
        assertThat(folder.resolve(NEW + ".tif")).exists();
        Files.createDirectories(notes);
        journal.sweep();
        assertThat(folder.resolve(NEW + ".tif")).exists();
    }

    @Test
    void aCrashBeforeTheFirstFileLeavesNothing() {
        journal.begin(NAME, folder, MARK);
        assertSwept();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aCrashAmongTheFilesLeavesNothing() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        assertSwept();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aCrashAfterTheStoreLeavesNothing() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        store(NEW);
        assertSwept();
        assertThat(server.stores).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aCrashAfterTheCoverageLeavesNothing() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        coverage(store(NEW));
        assertSwept();
        assertThat(server.stores).isEmpty();
        assertThat(server.coverages).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aLayerThatWasWholeBeforeTheCrashStays() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        write(NEW + ".json");
        layer(coverage(store(NEW)));
        assertSwept();
        assertThat(server.layers).hasSize(1);
        assertThat(folder.resolve(NEW + ".tif")).exists();
        assertThat(folder.resolve(NEW + ".json")).exists();
    }

    @Test
    void aCrashBeforeAReplacedStoreNamesTheNewImageKeepsTheOldOne() throws Exception {
        layer(coverage(store(OLD)));
        write(OLD + ".tif");
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        assertSwept();
        assertThat(server.layers).hasSize(1);
        assertThat(folder.resolve(OLD + ".tif")).exists();
        assertThat(folder.resolve(NEW + ".tif")).doesNotExist();
    }

    @Test
    void aCrashAfterAReplacedStoreNamesTheNewImageKeepsThatOne() throws Exception {
        layer(coverage(store(NEW)));
        write(OLD + ".tif");
        write(OLD + ".json");
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        assertSwept();
        assertThat(folder.resolve(NEW + ".tif")).exists();
        assertThat(folder.resolve(OLD + ".tif")).doesNotExist();
        assertThat(folder.resolve(OLD + ".json")).doesNotExist();
    }

    @Test
    void filesOfAWorkspaceThatIsGoneGoToo() throws Exception {
        Path gone = directory.resolve("data/desert/ece");
        journal.begin(new LayerName("desert", "ece"), gone, MARK);
        Files.createDirectories(gone);
        assertSwept();
        assertThat(gone).doesNotExist();
    }

    @Test
    void spoiltNotesKeepNothingFromBeingSwept() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        Files.write(notes.resolve("cut-off"), List.of("salt"), StandardCharsets.UTF_8);
        Files.write(notes.resolve("000"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.write(notes.resolve("001"), List.of("salt", "ece", "no\0path", MARK), StandardCharsets.UTF_8);
        journal.sweep();
        assertThat(folder).doesNotExist();
        assertThat(notes.resolve("cut-off")).doesNotExist();
    }

    /** The note stays, so that the next start tries again. */
    @Test
    void whatCannotBeClearedNowIsClearedAtTheNextStart() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        store(NEW);
        server.failing = "remove store";
        server.failures = 1;
        journal.sweep();
        assertThat(notes).isNotEmptyDirectory();
        assertThat(folder.resolve(NEW + ".tif")).exists();
        assertSwept();
        assertThat(server.stores).isEmpty();
        assertThat(folder).doesNotExist();
    }

    @Test
    void theStartOfTheServerSweeps() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        Path models = notes.resolveSibling("models");
        Path torn = Files.createDirectories(models.resolve(".writing-1f"));
        try (GenericApplicationContext context = new GenericApplicationContext()) {
            new Startup(journal, new ModelStore(models)).onApplicationEvent(new ContextLoadedEvent(context));
        }
        assertThat(notes).isEmptyDirectory();
        assertThat(folder).doesNotExist();
        assertThat(torn).doesNotExist();
    }

    @Test
    void withoutANoteNothingIsBegun() throws Exception {
        Files.writeString(notes, "a file in the folder's place", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> journal.begin(NAME, folder, MARK))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageStartingWith("nothing was published: the data directory cannot be written;");
    }

    @Test
    void aStoreOfSomebodyElseAtTheSamePlaceStays() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        LayerMark.put("another", store(NEW));
        assertSwept();
        assertThat(server.stores).hasSize(1);
    }

    @Test
    void filesThatSomebodyElsePutIntoTheFolderStay() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        write("mine.tif");
        assertSwept();
        assertThat(folder.resolve("mine.tif")).exists();
        assertThat(folder.resolve(NEW + ".tif")).doesNotExist();
    }

    @Test
    void aFolderWithAnotherMarkIsLeftAlone() throws Exception {
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        LayerMark.put("another", folder);
        assertSwept();
        assertThat(folder.resolve(NEW + ".tif")).exists();
    }

    @Test
    void aStoreOfAnIsolatedWorkspaceIsRemovedAsWell() throws Exception {
        when(server.workspace.isIsolated()).thenReturn(true);
        journal.begin(NAME, folder, MARK);
        write(NEW + ".tif");
        store(NEW);
        assertSwept();
        assertThat(server.stores).isEmpty();
    }

    private void assertSwept() {
        journal.sweep();
        assertThat(notes).isEmptyDirectory();
    }

    private void write(String name) throws Exception {
        Files.createDirectories(folder);
        LayerMark.put(MARK, folder);
        Files.writeString(folder.resolve(name), "x", StandardCharsets.UTF_8);
    }

    private CoverageStoreInfo store(String state) {
        CoverageStoreInfo store =
                Bean.of(CoverageStoreInfo.class, "Name", "ece", "URL", "file:data/salt/ece/" + state + ".tif");
        LayerMark.put(MARK, store);
        server.stores.put("ece", store);
        return store;
    }

    private CoverageInfo coverage(CoverageStoreInfo store) {
        CoverageInfo coverage = Bean.of(CoverageInfo.class, "Name", "ece", "Store", store);
        server.coverages.add(coverage);
        return coverage;
    }

    private void layer(CoverageInfo coverage) {
        server.layers.add(Bean.of(LayerInfo.class, "Name", "ece", "Resource", coverage));
    }
}
