/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

/** A body that is too long, comes too slowly or does not end. */
final class RefusedBodyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** Refuses with a status of HTTP and a sentence for the client. */
    RefusedBodyException(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
