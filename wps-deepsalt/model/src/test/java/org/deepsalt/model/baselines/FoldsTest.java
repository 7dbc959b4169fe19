/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.pixels.Coordinates;
import org.junit.jupiter.api.Test;

class FoldsTest {
    @Test
    void everyRowIsHeldOutOnceInEveryDeal() {
        List<int[]> folds = Folds.split(scattered(103), 7);
        assertThat(folds).hasSizeGreaterThan(Folds.COUNT);
        for (int split = 0; split < folds.size(); split += Folds.COUNT) {
            int[] all = folds.subList(split, split + Folds.COUNT).stream()
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .toArray();
            assertThat(all).containsExactly(IntStream.range(0, 103).toArray());
        }
    }

    @Test
    void rowsOfOnePlaceStayTogether() {
        Coordinates few = scattered(40);
        double[] longitude = IntStream.range(0, 400)
                .mapToDouble(i -> few.longitude()[i % 40])
                .toArray();
        double[] latitude =
                IntStream.range(0, 400).mapToDouble(i -> few.latitude()[i % 40]).toArray();
        for (int[] fold : Folds.split(new Coordinates(longitude, latitude), 1)) {
            for (int row : fold) {
                int twin = (row + 40) % 400;
                assertThat(Arrays.binarySearch(fold, twin)).isNotNegative();
            }
        }
    }

    @Test
    void rowsOfOnePointAreSplitOneByOne() {
        List<int[]> folds = Folds.split(new Coordinates(new double[500], new double[500]), 1);
        assertThat(folds).hasSize(Folds.COUNT).allMatch(fold -> fold.length == 125);
    }

    @Test
    void othersAreTheRowsThatAreNotHeldOut() {
        assertThat(Folds.others(6, new int[] {0, 3, 5})).containsExactly(1, 2, 4);
    }

    private static Coordinates scattered(int count) {
        Random random = new Random(5);
        return new Coordinates(
                random.doubles(count, 10, 11).toArray(),
                random.doubles(count, 40, 41).toArray());
    }
}
