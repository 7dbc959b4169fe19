/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

/** Work was stopped on the user's request; whatever it had written is gone when this arrives. */
public class CancelledException extends DeepSaltException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("the work was cancelled");
    }
}
