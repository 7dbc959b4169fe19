/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Work on whole folders. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder with everything in it; links are removed, not followed. Nothing happens if it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> innerFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : innerFirst) {
                Files.delete(path);
            }
        }
    }
}
