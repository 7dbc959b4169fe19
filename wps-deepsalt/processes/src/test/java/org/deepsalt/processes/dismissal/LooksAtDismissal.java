/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.dismissal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.geotools.api.util.InternationalString;
import org.geotools.data.util.NullProgressListener;

/**
 * Listens to a process and measures how long it works between two looks at whether it is dismissed: that is how long a
 * dismissal takes to be heard. What counts is the time of the processor, which hangs on nothing else that the machine
 * does; the time on the clock, pauses of the collector included, is told beside it.
 */
final class LooksAtDismissal extends NullProgressListener {
    /** Time between two looks, with what the process said that it was doing at the first and at the second. */
    record Gap(double millis, double onTheClock, String from, String to) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.0f ms (%.0f on the clock) from '%s' to '%s'", millis, onTheClock, from, to);
        }
    }

    private final List<Gap> gaps = new ArrayList<>();
    private String task = "the start";
    private String before = task;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long last = System.nanoTime();
    private long lastWork = threads.getCurrentThreadCpuTime();

    @Override
    public void setTask(InternationalString doing) {
        task = doing.toString();
    }

    @Override
    public boolean isCanceled() {
        look();
        return false;
    }

    /** Ends the measurement when the process has returned. */
    LooksAtDismissal done() {
        task = "the end";
        look();
        return this;
    }

    private void look() {
        long now = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        gaps.add(new Gap((work - lastWork) / 1e6, (now - last) / 1e6, before, task));
        lastWork = work;
        before = task;
        last = now;
    }

    /** The longest gaps, longest first. */
    List<Gap> longest(int count) {
        return gaps.stream()
                .sorted(Comparator.comparingDouble(Gap::millis).reversed())
                .limit(count)
                .toList();
    }

    int looks() {
        return gaps.size();
    }
}
