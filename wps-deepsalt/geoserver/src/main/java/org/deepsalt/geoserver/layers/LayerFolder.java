/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.processes.catalog.LayerFiles;

/** The folder of a layer's files. What others put there is never touched. Stateless. */
public final class LayerFolder {
    private LayerFolder() {}

    /** Makes and marks the folder, and moves files into it. */
    public static void fill(Path folder, String mark, Map<Path, Path> moves) throws IOException {
        Files.createDirectories(folder);
        LayerMark.put(mark, folder);
        for (Map.Entry<Path, Path> move : moves.entrySet()) {
            Files.move(move.getKey(), move.getValue());
        }
    }

    /**
     * Deletes all states of a layer but one, and the folder if nothing is left; nothing of a folder with another mark.
     *
     * @param state as {@link LayerFiles#state} tells it; empty for none
     */
    public static void keepOnly(String state, Path folder, String mark) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        boolean ours = LayerMark.of(folder).equals(Optional.of(mark));
        Path markFile = null;
        boolean empty = true;
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                if (ours && LayerMark.isFile(file)) {
                    markFile = file;
                } else if (ours
                        && LayerFiles.isState(file)
                        && !LayerFiles.state(file).equals(state)) {
                    Files.delete(file);
                } else {
                    empty = false;
                }
            }
        }
        if (empty) {
            if (markFile != null) {
                Files.delete(markFile);
            }
            Files.delete(folder);
        }
    }
}
