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
import org.deepsalt.processes.Defaults;
import org.deepsalt.raster.sampling.LabelledPoint;
import org.jspecify.annotations.Nullable;

/**
 * The split of the labelled pixels that a request asks for.
 *
 * @param given how; null for the usual way
 * @param holdout region to withhold; null for none
 */
record SplitRequest(Split.@Nullable Kind given, @Nullable String holdout) {

    /** How samples of the field are split. */
    private Split.Kind kind() {
        return Defaults.of(given, Split.Kind.RANDOM);
    }

    /**
     * The plan of the split; the request must have been checked.
     *
     * @param screening whether the labelled pixels are laboratory samples, which are left out by whole regions
     */
    Split.Plan plan(boolean screening) {
        Split.Kind kind = screening ? Split.Kind.REGIONS : kind();
        return kind == Split.Kind.REGION
                ? Split.Plan.withholding(Objects.requireNonNull(holdout, "a region to withhold"))
                : Split.Plan.of(kind);
    }

    /** Checks a split of laboratory samples: they come in profiles and campaigns, which a random one would divide. */
    void checkScreening(Problems problems) {
        if (given != null && given != Split.Kind.REGIONS) {
            problems.add("split is " + given + " without samples: figures of a screening model are those of whole"
                    + " countries or regions that were left out; set split=REGIONS or leave it out");
        }
        if (holdout != null) {
            problems.add("holdout is '" + holdout + "' without samples: a screening model leaves out every region by"
                    + " turns; leave holdout out");
        }
    }

    /**
     * Checks that a region to be withheld is named and there.
     *
     * @param points none if they could not be read
     * @param scenes names of the scenes, which name the regions of samples that have none of their own
     */
    void check(List<LabelledPoint> points, String[] scenes, Problems problems) {
        Split.Kind kind = kind();
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
