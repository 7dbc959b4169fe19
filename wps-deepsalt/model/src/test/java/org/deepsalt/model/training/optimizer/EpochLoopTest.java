/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.net.layer.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EpochLoopTest {
    @BeforeAll
    static void start() {
        TensorFlow.start(EngineSettings.defaults());
    }

    @Test
    void rowsThatFillNoBatchAreLearnedUnlessOnlyWholeBatchesAreWanted() {
        List<Integer> sizes = new ArrayList<>();
        run(
                ScheduleBuilder.builder().epochs(1).batch(4).learningRate(1).build(),
                10,
                (batch, rate) -> sizes.add(batch.length),
                null);
        assertThat(sizes).containsExactly(4, 4, 2);
        sizes.clear();
        run(
                ScheduleBuilder.builder()
                        .epochs(1)
                        .batch(4)
                        .wholeBatches(true)
                        .learningRate(1)
                        .build(),
                10,
                (batch, rate) -> sizes.add(batch.length),
                null);
        assertThat(sizes).containsExactly(4, 4);
    }

    @Test
    void theRateFallsAfterAPlateauAndThePatienceEnds() {
        Iterator<Double> losses =
                List.of(5.0, 6.0, 6.0, 6.0, 6.0, 6.0, 4.0, 6.0, 6.0, 6.0).iterator();
        List<Float> rates = new ArrayList<>();
        run(
                ScheduleBuilder.builder()
                        .epochs(50)
                        .batch(4)
                        .wholeBatches(true)
                        .learningRate(1)
                        .patience(6)
                        .plateau(2)
                        .build(),
                4,
                (batch, rate) -> rates.add(rate),
                () -> losses.hasNext() ? losses.next() : 9);
        // Three epochs without a better loss are more than the two tolerated.
        assertThat(rates).startsWith(1f, 1f, 1f, 1f, 0.1f, 0.1f, 0.1f);
        // The best was the seventh; six more, and no further.
        assertThat(rates).hasSize(13);
        assertThat(rates.get(10)).isCloseTo(0.01f, within(1e-6f));
    }

    @Test
    void noEpochLeavesEverythingAsItWas() {
        List<Float> rates = new ArrayList<>();
        EpochLoop.Outcome outcome = run(
                ScheduleBuilder.builder()
                        .epochs(0)
                        .batch(4)
                        .wholeBatches(true)
                        .learningRate(1)
                        .build(),
                4,
                (batch, rate) -> rates.add(rate),
                null);
        assertThat(rates).isEmpty();
        assertThat(outcome.parameters().byName().get("x")).containsExactly(7);
    }

    private interface Watch {
        boolean see(int[] batch, float rate);
    }

    private static EpochLoop.Outcome run(
            Schedule schedule, int rows, Watch watch, @Nullable DoubleSupplier validation) {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(1))) {
            graph.weights().vector("x", 1, 7);
            return new EpochLoop(schedule, 1, "counting")
                    .run(
                            graph,
                            rows,
                            (batch, rate) -> {
                                watch.see(batch, rate);
                                return 0;
                            },
                            validation,
                            Progress.SILENT);
        }
    }
}
