/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.RegularFile;
import org.jspecify.annotations.Nullable;

/**
 * The manifest of a batch: a JSON object per line, one for each scene. Paths in it begin at its folder and may not
 * leave it. Immutable.
 *
 * @param folder its real path
 */
record BatchManifest(Path folder, List<BatchRecord> records) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "manifest.jsonl";
    private static final int MOST = 1_000_000;

    BatchManifest {
        records = List.copyOf(records);
    }

    /**
     * Reads a manifest.
     *
     * @param given the file, or the folder in which it is {@code manifest.jsonl}; links resolved
     * @param progress asked for each record
     * @throws DeepSaltException if it is damaged
     */
    static BatchManifest read(Path given, Progress progress) {
        Path file = Files.isDirectory(given) ? given.resolve(NAME) : given;
        List<BatchRecord> records = new ArrayList<>();
        try (InputStream bytes = RegularFile.stream(file);
                MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(bytes)) {
            while (lines.hasNextValue()) {
                progress.report(0, "reading the manifest, " + records.size() + " records");
                records.add(BatchRecord.of(lines.nextValue(), records.size() + 1L));
                if (records.size() > MOST) {
                    throw new DeepSaltException("the manifest has more than " + MOST + " records: split it");
                }
            }
            return new BatchManifest(file.toRealPath().resolveSibling(""), records);
        } catch (JsonProcessingException e) {
            throw new DeepSaltException(
                    "the manifest is damaged after record " + records.size() + " (" + e.getOriginalMessage()
                            + "): name the manifest.jsonl of a batch, or run the batch again, which writes it anew",
                    e);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "the manifest '" + file.getFileName() + "' cannot be read: name the manifest.jsonl of a batch", e);
        }
    }

    /**
     * A file of the batch.
     *
     * @param path from the manifest's folder
     * @throws DeepSaltException the same for what is not there and for what lies elsewhere, also by way of a link
     */
    Path file(String path) {
        try {
            Path real = folder.resolve(path).toRealPath();
            if (!Path.of(path).isAbsolute() && real.startsWith(folder.toRealPath()) && Files.isRegularFile(real)) {
                return real;
            }
        } catch (IOException | InvalidPathException e) {
            throw absent(path, e);
        }
        throw absent(path, null);
    }

    private static DeepSaltException absent(String path, @Nullable Exception cause) {
        return new DeepSaltException("there is no file '" + path + "' below the manifest's folder", cause);
    }
}
