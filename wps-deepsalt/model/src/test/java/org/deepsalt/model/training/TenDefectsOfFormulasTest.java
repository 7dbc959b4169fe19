/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.NumberHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.training.data.Undersampling;
import org.deepsalt.model.training.distillation.StudentStage;
import org.deepsalt.model.training.encoder.CollapseCheck;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.DistillationWeights;
import org.deepsalt.model.training.settings.Presets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Those of the ten defects that show without a trained model; the others are in {@link TenDefectsTest}. */
class TenDefectsOfFormulasTest {
    private static final long SEED = 3;
    private static final OutputRange RANGE = OutputRange.PAPER_ECE;

    @BeforeAll
    static void start() {
        TensorFlow.start(EngineSettings.defaults());
    }

    static List<Head> heads() {
        return List.of(new NumberHead(RANGE), new LogNormalHead(RANGE));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void defect2TheDivergenceOfAnswersIsPositiveAndHasAGradient(Head head) {
        int columns = head.names().size();
        Matrix teacher = new Matrix(2, columns, ramp(2 * columns, 0.5f));
        Matrix student = new Matrix(2, columns, ramp(2 * columns, -0.7f));
        try (TrainableGraph graph = new TrainableGraph(new Parameters(1))) {
            Placeholder<TFloat32> theirs = graph.input(columns);
            Placeholder<TFloat32> own = graph.input(columns);
            Operand<TFloat32> divergence = head.divergence(graph.tf(), theirs, own);
            Operand<TFloat32> slope =
                    graph.tf().gradients(divergence, List.of(own)).dy(0);
            assertThat(graph.scalar(divergence, Map.of(theirs, teacher, own, student)))
                    .isGreaterThan(0.01f);
            assertThat(graph.scalar(divergence, Map.of(theirs, teacher, own, teacher)))
                    .isCloseTo(0, within(1e-6f));
            for (float value :
                    graph.run(slope, Map.of(theirs, teacher, own, student)).values()) {
                assertThat(value).isNotZero();
            }
        }
    }

    @Test
    void defect3PairsAreFoundByGreatCirclesInKilometres() {
        assertThat(Coordinates.distance(-112, 40.6, -111.987, 40.6)).isCloseTo(1.098, within(0.0005));
        Coordinates samples = new Coordinates(new double[] {-112}, new double[] {40.6});
        Coordinates pixels = new Coordinates(new double[] {-111.987}, new double[] {40.6});
        assertThat(Pairing.find(samples, pixels, 1.099)).hasSize(1);
        assertThat(Pairing.find(samples, pixels, 1.097)).isEmpty();
    }

    @Test
    void defect4EveryLayerOfTheStudentIsSupervised() {
        assertThat(IntStream.range(0, 4).map(DistillationWeights.PAPER::teacherLayer))
                .containsExactly(0, 1, 2, 2);
        int size = 6;
        Random random = new Random(1);
        try (TrainableGraph graph = new TrainableGraph(new Parameters(1))) {
            Ops tf = graph.tf();
            List<Placeholder<TFloat32>> student = inputs(graph, 4, size);
            List<Placeholder<TFloat32>> teacher = inputs(graph, 3, size);
            Operand<TFloat32> likeness = StudentStage.learning(
                            Presets.of(Presets.PAPER).student(), SEED)
                    .feature(tf, graph.weights(), size, List.copyOf(student), teacher);
            // The layers are inputs here, so that none gets its gradient through the next one.
            Gradients slopes = tf.gradients(likeness, student);
            Map<Placeholder<TFloat32>, Matrix> states = new HashMap<>();
            student.forEach(layer -> states.put(layer, noise(random, 5, size)));
            teacher.forEach(layer -> states.put(layer, noise(random, 5, size)));
            for (int layer = 0; layer < 4; layer++) {
                Matrix slope = graph.run(slopes.<TFloat32>dy(layer), states);
                assertThat(norm(slope)).as("layer %d", layer).isGreaterThan(1e-3);
            }
        }
    }

    @Test
    void defect7RowsOfASplitAreRowsOfTheTableAndNotPositions() {
        assertThat(Rows.through(new int[] {7, 9, 4}, new int[] {2, 0})).containsExactly(4, 7);
        float[] labels = {5, 0, 5, 0, 0, 5};
        int[] thinned = new Undersampling(List.of(0.0), 0.5).thin(new int[] {1, 2, 4, 5}, labels, 1);
        assertThat(thinned).hasSize(3).contains(2, 5).doesNotContain(0, 3);
    }

    @Test
    void defect8ATeacherToWhomTheCodesSayNothingIsNamed() {
        RegressionMetrics constant = RegressionMetrics.of(new float[] {1, 2, 3}, new float[] {2, 2, 2});
        assertThatThrownBy(() -> CollapseCheck.requireLearning(constant, 0.05, new CodeCosines(1, 0.97, 0.9, 0.9)))
                .hasMessageContaining("R2 is 0.000 on 3 samples")
                .hasMessageContaining("mean cosine of 0.9700")
                .hasMessageContaining("use preset=default or collapseGuard=CONTRASTIVE");
    }

    @Test
    void defect9UndersamplingFollowsFromTheSeed() {
        float[] labels = new float[200];
        int[] rows = Rows.range(0, labels.length);
        int[] once = Undersampling.ZEROS.thin(rows, labels, 1);
        assertThat(once).hasSize(20).isSorted().isEqualTo(Undersampling.ZEROS.thin(rows, labels, 1));
        assertThat(Undersampling.ZEROS.thin(rows, labels, 2)).isNotEqualTo(once);
        labels[3] = 0.55f;
        assertThat(Undersampling.ZEROS.thin(rows, labels, 1)).contains(3);
    }

    private static List<Placeholder<TFloat32>> inputs(TrainableGraph graph, int count, int columns) {
        List<Placeholder<TFloat32>> inputs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            inputs.add(graph.input(columns));
        }
        return inputs;
    }

    private static Matrix noise(Random random, int rows, int columns) {
        Matrix noise = Matrix.zeros(rows, columns);
        for (int i = 0; i < noise.values().length; i++) {
            noise.values()[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    private static float[] ramp(int size, float from) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = from + 0.3f * i;
        }
        return values;
    }

    private static double norm(Matrix matrix) {
        double sum = 0;
        for (float value : matrix.values()) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
