/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WavenumbersTest {
    @Test
    void thePapersChannelsRunFrom600To4002() {
        assertThat(Wavenumbers.BRUKER.count()).isEqualTo(1765);
        assertThat(Wavenumbers.BRUKER.at(0)).isEqualTo(599.8);
        assertThat(Wavenumbers.BRUKER.last()).isCloseTo(4001.6, within(0.1));
    }

    @Test
    void aStraightLineStaysOneOnAnotherGrid() {
        Wavenumbers grid = new Wavenumbers(1, 0.5, 5);
        float[] values = grid.resample(new double[] {0.9, 2.2, 3.1}, new double[] {9, 22, 31});
        assertThat(values).containsExactly(new float[] {10, 15, 20, 25, 30}, within(1e-4f));
    }

    @Test
    void aSpectrumThatEndsEarlyIsRefused() {
        Wavenumbers grid = new Wavenumbers(600, 2, 100);
        assertThat(grid.covers(new double[] {600, 602, 700})).isTrue();
        assertThat(grid.covers(new double[] {600, 602, 604})).isFalse();
        assertThatThrownBy(() -> grid.resample(new double[] {700, 702}, new double[] {1, 2}))
                .hasMessageContaining("does not cover 600.0 to 798.0");
    }
}
