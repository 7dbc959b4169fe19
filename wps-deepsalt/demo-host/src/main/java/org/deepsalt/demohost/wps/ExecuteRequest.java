/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.List;
import java.util.Optional;
import org.deepsalt.local.registry.InputReader.Given;

/**
 * A request to execute a process.
 *
 * @param process id of the process
 * @param inputs in the order of the request
 * @param raw the one output whose bytes are the answer; empty for a response document
 * @param outputs of the response document; empty for all
 * @param stored whether to answer at once and to keep the response for later
 * @param lineage whether the response document repeats the inputs and outputs of the request
 */
record ExecuteRequest(
        String process,
        List<Given> inputs,
        Optional<Output> raw,
        List<Output> outputs,
        boolean stored,
        boolean lineage) {
    /**
     * An output that is asked for.
     *
     * @param name of the output
     * @param mimeType wanted, empty for the output's own
     * @param asReference as an address instead of its content
     */
    record Output(String name, String mimeType, boolean asReference) {}
}
