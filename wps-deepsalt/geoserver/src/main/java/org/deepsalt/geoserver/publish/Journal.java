/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CatalogBuilder;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records publications in progress in {@code deepsalt/publishing} of the data directory, a small file each, so that
 * whatever a failure or a crash leaves is deleted: at once, or when the server starts again. Thread-safe.
 */
public final class Journal {
    private static final Logger LOGGER = LoggerFactory.getLogger(Journal.class);

    private static final int LINES = 4;

    private final Catalog catalog;
    private final Path folder;

    /** @param catalog the raw one: deleting left-over files is done by the server, not by a caller */
    public Journal(Catalog catalog, SettingsFile settings) {
        this.catalog = catalog;
        this.folder = settings.dataDirectory().resolve("deepsalt").resolve("publishing");
    }

    /** A publication in progress; closing it leaves the files that the catalog names, and no others of ours. */
    final class Entry implements AutoCloseable {
        private final Path note;
        private final LayerName store;
        private final Path files;
        private final String mark;
        private @Nullable Path image;

        private Entry(Path note, LayerName store, Path files, String mark) {
            this.note = note;
            this.store = store;
            this.files = files;
            this.mark = mark;
        }

        /** Records that the catalog names this image now. */
        void succeeded(Path published) {
            this.image = published;
        }

        @Override
        public void close() {
            try {
                if (image == null) {
                    settle(store, files, mark);
                } else {
                    LayerFolder.keepOnly(LayerFiles.state(image), files, mark);
                }
                Files.deleteIfExists(note);
            } catch (IOException | RuntimeException e) {
                LOGGER.warn("what '{}' leaves is cleared away at the next start", store.prefixed(), e);
            }
        }
    }

    /**
     * Records a publication before its first change.
     *
     * @param store its name
     * @param files the folder of the layer
     * @param mark of store and folder
     */
    Entry begin(LayerName store, Path files, String mark) {
        try {
            Files.createDirectories(folder);
            Path note = folder.resolve(LayerFiles.mark());
            Files.write(
                    note, List.of(store.workspace(), store.local(), files.toString(), mark), StandardCharsets.UTF_8);
            return new Entry(note, store, files, mark);
        } catch (IOException e) {
            LOGGER.warn("no note of a publication can be written into '{}'", folder, e);
            throw new DeepSaltException(
                    "nothing was published: " + WriteFailure.reason(folder, "the data directory", e), e);
        }
    }

    /** Deletes what interrupted publications left. */
    public void sweep() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> notes = Files.list(folder)) {
            notes.toList().forEach(this::sweep);
        } catch (IOException | UncheckedIOException e) {
            LOGGER.warn("'{}' cannot be read, what interrupted publications left stays", folder, e);
        }
    }

    /** A note that is damaged neither stops the server from starting nor the other notes from being read. */
    private void sweep(Path note) {
        try {
            List<String> lines = Files.readAllLines(note, StandardCharsets.UTF_8);
            if (lines.size() == LINES) {
                LayerName store = new LayerName(lines.get(0), lines.get(1));
                new Entry(note, store, Path.of(lines.get(2)), lines.get(3)).close();
            } else {
                Files.delete(note);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("what an interrupted publication left cannot be cleared away, see '{}'", note, e);
        }
    }

    /**
     * Removes the store of this mark if it has no layer; of the files, those of the state that the store names stay.
     */
    private void settle(LayerName name, Path files, String mark) throws IOException {
        WorkspaceInfo workspace = catalog.getWorkspaceByName(name.workspace());
        if (workspace == null) {
            LayerFolder.keepOnly("", files, mark);
            return;
        }
        try (AdminScope scope = AdminScope.open(workspace)) {
            CoverageStoreInfo store = catalog.getCoverageStoreByName(workspace, name.local());
            if (store != null && !LayerMark.of(store).equals(Optional.of(mark))) {
                store = null;
            }
            if (store != null && !hasLayer(store)) {
                new CatalogBuilder(catalog).removeStore(store, true);
                store = null;
            }
            Optional<Path> image = store == null ? Optional.empty() : StoreFile.of(catalog, store);
            LayerFolder.keepOnly(image.map(LayerFiles::state).orElse(""), files, mark);
        }
    }

    private boolean hasLayer(CoverageStoreInfo store) {
        List<CoverageInfo> coverages = catalog.getCoveragesByCoverageStore(store);
        return coverages.stream()
                .anyMatch(coverage -> !catalog.getLayers(coverage).isEmpty());
    }
}
