/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepsalt.demohost.Settings;
import org.deepsalt.model.engine.TensorFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NetCostTest {
    @BeforeAll
    static void start() {
        TensorFlow.start(Settings.engine());
    }

    @Test
    void thePapersNetIsCountedAsItIsComputed() {
        long encoder = 218 * 1024 + 1024 * 512 + 512 * 256 + 256 * 64;
        long layer = 72 * 72 + 72 * 72 + 72 * 256 + 256 * 72;
        long student = 72 * 72 + 4 * layer + 72 + 72;
        assertThat(encoder + student).isEqualTo(1_089_232);
        assertThat(NetCost.ofPaper(218, 8)).isEqualTo(1_089_232);
    }

    /** The price of the default: at most half a million operations, a multiplication and its addition being two. */
    @Test
    void theDefaultsNetIsLight() {
        assertThat(2 * NetCost.ofDefault(218, 8)).isLessThanOrEqualTo(500_000);
    }

    @Test
    void aBandMoreIsOneRowOfTheFirstLayerMore() {
        assertThat(NetCost.ofPaper(219, 8) - NetCost.ofPaper(218, 8)).isEqualTo(1024);
    }

    @Test
    void theMatrixProductIsFasterThanAnySingleCoreAddition() {
        assertThat(MatMulPeak.measure()).isBetween(1e9, 1e16);
    }
}
