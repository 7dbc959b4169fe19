/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import java.util.Map;
import org.deepsalt.geoserver.output.Quotes;
import org.deepsalt.model.Problems;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.Process;
import org.geotools.process.ProcessException;

/**
 * A process whose inputs are checked for values that GeoServer could not parse, and whose messages are made readable.
 * Thread-safe as that process is.
 */
final class ValidatingProcess implements Process {
    private final Process process;

    ValidatingProcess(Process process) {
        this.process = process;
    }

    @Override
    public Map<String, Object> execute(Map<String, Object> inputs, ProgressListener monitor) throws ProcessException {
        try {
            requireUnderstood(inputs);
            return process.execute(inputs, monitor);
        } catch (ProcessException e) {
            throw Quotes.readable(e);
        }
    }

    /** GeoServer hands on null for a text that is no number, and the default would silently take its place. */
    private static void requireUnderstood(Map<String, Object> inputs) {
        Problems problems = new Problems();
        inputs.forEach((name, value) -> {
            if (value == null) {
                problems.add("input '" + name + "' cannot be understood: give a value of the type that"
                        + " DescribeProcess tells, or leave it out");
            }
        });
        if (problems.any()) {
            throw new ProcessException(String.join("\n", problems.list()));
        }
    }
}
