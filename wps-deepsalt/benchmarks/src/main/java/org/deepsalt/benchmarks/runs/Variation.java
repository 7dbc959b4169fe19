/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.util.List;
import org.deepsalt.model.engine.Precision;

/**
 * In what way one scene is estimated; every way should give the same map, but for what bfloat16 rounds.
 *
 * @param layout of the file
 * @param precision that is asked for
 * @param threads that Java sees as processors, 0 for all there are
 * @param part whether only a hundredth of the scene is estimated, see {@link Part}
 */
public record Variation(Layout layout, Precision precision, int threads, boolean part) {
    /** The whole scene. */
    public Variation(Layout layout, Precision precision, int threads) {
        this(layout, precision, threads, false);
    }

    /** Options that the estimation's Java takes from its environment, whatever starts it. */
    public List<String> javaOptions() {
        String asked = "-Ddeepsalt.precision=" + precision.key();
        return threads == 0 ? List.of(asked) : List.of(asked, "-XX:ActiveProcessorCount=" + threads);
    }
}
