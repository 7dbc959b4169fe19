/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import org.deepsalt.model.Progress;

/** Copies the files of a product with one buffer, counts what it copies, and stops within a buffer. Not thread-safe. */
final class CountedCopy {
    private static final int BUFFER = 1 << 20;

    private final byte[] buffer = new byte[BUFFER];
    private final long expected;
    private final Progress progress;
    private long bytes;

    /** @param expected bytes of all files together, for the progress */
    CountedCopy(long expected, Progress progress) {
        this.expected = Math.max(1, expected);
        this.progress = progress;
    }

    /** Bytes copied so far, of all files. */
    long bytes() {
        return bytes;
    }

    /** Asks the progress, which knows no other work than this copying. */
    void look(String task) {
        progress.report((double) bytes / expected, task);
    }

    /**
     * Copies one file.
     *
     * @param target does not exist yet
     * @param guard told before each piece is written how large the file becomes; may throw
     */
    void copy(InputStream source, Path target, LongConsumer guard) throws IOException {
        try (OutputStream file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            long size = 0;
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                size += read;
                bytes += read;
                guard.accept(size);
                file.write(buffer, 0, read);
                progress.report((double) bytes / expected, "copying " + target.getFileName());
            }
        }
    }
}
