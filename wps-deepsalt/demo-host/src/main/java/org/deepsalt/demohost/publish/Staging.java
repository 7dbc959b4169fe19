/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.FolderReplacement;
import org.deepsalt.model.files.Folders;
import org.deepsalt.processes.catalog.LayerFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A change of one layer in progress: the replacement of its store's folder, whose journal also names all files that
 * belong to the old and to the new state. Whatever happens before or after the folder is renamed, {@link #settle}
 * leaves exactly one of the two states: it runs when the change is done, when it failed, and at the next start if
 * neither was reached.
 */
final class Staging {
    private static final Logger LOGGER = LoggerFactory.getLogger(Staging.class);

    private final DataDirectory directory;
    private final FolderReplacement store;
    private final List<Path> files;

    private Staging(DataDirectory directory, FolderReplacement store) {
        this.directory = directory;
        this.store = store;
        this.files = store.notes().stream().map(directory.root()::resolve).toList();
    }

    /**
     * Begins a change by writing its journal.
     *
     * @param unique name of the change
     * @param target folder of the layer's store, which may or may not exist
     * @param files of the layer's old and new state; those that the store does not name in the end are deleted
     */
    static Staging begin(DataDirectory directory, String unique, Path target, List<Path> files) throws IOException {
        List<String> notes = files.stream()
                .map(file -> directory.root().relativize(file).toString())
                .toList();
        return new Staging(
                directory,
                FolderReplacement.begin(directory.staging().resolve(unique), directory.root(), target, notes));
    }

    /** Settles every change that a crash left behind, of layers and of series. */
    static void sweep(DataDirectory directory) {
        for (Path folder : DataDirectory.list(directory.staging(), Files::isDirectory)) {
            try {
                if (FileMoves.resume(folder, directory.root())) {
                    continue;
                }
                Optional<FolderReplacement> change = FolderReplacement.interrupted(folder, directory.root());
                if (change.isPresent()) {
                    new Staging(directory, change.get()).settle();
                } else {
                    Folders.delete(folder);
                }
            } catch (IOException e) {
                LOGGER.warn("what is left of a publication in '{}' cannot be removed", folder, e);
            }
        }
    }

    /** Where the store's new folder is made. */
    Path store() {
        return store.fresh();
    }

    /** Puts the new folder into the place of the old one. */
    void swap() throws IOException {
        store.swap();
    }

    /** Ends the change: either the new or the old state holds, nothing of the other remains. */
    void settle() {
        try {
            store.settle();
            String kept = stateInUse();
            for (Path file : files) {
                if (kept.isEmpty() || !LayerFiles.state(file).equals(kept)) {
                    Files.deleteIfExists(file);
                    deleteIfEmpty(file.resolveSibling(""));
                }
            }
            store.clear();
        } catch (IOException | DeepSaltException e) {
            LOGGER.warn(
                    "a change of '{}' is settled at the next start: {}",
                    store.target().getFileName(),
                    e.toString());
        }
    }

    private String stateInUse() {
        Path storeFile = store.target().resolve(DataDirectory.STORE_FILE);
        return Files.isRegularFile(storeFile)
                ? SafeXml.read(storeFile)
                        .text("url")
                        .map(directory::resolve)
                        .map(LayerFiles::state)
                        .orElse("")
                : "";
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        boolean empty;
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            empty = inside.findAny().isEmpty();
        }
        if (empty) {
            Files.delete(folder);
        }
    }
}
