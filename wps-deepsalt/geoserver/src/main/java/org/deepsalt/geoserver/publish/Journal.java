/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.geoserver.layers.Change;
import org.deepsalt.geoserver.series.SeriesChange;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.Catalog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records publications in progress in {@code deepsalt/publishing} of the data directory, a small file each, so that
 * whatever a failure or a crash leaves is deleted: at once, or when the server starts again. Thread-safe.
 */
public final class Journal {
    private static final Logger LOGGER = LoggerFactory.getLogger(Journal.class);

    private static final int LINES_OF_MAP = 4;
    private static final int LINES_OF_GRANULE = 5;

    private final Catalog catalog;
    private final Path folder;

    /** @param catalog the raw one: deleting left-over files is done by the server, not by a caller */
    public Journal(Catalog catalog, SettingsFile settings) {
        this.catalog = catalog;
        this.folder = settings.dataDirectory().resolve("deepsalt").resolve("publishing");
    }

    /** A publication in progress; closing it finishes or undoes the change. */
    static final class Entry implements AutoCloseable {
        private final Path note;
        private final Change change;
        private @Nullable Path published;

        private Entry(Path note, Change change) {
            this.note = note;
            this.change = change;
        }

        /** Records that the catalog names this image now. */
        void succeeded(Path image) {
            this.published = image;
        }

        @Override
        public void close() {
            try {
                if (published == null) {
                    change.undo();
                } else {
                    change.finish(published);
                }
                Files.deleteIfExists(note);
            } catch (IOException | RuntimeException e) {
                LOGGER.warn(
                        "what '{}' leaves is cleared away at the next start",
                        change.store().prefixed(),
                        e);
            }
        }
    }

    /**
     * Records the publication of a map before its first change.
     *
     * @param store its name
     * @param files the folder of the layer
     * @param mark of store and folder
     */
    Entry begin(LayerName store, Path files, String mark) {
        return begin(new MapChange(catalog, store, files, mark));
    }

    /**
     * Records the addition of a granule before its first change.
     *
     * @param store its name
     * @param granule its file
     * @param mark of store and folder
     * @param replaces whether that file is there already
     */
    Entry beginGranule(LayerName store, Path granule, String mark, boolean replaces) {
        return begin(new SeriesChange(catalog, store, granule, mark, replaces));
    }

    private Entry begin(Change change) {
        try {
            Files.createDirectories(folder);
            Path note = folder.resolve(LayerFiles.mark());
            Files.write(note, change.note(), StandardCharsets.UTF_8);
            return new Entry(note, change);
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
            switch (lines.size()) {
                case LINES_OF_MAP -> {
                    LayerName store = new LayerName(lines.get(0), lines.get(1));
                    new Entry(note, new MapChange(catalog, store, Path.of(lines.get(2)), lines.get(3))).close();
                }
                case LINES_OF_GRANULE -> new Entry(note, SeriesChange.of(catalog, lines)).close();
                default -> Files.delete(note);
            }
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("what an interrupted publication left cannot be cleared away, see '{}'", note, e);
        }
    }
}
