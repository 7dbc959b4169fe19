/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.util.LinkedHashMap;
import java.util.Map;

/** Measures the wall time of the parts of a job. Not thread-safe. */
public final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** Records the time since the last call, or since this was made, under the name of a part. */
    public void lap(String part) {
        long now = System.nanoTime();
        seconds.put(part, Math.round((now - last) / 1e6) / 1e3);
        last = now;
    }

    /** Seconds by part, to the millisecond, in the order of the job. */
    public Map<String, Double> seconds() {
        return seconds;
    }
}
