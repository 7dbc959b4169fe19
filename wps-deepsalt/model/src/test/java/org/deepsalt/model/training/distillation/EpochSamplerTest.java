/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.training.pairing.Pairing;
import org.junit.jupiter.api.Test;

class EpochSamplerTest {
    private final List<Pairing.Pair> pairs = List.of(
            new Pairing.Pair(3, 70, 0.1, 0.75f), new Pairing.Pair(3, 71, 0.2, 0.25f), new Pairing.Pair(8, 90, 0.3, 1));

    @Test
    void eachLabelledPixelAndEachSampleIsOneTurn() {
        EpochSampler entries = new EpochSampler(new int[] {4, 6}, 10, pairs, 1);
        assertThat(entries.count()).isEqualTo(4);
        assertThat(entries.likeliest()).containsExactly(4, 6, 10, 12);
        assertThat(entries.draw(new int[] {3, 0, 1})).containsExactly(12, 4, 6);
    }

    @Test
    void aSampleStandsAtItsPixelsAsOftenAsTheyAreLikely() {
        EpochSampler entries = new EpochSampler(new int[0], 10, pairs, 1);
        int[] drawn = entries.draw(new int[4000]);
        assertThat(drawn).containsOnly(10, 11);
        assertThat(IntStream.of(drawn).filter(row -> row == 10).count() / 4000.0)
                .isCloseTo(0.75, within(0.03));
    }

    @Test
    void ofRowsAddedAPassSeesOneOfEachShare() {
        EpochSampler entries = new EpochSampler(new int[] {4}, 10, pairs, 1);
        entries.add(100, 110, 3);
        assertThat(entries.count()).isEqualTo(7);
        int[] drawn = entries.draw(new int[] {4, 5, 6});
        assertThat(drawn[0]).isBetween(100, 102);
        assertThat(drawn[1]).isBetween(103, 105);
        assertThat(drawn[2]).isBetween(106, 109);
        EpochSampler few = new EpochSampler(new int[0], 0, List.of(), 1);
        few.add(100, 102, 3);
        assertThat(few.draw(new int[] {0, 1})).containsExactly(100, 101);
    }

    @Test
    void aMeasuredLabelIsRepeatedUntilTheWeakOnesAreFewer() {
        EpochSampler entries = new EpochSampler(new int[] {4}, 10, pairs, 1);
        assertThat(entries.draw(new int[] {0, 1})).containsExactly(4, 4);
        assertThat(entries.likeliest()).containsExactly(4, 10, 12);
        EpochSampler many = new EpochSampler(new int[] {4, 5, 6}, 10, pairs, 1);
        assertThat(many.count()).isEqualTo(5);
    }

    @Test
    void aSampleThatWasReadGivesWayToMeasuredLabelsAsOftenAsItIsUncertain() {
        List<Pairing.Pair> read = List.of(
                new Pairing.Pair(0, 3, 0, 0.3f), new Pairing.Pair(0, 4, 0, 0.1f), new Pairing.Pair(1, 5, 0, 0.5f));
        EpochSampler entries = new EpochSampler(new int[] {4, 6}, 10, read, 1);
        int[] first = new int[4000];
        Arrays.fill(first, 2);
        int[] drawn = entries.draw(first);
        assertThat(drawn).containsOnly(4, 6, 10, 11);
        assertThat(IntStream.of(drawn).filter(row -> row == 10).count() / 4000.0)
                .isCloseTo(0.3, within(0.03));
        assertThat(IntStream.of(drawn).filter(row -> row == 11).count() / 4000.0)
                .isCloseTo(0.1, within(0.02));
    }

    @Test
    void theSameSeedDrawsTheSame() {
        int[] entries = new int[50];
        assertThat(new EpochSampler(new int[0], 10, pairs, 5).draw(entries))
                .isEqualTo(new EpochSampler(new int[0], 10, pairs, 5).draw(entries))
                .isNotEqualTo(new EpochSampler(new int[0], 10, pairs, 6).draw(entries));
    }
}
