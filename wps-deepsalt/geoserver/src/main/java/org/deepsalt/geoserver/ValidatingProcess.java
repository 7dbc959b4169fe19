/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.deepsalt.geoserver.output.Refusal;
import org.deepsalt.model.Problems;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.Process;
import org.geotools.process.ProcessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process whose inputs are checked for values that GeoServer could not parse, and whose messages are made readable.
 * GeoServer logs what comes out of it as one line, so that an accident is logged here, with its stack. Thread-safe as
 * that process is.
 */
final class ValidatingProcess implements Process {
    private static final Logger LOGGER = LoggerFactory.getLogger(ValidatingProcess.class);

    private final Process process;
    private final UnaryOperator<ProgressListener> progress;

    /** @param progress what the process reports to instead of GeoServer's listener */
    ValidatingProcess(Process process, UnaryOperator<ProgressListener> progress) {
        this.process = process;
        this.progress = progress;
    }

    @Override
    public Map<String, Object> execute(Map<String, Object> inputs, ProgressListener monitor) throws ProcessException {
        try {
            requireUnderstood(inputs);
            return process.execute(inputs, progress.apply(monitor));
        } catch (ProcessException e) {
            if (isAccident(e, monitor)) {
                LOGGER.error("a process failed", e);
            } else {
                LOGGER.debug("a request is refused", e);
            }
            throw e.getMessage() == null ? e : new Refusal(e.getMessage());
        }
    }

    /**
     * Whether a failure has a reason that no process knows: GeoTools wraps it, while a refusal has no cause. What ends
     * an execution that is cancelled is wrapped as well.
     */
    static boolean isAccident(ProcessException failure, @Nullable ProgressListener monitor) {
        return failure.getCause() != null && (monitor == null || !monitor.isCanceled());
    }

    /** GeoServer hands on null for a text that is no number, and the default would silently take its place. */
    private static void requireUnderstood(Map<String, Object> inputs) {
        Problems problems = new Problems();
        parsed(inputs).forEach((name, value) -> {
            if (value == null) {
                problems.add("input '" + name + "' cannot be understood: give a value of the type that"
                        + " DescribeProcess tells, or leave it out");
            }
        });
        if (problems.any()) {
            throw new ProcessException(String.join("\n", problems.list()));
        }
    }

    /** GeoServer parses inputs when they are asked for. Of a kind that it does not expect it tells classes alone. */
    private static Map<String, Object> parsed(Map<String, Object> inputs) {
        try {
            return new HashMap<>(inputs);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof ClassCastException) {
                throw new ProcessException(e.getMessage() + ": it is literal data, complex data or a bounding box where"
                        + " another of these is wanted; give it in the form that DescribeProcess tells");
            }
            throw e;
        }
    }
}
