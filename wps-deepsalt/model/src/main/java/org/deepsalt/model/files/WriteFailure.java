/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says why something could not be written, and what to do. The words of the operating system are not shown: they name
 * paths of the server, and are in its language. Stateless.
 */
public final class WriteFailure {
    /** With less room than this, a disk counts as full: its last blocks are of no use to a file that grows. */
    private static final long LEAST_ROOM = 1 << 20;

    private static final Logger LOGGER = LoggerFactory.getLogger(WriteFailure.class);

    private WriteFailure() {}

    /**
     * The reason and the remedy, to stand behind a colon.
     *
     * @param where the folder or file that was written; it need not exist
     * @param what the folder for the reader, such as {@code the data directory}
     */
    public static String reason(Path where, String what, IOException failure) {
        if (isFull(where, failure)) {
            return "the disk of " + what + " is full: make room there and send the request again";
        }
        if (isForbidden(failure)) {
            return what + " may not be written by this server: give its user the right to write there";
        }
        if (failure instanceof NoSuchFileException) {
            return "a part of " + what + " is missing or was deleted meanwhile: send the request again";
        }
        if (text(failure).contains("file too large")) {
            return what
                    + " takes no file of this size: raise the limit that this server's user has for one (ulimit -f),"
                    + " or check the space left on the disk";
        }
        LOGGER.warn("'{}' cannot be written: {}", where, String.valueOf(failure));
        return what + " cannot be written; the server's log says why";
    }

    /** Whether there was no room, or no room that this user may take. */
    public static boolean isFull(Path where, IOException failure) {
        String text = text(failure);
        return text.contains("no space left")
                || text.contains("quota exceeded")
                || text.contains("not enough space")
                || (!isForbidden(failure) && room(where) < LEAST_ROOM);
    }

    private static boolean isForbidden(IOException failure) {
        String text = text(failure);
        return failure instanceof AccessDeniedException
                || text.contains("read-only file system")
                || text.contains("permission denied");
    }

    /** Bytes that are left on the disk of a path; all that a long holds where nobody can tell. */
    public static long room(Path where) {
        @Nullable Path there = where.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? Long.MAX_VALUE : Files.getFileStore(there).getUsableSpace();
        } catch (IOException | ReadOnlyFileSystemException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String text(IOException failure) {
        StringBuilder text = new StringBuilder();
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
