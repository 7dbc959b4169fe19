/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.model.baselines.Baseline;
import org.deepsalt.model.baselines.Baselines;

/**
 * A row of another method.
 *
 * @param name as the table has it
 * @param baseline the method
 * @param modelPairs whether its weak labels lie at the pixels that the model pairs by spectrum, not at the nearest ones
 */
record Comparator(String name, Baseline baseline, boolean modelPairs) {
    private static final String WEAK = "with weak labels";

    /** With its weak labels, if it has any, at the nearest pixels. */
    static Comparator of(Baseline baseline) {
        return new Comparator(baseline.name(), baseline, false);
    }

    /** All, those with weak labels a second time with the model's pairs. */
    static List<Comparator> all() {
        List<Baseline> all = Baselines.all();
        return Stream.of(
                        Stream.of(of(Baselines.covariatesAlone())),
                        all.stream().map(Comparator::of),
                        all.stream()
                                .filter(baseline -> baseline.name().endsWith(WEAK))
                                .map(baseline -> new Comparator(
                                        baseline.name().replace(WEAK, "with the model's pairs"), baseline, true)))
                .flatMap(rows -> rows)
                .toList();
    }
}
