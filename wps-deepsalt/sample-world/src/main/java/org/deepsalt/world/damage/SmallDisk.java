/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.damage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system of a few kilobytes, for tests of what happens when a disk is full or may not be written. Only root may
 * mount one, and only on Linux. Closing it takes it away with all that is on it.
 */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts one.
     *
     * @param folder where it is to be seen; made if it is not there
     * @return empty where this is not allowed
     */
    public static Optional<SmallDisk> mount(Path folder, int kilobytes) throws IOException {
        Files.createDirectories(folder);
        return runs("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** The root of its files. */
    public Path folder() {
        return folder;
    }

    /** From now on nothing can be written there; returns whether this was allowed. */
    public boolean makeReadOnly() {
        return runs("mount", "-o", "remount,ro", folder.toString());
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Files that are open there go with their closing. */
    @Override
    public void close() {
        if (!runs("umount", folder.toString())) {
            runs("umount", "-l", folder.toString());
        }
    }
}
