/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deepsalt.batch.scene.SceneSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the scenes' files held when they were last read, so that a finished batch of a thousand scenes need not read
 * them again: content hashes by fingerprint. Losing it costs time and nothing else. Thread-safe.
 */
final class HashIndex {
    private static final Logger LOGGER = LoggerFactory.getLogger(HashIndex.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long OFTEN_NANOS = 5_000_000_000L;

    private final Path folder;
    private final Path own;
    private final Map<String, String> known = new TreeMap<>();
    private long saved = System.nanoTime() - OFTEN_NANOS;

    /** @param shard names the file of this run; others' are read too */
    HashIndex(Path out, String shard) {
        this.folder = out.resolve(".hashes");
        this.own = folder.resolve(shard + ".json");
        if (Files.isDirectory(folder)) {
            files().forEach(this::read);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            LOGGER.warn("the index of scenes cannot be read, so all scenes are: {}", e.getMessage());
            return List.of();
        }
    }

    private void read(Path file) {
        try {
            known.putAll(JSON.readValue(file.toFile(), new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            LOGGER.warn("an index of scenes cannot be read, so their files are: {}", e.getMessage());
        }
    }

    synchronized Optional<String> hash(SceneSource scene) {
        return Optional.ofNullable(known.get(scene.fingerprint()));
    }

    /**
     * Notes a hash, and writes the index if it has not been written for a while, for the case that nobody does it
     * later.
     */
    synchronized void put(SceneSource scene, String hash) {
        known.put(scene.fingerprint(), hash);
        if (System.nanoTime() - saved > OFTEN_NANOS) {
            try {
                save();
            } catch (IOException e) {
                LOGGER.warn(
                        "the index of scenes cannot be written, so a repetition reads their files: {}", e.getMessage());
            }
        }
    }

    synchronized void save() throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, "index", ".part");
        try {
            JSON.writeValue(part.toFile(), known);
            Files.move(part, own, StandardCopyOption.ATOMIC_MOVE);
            saved = System.nanoTime();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
