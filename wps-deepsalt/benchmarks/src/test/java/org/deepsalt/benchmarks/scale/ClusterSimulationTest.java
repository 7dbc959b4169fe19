/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepsalt.benchmarks.scale.ClusterSimulation.Conditions;
import org.deepsalt.benchmarks.scale.ClusterSimulation.Distribution;
import org.junit.jupiter.api.Test;

class ClusterSimulationTest {
    private static final Conditions QUIET = new Conditions(0, 1, 0, 5);

    @Test
    void withoutTroubleTheWorkIsSharedOut() {
        ClusterSimulation simulation = new ClusterSimulation(new double[] {10}, QUIET);
        assertThat(simulation.seconds(12, 4, Distribution.QUEUE, 1)).isEqualTo(5 + 3 * 10);
        assertThat(simulation.seconds(13, 4, Distribution.QUEUE, 1)).isEqualTo(5 + 4 * 10);
    }

    @Test
    void sharesThatAreFixedEndLaterThanAQueue() {
        ClusterSimulation simulation = new ClusterSimulation(new double[] {10, 20}, QUIET);
        for (long seed = 0; seed < 20; seed++) {
            assertThat(simulation.seconds(100, 8, Distribution.SHARDS, seed))
                    .isGreaterThanOrEqualTo(simulation.seconds(100, 8, Distribution.QUEUE, seed));
        }
    }

    @Test
    void slowExecutorsTakeTheirTime() {
        ClusterSimulation simulation = new ClusterSimulation(new double[] {10}, new Conditions(1, 3, 0, 5));
        assertThat(simulation.seconds(4, 4, Distribution.QUEUE, 1)).isEqualTo(5 + 3 * 10);
    }

    /** An executor that dies with rate r during scenes of t seconds takes (e^(rt) - 1) / r for each, and its starts. */
    @Test
    void deathsCostWhatTheoryExpects() {
        double rate = 60 / 3600.0;
        ClusterSimulation simulation = new ClusterSimulation(new double[] {30}, new Conditions(0, 1, 60, 0));
        double perScene = simulation.seconds(20_000, 1, Distribution.QUEUE, 3) / 20_000;
        assertThat(perScene).isCloseTo((Math.exp(rate * 30) - 1) / rate, within(0.5));
    }
}
