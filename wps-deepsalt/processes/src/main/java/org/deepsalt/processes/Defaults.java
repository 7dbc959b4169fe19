/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import org.jspecify.annotations.Nullable;

/** Values of optional parameters: hosts differ in whether they fill in the annotated defaults. */
public final class Defaults {
    private Defaults() {}

    /** The given value, or the standard one if it is null. */
    public static <T> T of(@Nullable T given, T standard) {
        return given == null ? standard : given;
    }
}
