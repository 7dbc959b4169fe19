/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.deepsalt.model.Problems;
import org.deepsalt.model.metrics.Grouping;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.raster.sampling.LabelledPoint;
import org.jspecify.annotations.Nullable;

/**
 * The split of the labelled pixels that a request asks for.
 *
 * @param holdout region to withhold; null for none
 */
record SplitRequest(Split.Kind kind, @Nullable String holdout) {

    /** The plan of the split; the request must have been checked. */
    Split.Plan plan() {
        return kind == Split.Kind.REGION
                ? Split.Plan.withholding(Objects.requireNonNull(holdout, "a region to withhold"))
                : Split.Plan.of(kind);
    }

    /**
     * Checks that a region to be withheld is named and there.
     *
     * @param points none if they could not be read
     * @param scenes names of the scenes, which name the regions of samples that have none of their own
     */
    void check(List<LabelledPoint> points, String[] scenes, Problems problems) {
        if (kind != Split.Kind.REGION) {
            if (holdout != null) {
                problems.add("holdout is '" + holdout + "' but split is " + kind + ", which withholds no region: set"
                        + " split=REGION or leave holdout out");
            }
            return;
        }
        Set<String> regions = new TreeSet<>();
        for (LabelledPoint point : points) {
            String region = point.region();
            regions.addAll(region == null ? Arrays.asList(scenes) : List.of(region));
        }
        if (holdout == null) {
            problems.add("holdout is missing: split=REGION withholds a region, name "
                    + (regions.isEmpty() ? "it" : "one of " + regions));
        } else if (!regions.isEmpty() && !regions.contains(holdout)) {
            problems.add("holdout is '" + holdout + "', wanted one of the regions " + regions);
        }
        if (regions.contains(Grouping.UNKNOWN)) {
            problems.add("some samples have no region, so that none can be withheld with certainty: fill the attribute"
                    + " in, or name another one with region");
        }
    }
}
