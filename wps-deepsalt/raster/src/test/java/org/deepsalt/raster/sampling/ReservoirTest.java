/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservoirTest {
    @Test
    void theLowestLotsStayAndWhoIsCrowdedOutComesBack() {
        Reservoir lottery = new Reservoir(2);

        assertThat(lottery.offer(pixel(5))).isNull();
        assertThat(lottery.takes(9)).isTrue();
        assertThat(lottery.offer(pixel(9))).isNull();
        assertThat(lottery.takes(10)).isFalse();
        assertThat(lottery.offer(pixel(10)).rank()).isEqualTo(10);
        assertThat(lottery.offer(pixel(1)).rank()).isEqualTo(9);
        assertThat(lottery.winners()).extracting(DrawnPixel::rank).containsExactlyInAnyOrder(1L, 5L);
    }

    @Test
    void withoutRoomNobodyWins() {
        Reservoir lottery = new Reservoir(0);

        assertThat(lottery.takes(1)).isFalse();
        assertThat(lottery.offer(pixel(1)).rank()).isEqualTo(1);
        assertThat(lottery.winners()).isEmpty();
    }

    private static DrawnPixel pixel(long rank) {
        return new DrawnPixel(rank, new float[0], 0, 0, "here");
    }
}
