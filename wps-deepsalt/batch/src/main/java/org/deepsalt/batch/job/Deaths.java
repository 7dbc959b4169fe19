/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.deepsalt.batch.scene.SceneSource;

/**
 * How often a scene has ended the process that computed it, kept on the disk, where it outlives every process. Only
 * what ended by itself counts: whoever stops or kills the whole batch says nothing about a scene. Thread-safe.
 */
public final class Deaths {
    private static final int ENOUGH = 2;
    private static final int DIGITS = 32;

    private final Path folder;

    /** @param out folder of results */
    public Deaths(Path out) {
        this.folder = out.resolve(".deaths");
    }

    /** Notes a death. */
    public void add(SceneSource scene, String how) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                file(scene),
                Instant.now() + " " + how + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Whether a scene has done so too often to be tried again. */
    public boolean areEnough(SceneSource scene) throws IOException {
        return list(scene).size() >= ENOUGH;
    }

    /** Why a scene is given up, for its record. */
    public String reason(SceneSource scene) throws IOException {
        List<String> deaths = list(scene);
        String last = deaths.isEmpty() ? "" : deaths.get(deaths.size() - 1);
        return "its computation ended the process " + deaths.size() + " times, last " + last
                + ": give Java and the machine more memory, or look at the scene; --again tries it once more";
    }

    private List<String> list(SceneSource scene) throws IOException {
        Path file = file(scene);
        return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    /** Forgets a scene's deaths: it has a result, or somebody wants it tried again. */
    public void forget(SceneSource scene) throws IOException {
        Files.deleteIfExists(file(scene));
    }

    private Path file(SceneSource scene) {
        return folder.resolve(scene.fingerprint().substring(0, DIGITS));
    }
}
