/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/** A request that a service refuses, with the code and the parameter that its exception document names. */
public class OwsException extends DeepSaltException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final @Nullable String locator;

    /**
     * Refuses a request.
     *
     * @param code of the service's specification, such as {@code InvalidParameterValue}
     * @param locator name of the parameter at fault, null if it is none
     */
    public OwsException(String code, @Nullable String locator, String message) {
        super(message);
        this.code = code;
        this.locator = locator;
    }

    /** Refuses a request because of another error. */
    public OwsException(String code, @Nullable String locator, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.locator = locator;
    }

    /** Code of the exception document. */
    public String code() {
        return code;
    }

    /** Name of the parameter at fault, null if it is none. */
    public @Nullable String locator() {
        return locator;
    }
}
