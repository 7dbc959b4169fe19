/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Base of all errors that DeepSalt raises on purpose. The message is a sentence for the user: what is wrong, what was
 * got, what was wanted, and the remedy. Hosts show it as it is.
 */
public class DeepSaltException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    /** Breaks of lines in the message, as values of a request may have them, become blanks. */
    public DeepSaltException(String message) {
        super(line(message));
    }

    /**
     * Breaks of lines in the message become blanks.
     *
     * @param cause null where there is none
     */
    public DeepSaltException(String message, @Nullable Throwable cause) {
        super(line(message), cause);
    }

    /** Says each sentence in a line of its own. */
    DeepSaltException(List<String> sentences) {
        super(sentences.stream().map(DeepSaltException::line).collect(Collectors.joining("\n")));
    }

    /** Logs have these messages too, and no request may write lines into them. */
    private static String line(String text) {
        return BREAKS.matcher(String.valueOf(text)).replaceAll(" ");
    }

    /** Says what is wrong, and what to do. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
