/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.geotools.process.ProcessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Translates errors into the one exception whose message WPS hosts show to the client as it is. Stateless. */
public final class WpsEdge {
    /** The folders of an absolute path within a sentence. */
    private static final Pattern FOLDERS =
            Pattern.compile("(?<![\\w./])/(?:[^/\\s'\":]+/)+|(?<!\\w)[A-Za-z]:\\\\(?:[^\\\\\\s'\":]+\\\\)+");

    private static final Logger LOGGER = LoggerFactory.getLogger(WpsEdge.class);

    private WpsEdge() {}

    /**
     * Runs the work of a process and turns its errors into those of WPS.
     *
     * @throws ProcessException with the message of the {@link DeepSaltException} that the work has thrown, in which
     *     files have no folders, or a sentence for what the virtual machine has run out of
     * @throws CancelledException as the work has thrown it
     */
    public static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (CancelledException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw scarce(
                    "this request needs more memory than the server has left: give a smaller region, fewer scenes or"
                            + " fewer pixels, send it when less else is running, or have the administrator give Java"
                            + " more (-Xmx)",
                    e);
        } catch (StackOverflowError e) {
            throw scarce("an input of this request is nested deeper than can be read: give a simpler one", e);
        } catch (DeepSaltException e) {
            throw refusal(withoutPlaces(e), e);
        }
    }

    private static ProcessException scarce(String message, Error cause) {
        LOGGER.error("a request was ended", cause);
        return refusal(message, cause);
    }

    /** Hosts show the messages of all causes, which would repeat ours and tell clients about the inside. */
    private static ProcessException refusal(String message, Throwable cause) {
        ProcessException failure = new ProcessException(message);
        failure.addSuppressed(cause);
        return failure;
    }

    /** The reasons that system and libraries give have the whole path of a file: clients hear no more than its name. */
    private static String withoutPlaces(DeepSaltException error) {
        return withoutPlaces(String.valueOf(error.getMessage()), error);
    }

    /** Of several problems each has come of an error of its own, which is suppressed in what is thrown for all. */
    private static String withoutPlaces(String told, Throwable error) {
        String message = told;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException file) {
                message = named(named(message, file.getFile()), file.getOtherFile());
            } else if (cause instanceof IOException) {
                message = withoutFolders(message, String.valueOf(cause.getMessage()));
            }
            for (Throwable one : cause.getSuppressed()) {
                message = withoutPlaces(message, one);
            }
        }
        return message;
    }

    private static String withoutFolders(String message, String reason) {
        List<String> folders =
                FOLDERS.matcher(reason).results().map(MatchResult::group).toList();
        String told = message;
        for (String folder : folders) {
            told = told.replace(folder, "");
        }
        return told;
    }

    private static String named(String message, @Nullable String file) {
        if (file == null || !Path.of(file).isAbsolute()) {
            return message;
        }
        Path name = Path.of(file).getFileName();
        return name == null ? message : message.replace(file, name.toString());
    }
}
