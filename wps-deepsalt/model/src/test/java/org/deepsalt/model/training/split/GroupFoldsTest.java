/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.junit.jupiter.api.Test;

class GroupFoldsTest {
    @Test
    void theLargestGroupsGoFirstAndNoneIsDivided() {
        int[] groups = {7, 7, 7, 7, 2, 2, 2, 5, 5, 9};
        List<int[]> folds = GroupFolds.of(groups, IntStream.range(0, 10).toArray(), 2);
        assertThat(folds).hasSize(2);
        assertThat(folds.get(0)).containsExactly(0, 1, 2, 3, 9);
        assertThat(folds.get(1)).containsExactly(4, 5, 6, 7, 8);
        assertThat(GroupFolds.of(new int[] {3, 3}, new int[] {0, 1}, 5)).hasSize(1);
    }

    @Test
    void aSplitByRegionsLeavesOutWholeRegions() {
        List<String> regions =
                IntStream.range(0, 60).mapToObj(i -> "r" + i % 12).toList();
        double[] at = IntStream.range(0, 60).mapToDouble(i -> i).toArray();
        Pixels pixels = new Pixels(Matrix.zeros(60, 1), Matrix.zeros(60, 0), new Coordinates(at, at), regions);
        Split split = Split.crossed(Split.Plan.of(Split.Kind.REGIONS), pixels, 5, 3);
        List<int[]> folds = split.folds(Split.Kind.REGIONS, pixels, 5, 3);
        assertThat(folds).hasSize(5);
        for (String region : regions) {
            assertThat(folds.stream().filter(fold -> IntStream.of(fold)
                            .anyMatch(row -> regions.get(row).equals(region))))
                    .hasSize(1);
        }
        Split parts = Split.of(Split.Plan.of(Split.Kind.REGIONS), pixels, 3);
        assertThat(IntStream.of(parts.test()).mapToObj(regions::get))
                .doesNotContainAnyElementsOf(
                        IntStream.of(parts.training()).mapToObj(regions::get).toList());
    }

    @Test
    void placesThatNobodyKnowsAreNotMeasured() {
        Coordinates half = new Coordinates(new double[] {0, Double.NaN, 1}, new double[] {0, Double.NaN, 0});
        assertThat(Split.testDistance(half, List.of(new int[] {0, 1}, new int[] {2})))
                .isBetween(111.0, 112.0);
        Coordinates none = new Coordinates(new double[] {Double.NaN, Double.NaN}, new double[2]);
        assertThat(Split.testDistance(none, List.of(new int[] {0}, new int[] {1})))
                .isNaN();
    }
}
