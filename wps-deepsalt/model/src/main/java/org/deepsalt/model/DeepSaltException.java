/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import org.jspecify.annotations.Nullable;

/**
 * Base of all errors that DeepSalt raises on purpose. The message is a sentence for the user: what is wrong, what was
 * got, what was wanted, and the remedy. Hosts show it as it is.
 */
public class DeepSaltException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeepSaltException(String message) {
        super(message);
    }

    /** @param cause null where there is none */
    public DeepSaltException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Says what is wrong, and what to do. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
