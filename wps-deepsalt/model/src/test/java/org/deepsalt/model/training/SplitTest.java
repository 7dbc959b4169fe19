/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SplitTest {
    private static final int SIZE = 400;

    @ParameterizedTest
    @EnumSource(Split.Kind.class)
    void everyRowServesExactlyOnePurpose(Split.Kind kind) {
        Split split = Split.of(kind, places(), 3);
        int[] all = IntStream.of(Rows.joined(
                        Rows.joined(split.training(), split.validation()),
                        Rows.joined(split.calibration(), split.test())))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, SIZE).toArray());
        assertThat(split.training().length).isBetween(200, 280);
        assertThat(split.test().length).isBetween(30, 90);
    }

    @ParameterizedTest
    @EnumSource(Split.Kind.class)
    void theSeedDecides(Split.Kind kind) {
        Split one = Split.of(kind, places(), 3);
        assertThat(Split.of(kind, places(), 3).test()).isEqualTo(one.test());
        assertThat(Split.of(kind, places(), 4).test()).isNotEqualTo(one.test());
    }

    private static Places places() {
        Random random = new Random(5);
        return new Places(random.doubles(SIZE).toArray(), random.doubles(SIZE).toArray());
    }
}
