/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A change of one layer in progress. A journal names the store's folder and all files that belong to its old and its
 * new state; renaming the folder is the change. Whatever happens before or after, {@link #settle} leaves exactly one of
 * the two states: it runs when the change is done, when it failed, and at the next start if neither was reached.
 */
final class Staging {
    private static final Logger LOGGER = LoggerFactory.getLogger(Staging.class);
    private static final String JOURNAL = "journal";

    private final DataDirectory directory;
    private final Path folder;
    private final Path target;
    private final List<Path> files;

    private Staging(DataDirectory directory, Path folder, Path target, List<Path> files) {
        this.directory = directory;
        this.folder = folder;
        this.target = target;
        this.files = List.copyOf(files);
    }

    /**
     * Begins a change by writing its journal.
     *
     * @param unique name of the change
     * @param target folder of the layer's store, which may or may not exist
     * @param files of the layer's old and new state; those that the store does not name in the end are deleted
     */
    static Staging begin(DataDirectory directory, String unique, Path target, List<Path> files) throws IOException {
        Path folder = Files.createDirectories(directory.staging().resolve(unique));
        List<String> lines = new ArrayList<>();
        lines.add(directory.root().relativize(target).toString());
        files.forEach(file -> lines.add(directory.root().relativize(file).toString()));
        Files.write(folder.resolve(JOURNAL), lines, StandardCharsets.UTF_8);
        return new Staging(directory, folder, target, files);
    }

    /** Settles every change that a crash left behind. */
    static void sweep(DataDirectory directory) {
        for (Path folder : DataDirectory.list(directory.staging(), Files::isDirectory)) {
            try {
                List<String> lines = Files.isRegularFile(folder.resolve(JOURNAL))
                        ? Files.readAllLines(folder.resolve(JOURNAL), StandardCharsets.UTF_8)
                        : List.of();
                if (lines.isEmpty()) {
                    deleteTree(folder);
                } else {
                    List<Path> paths =
                            lines.stream().map(directory.root()::resolve).toList();
                    new Staging(directory, folder, paths.get(0), paths.subList(1, paths.size())).settle();
                }
            } catch (IOException e) {
                LOGGER.warn("what is left of a publication in '{}' cannot be removed", folder, e);
            }
        }
    }

    /** Where the store's new folder is made. */
    Path store() {
        return folder.resolve("new");
    }

    /** Puts the new folder into the place of the old one. */
    void swap() throws IOException {
        if (Files.exists(target)) {
            Files.move(target, old(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(store(), target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends the change: either the new or the old state holds, nothing of the other remains. */
    void settle() {
        try {
            if (Files.exists(old()) && !Files.exists(target)) {
                Files.move(old(), target, StandardCopyOption.ATOMIC_MOVE);
            }
            String kept = stateInUse();
            for (Path file : files) {
                if (kept.isEmpty() || !LayerFiles.state(file).equals(kept)) {
                    Files.deleteIfExists(file);
                    deleteIfEmpty(file.resolveSibling(""));
                }
            }
            deleteTree(folder);
        } catch (IOException | DeepSaltException e) {
            LOGGER.warn("a change of '{}' is settled at the next start: {}", target.getFileName(), e.toString());
        }
    }

    private Path old() {
        return folder.resolve("old");
    }

    private String stateInUse() {
        Path storeFile = target.resolve(DataDirectory.STORE_FILE);
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

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
