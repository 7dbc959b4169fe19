/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.deepsalt.model.DeepSaltException;

/**
 * Opens what is a file, and nothing else: whoever opens a named pipe waits for its writer without an end, a device may
 * never stop giving bytes, and a folder fails with words that help nobody. Links are followed. Stateless.
 */
public final class RegularFile {
    private RegularFile() {}

    /**
     * Checks that a path names a file.
     *
     * @throws NoSuchFileException if nothing is there
     * @throws DeepSaltException naming what is there instead
     */
    public static Path require(Path path) throws NoSuchFileException {
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(String.valueOf(path.getFileName()), null, "there is no such file");
        }
        throw new DeepSaltException("'" + path.getFileName() + "' is "
                + (Files.isDirectory(path) ? "a folder" : "a pipe, a socket or a device")
                + ", wanted a file: put a file there, or name another");
    }

    /** Opens a file to read it from its beginning. */
    public static InputStream stream(Path file) throws IOException {
        return Files.newInputStream(require(file));
    }

    /** Opens a file to read it anywhere. */
    public static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(require(file), StandardOpenOption.READ);
    }

    /**
     * Reads a file whole.
     *
     * @param largest bytes that it may have
     * @throws DeepSaltException if it has more, also if it grows while it is read
     */
    public static byte[] bytes(Path file, int largest) throws IOException {
        try (InputStream stream = stream(file)) {
            byte[] bytes = stream.readNBytes(largest);
            if (stream.read() >= 0) {
                throw new DeepSaltException("'" + file.getFileName() + "' has " + Files.size(file)
                        + " bytes, wanted at most " + largest + ": it is not what is expected there");
            }
            return bytes;
        }
    }
}
