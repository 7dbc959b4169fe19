/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.findings;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one class of attack, with how long its answers took. Thread-safe. */
final class Tally {
    private static final int MOST_TIMES = 1 << 20;

    private final Map<String, Long> outcomes = new TreeMap<>();
    private long[] nanos = new long[256];
    private int times;
    private long longest;
    private long count;

    synchronized void add(String outcome, long took) {
        count++;
        outcomes.merge(outcome, 1L, Long::sum);
        longest = Math.max(longest, took);
        if (times == nanos.length && times < MOST_TIMES) {
            nanos = Arrays.copyOf(nanos, 2 * times);
        }
        nanos[times < nanos.length ? times++ : (int) (count % MOST_TIMES)] = took;
    }

    synchronized ClassFigures figures(String attack, long violations) {
        long[] sorted = Arrays.copyOf(nanos, times);
        Arrays.sort(sorted);
        return new ClassFigures(
                attack,
                count,
                Map.copyOf(outcomes),
                violations,
                seconds(quantile(sorted, 0.5)),
                seconds(quantile(sorted, 0.99)),
                seconds(longest));
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static double seconds(long took) {
        return took / 1e9;
    }
}
