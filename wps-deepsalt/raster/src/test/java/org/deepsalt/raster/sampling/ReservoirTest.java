/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservoirTest {
    @Test
    void theLowestLotsStayAndWhoIsCrowdedOutComesBack() {
        Reservoir reservoir = new Reservoir(2);

        assertThat(reservoir.offer(pixel(5))).isNull();
        assertThat(reservoir.takes(9)).isTrue();
        assertThat(reservoir.offer(pixel(9))).isNull();
        assertThat(reservoir.takes(10)).isFalse();
        assertThat(reservoir.offer(pixel(10)).rank()).isEqualTo(10);
        assertThat(reservoir.offer(pixel(1)).rank()).isEqualTo(9);
        assertThat(reservoir.kept()).extracting(DrawnPixel::rank).containsExactlyInAnyOrder(1L, 5L);
    }

    @Test
    void withoutRoomNobodyWins() {
        Reservoir reservoir = new Reservoir(0);

        assertThat(reservoir.takes(1)).isFalse();
        assertThat(reservoir.offer(pixel(1)).rank()).isEqualTo(1);
        assertThat(reservoir.kept()).isEmpty();
    }

    private static DrawnPixel pixel(long rank) {
        return new DrawnPixel(rank, new float[0], 0, 0, "here");
    }
}
