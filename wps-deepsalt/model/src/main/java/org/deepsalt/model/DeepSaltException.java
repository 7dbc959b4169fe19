/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

/**
 * Base of all errors that DeepSalt raises on purpose. The message is a sentence for the user: what is wrong, what was
 * got, what was wanted, and the remedy. Hosts show it as it is.
 */
public class DeepSaltException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeepSaltException(String message) {
        super(message);
    }

    public DeepSaltException(String message, Throwable cause) {
        super(message, cause);
    }
}
