/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.util.function.Supplier;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.geotools.process.ProcessException;

/** Translates errors into the one exception whose message WPS hosts show to the client as it is. Stateless. */
public final class WpsEdge {
    private WpsEdge() {}

    /**
     * Runs the work of a process and turns its errors into those of WPS.
     *
     * @throws ProcessException with the message of the {@link DeepSaltException} that the work has thrown
     * @throws CancelledException as the work has thrown it
     */
    public static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (CancelledException e) {
            throw e;
        } catch (DeepSaltException e) {
            // Hosts show the messages of all causes, which would repeat ours and tell clients about the inside.
            ProcessException failure = new ProcessException(e.getMessage());
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
