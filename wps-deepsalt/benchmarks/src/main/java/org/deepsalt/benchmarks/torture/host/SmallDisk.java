/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.deepsalt.model.CancelledException;

/** A file system in memory of a few megabytes, where the system lets its user mount one. Unmounted when closed. */
public final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one; empty where that is not allowed. */
    public static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        boolean mounted =
                run(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    private static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    @Override
    public void close() {
        run(List.of("umount", "-l", folder.toString()));
    }
}
