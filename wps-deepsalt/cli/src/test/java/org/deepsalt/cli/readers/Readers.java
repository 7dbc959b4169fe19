/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.deepsalt.model.files.Folders;

/** Every reader of the project with valid inputs and ways to damage them. */
final class Readers implements AutoCloseable {
    private final Path home;
    private final RasterReadings rasters = new RasterReadings();
    private final DocumentReadings documents;
    private final WpsReadings requests;

    Readers(Path home) throws IOException {
        this.home = home;
        this.documents = new DocumentReadings(home);
        this.requests = new WpsReadings(home.resolve("wps"));
    }

    /** Reads valid inputs, so that what is loaded only once takes nobody's time. */
    void warmUp() throws Exception {
        RasterReadings.warmUp(home);
    }

    /** Readers by name. */
    Map<String, Reading> all() {
        Map<String, Reading> all = new TreeMap<>(rasters.all());
        all.putAll(documents.all());
        all.putAll(requests.all());
        return all;
    }

    /** Empties a folder. */
    static void clear(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        requests.close();
        clear(home);
    }
}
