/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deepsalt.model.files.Folders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Temporary folders below a data directory, one per running process, so that several may share the directory. */
public final class Scratch {
    private static final Logger LOGGER = LoggerFactory.getLogger(Scratch.class);

    private Scratch() {}

    /** The folder of this process; it need not exist yet. */
    public static Path of(Path dataDirectory) {
        return all(dataDirectory).resolve(Long.toString(ProcessHandle.current().pid()));
    }

    /** Deletes the folders of processes that no longer run. */
    public static void sweep(Path dataDirectory) {
        Path all = all(dataDirectory);
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder : folders.toList()) {
                if (!isAlive(folder.getFileName().toString())) {
                    Folders.delete(folder);
                }
            }
        } catch (IOException e) {
            LOGGER.warn("what an earlier run left cannot be deleted", e);
        }
    }

    private static boolean isAlive(String pid) {
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    /** A data directory that cannot be written is served all the same, with results in the system's folder. */
    private static Path all(Path dataDirectory) {
        return Files.isWritable(dataDirectory)
                ? dataDirectory.resolve("temp").resolve("deepsalt")
                : Path.of(System.getProperty("java.io.tmpdir")).resolve("deepsalt");
    }
}
