/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.util.function.Supplier;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.geotools.process.ProcessException;

/** Turns our errors into the one exception whose message WPS hosts show to the client as it is. */
public final class WpsEdge {
    private WpsEdge() {}

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
