/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares the files of a model with the hashes in its card, and tells models apart by them. Stateless. */
final class ModelFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelFiles() {}

    /** Files that are missing, changed or not in the card. */
    static List<String> faults(Path model) throws IOException {
        Map<String, String> wanted = new TreeMap<>();
        JsonNode card;
        try {
            card = JSON.readTree(model.resolve("model.json").toFile());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return List.of("its card is no JSON");
        }
        card.path("files")
                .properties()
                .forEach(file -> wanted.put(file.getKey(), file.getValue().asText()));
        Map<String, String> found = hashes(model);
        List<String> faults = new ArrayList<>();
        if (wanted.isEmpty()) {
            faults.add("its card names no files");
        }
        wanted.forEach((name, hash) -> {
            if (!hash.equals(found.get(name))) {
                faults.add("file '" + name + "' is not the one that was trained");
            }
        });
        found.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> faults.add("file '" + name + "' is not in its card"));
        return faults;
    }

    private static Map<String, String> hashes(Path model) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = model.relativize(file).toString().replace('\\', '/');
                if (!name.equals("model.json")) {
                    MessageDigest digest = MessageDigest.getInstance("SHA-256");
                    hashes.put(name, HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
                }
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to Java", e);
        }
        return hashes;
    }
}
