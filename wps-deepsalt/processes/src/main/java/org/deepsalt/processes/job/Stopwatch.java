/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds that the parts of a job took. Not thread-safe. */
public final class Stopwatch {
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** Books the time since the last call under a name. */
    public void lap(String part) {
        long now = System.nanoTime();
        seconds.put(part, Math.round((now - last) / 1e6) / 1e3);
        last = now;
    }

    public Map<String, Double> seconds() {
        return seconds;
    }
}
