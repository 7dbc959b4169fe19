/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.geotools.process.ProcessException;
import org.jspecify.annotations.Nullable;

/** Translates errors into the one exception whose message WPS hosts show to the client as it is. Stateless. */
public final class WpsEdge {
    private WpsEdge() {}

    /**
     * Runs the work of a process and turns its errors into those of WPS.
     *
     * @throws ProcessException with the message of the {@link DeepSaltException} that the work has thrown, in which files
     *     have no folders
     * @throws CancelledException as the work has thrown it
     */
    public static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (CancelledException e) {
            throw e;
        } catch (DeepSaltException e) {
            // Hosts show the messages of all causes, which would repeat ours and tell clients about the inside.
            ProcessException failure = new ProcessException(withoutPlaces(e));
            failure.addSuppressed(e);
            throw failure;
        }
    }

    /** The reasons that the system gives have the whole path of a file, of which clients hear no more than its name. */
    private static String withoutPlaces(DeepSaltException error) {
        String message = String.valueOf(error.getMessage());
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException file) {
                message = named(named(message, file.getFile()), file.getOtherFile());
            }
        }
        return message;
    }

    private static String named(String message, @Nullable String file) {
        if (file == null || !Path.of(file).isAbsolute()) {
            return message;
        }
        Path name = Path.of(file).getFileName();
        return name == null ? message : message.replace(file, name.toString());
    }
}
