/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deepsalt.processes.catalog.LayerFiles;
import org.geoserver.catalog.StoreInfo;

/**
 * How a layer is known to be DeepSalt's: a random text that its store has in its metadata and its folder in a file. A
 * place alone proves nothing, since others upload to the same places. Stateless.
 */
public final class LayerMark {
    private static final String KEY = "deepsalt_mark";
    private static final String FILE = ".deepsalt";

    private LayerMark() {}

    /** A mark that no other layer has. */
    public static String make() {
        return LayerFiles.mark() + LayerFiles.mark();
    }

    /** Marks a store, which the caller saves. */
    public static void put(String mark, StoreInfo store) {
        store.getMetadata().put(KEY, mark);
    }

    /** Marks a folder, which must be there. */
    public static void put(String mark, Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), mark, StandardCharsets.UTF_8);
    }

    /** The mark of a store; none of one that somebody else made. */
    public static Optional<String> of(StoreInfo store) {
        return Optional.ofNullable(store.getMetadata().get(KEY)).map(Object::toString);
    }

    /** The mark of a folder; none where there is no folder, or one that somebody else made. */
    public static Optional<String> of(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.UTF_8).trim())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a file of a marked folder is the mark. */
    public static boolean isFile(Path file) {
        return file.getFileName().toString().equals(FILE);
    }
}
