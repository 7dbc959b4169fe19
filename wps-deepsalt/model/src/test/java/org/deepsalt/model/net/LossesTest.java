/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Each loss by hand, and its gradient against finite differences. */
class LossesTest {
    private static final Matrix A = new Matrix(3, 2, new float[] {1, 2, -1, 0.5f, 0.3f, -2});
    private static final Matrix B = new Matrix(3, 2, new float[] {2, 1, -1.5f, 0.7f, 0.1f, 1});

    @BeforeAll
    static void start() {
        TensorFlow.start(EngineSettings.defaults());
    }

    @Test
    void valuesByHand() {
        assertThat(value(Losses::meanSquare)).isCloseTo((1 + 1 + 0.25f + 0.04f + 0.04f + 9) / 6, within(1e-5f));
        Pairwise huber = (tf, a, b) -> Losses.huber(tf, a, b, 1);
        assertThat(value(huber)).isCloseTo((0.5f + 0.5f + 0.125f + 0.02f + 0.02f + 2.5f) / 6, within(1e-5f));
    }

    @Test
    void theCosineOfARowWithItselfCostsNothing() {
        assertThat(value((tf, a, b) -> Losses.cosine(tf, a, a))).isCloseTo(0, within(1e-5f));
        double cosine = (4 / 5.0 + (1.5 + 0.35) / Math.sqrt(1.25 * 2.74) + (0.03 - 2) / Math.sqrt(4.09 * 1.01)) / 3;
        assertThat(value((tf, a, b) -> Losses.cosine(tf, a, b))).isCloseTo((float) (1 - cosine), within(1e-4f));
    }

    @Test
    void aConstantCodeDoesNotSatisfyTheContrastiveLoss() {
        Matrix same = new Matrix(3, 2, new float[] {1, 1, 1, 1, 1, 1});
        float constant = value((tf, a, b) -> Losses.contrastive(tf, a, b, 0.2f), same, same);
        float apart = value((tf, a, b) -> Losses.contrastive(tf, a, a, 0.2f));
        assertThat(constant).isCloseTo((float) Math.log(3), within(1e-4f));
        assertThat(apart).isLessThan(constant / 2);
    }

    @Test
    void theDivergenceOfDistributionsIsPositiveAndZeroOnlyForEqualOnes() {
        assertThat(divergence(new float[] {0, 1}, new float[] {0, 1})).isCloseTo(0, within(1e-6f));
        double byHand = Math.log(2) + (1 + 1) / 8.0 - 0.5;
        assertThat(divergence(new float[] {0, 1}, new float[] {1, 2})).isCloseTo((float) byHand, within(1e-5f));
    }

    @Test
    void theDivergenceOfDecisionsIsThatOfTheirProbabilities() {
        Matrix teacher = new Matrix(1, 2, new float[] {0.5f, -1});
        Matrix student = new Matrix(1, 2, new float[] {-0.3f, 2});
        double byHand = bernoulli(0.5, -0.3) + bernoulli(-1, 2);
        assertThat(value((tf, a, b) -> Losses.ordinalDivergence(tf, a, b), teacher, student))
                .isCloseTo((float) byHand, within(1e-6f));
        Matrix sure = new Matrix(1, 2, new float[] {60, -60});
        Matrix surelyNot = new Matrix(1, 2, new float[] {-60, 60});
        assertThat(value((tf, a, b) -> Losses.ordinalDivergence(tf, a, b), sure, surelyNot))
                .isCloseTo(120, within(1e-3f));
    }

    private static double bernoulli(double teacher, double student) {
        double p = 1 / (1 + Math.exp(-teacher));
        double q = 1 / (1 + Math.exp(-student));
        return p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    }

    @Test
    void sparsityIsZeroAtTheWantedActivation() {
        Matrix codes = new Matrix(2, 1, new float[] {0.02f, 0.08f});
        assertThat(value((tf, a, b) -> Losses.sparsity(tf, a, 0.05f), codes, codes))
                .isCloseTo(0, within(1e-6f));
        Matrix busy = new Matrix(2, 1, new float[] {0.5f, 0.5f});
        assertThat(value((tf, a, b) -> Losses.sparsity(tf, a, 0.05f), busy, busy))
                .isGreaterThan(0.4f);
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        List<Pairwise> losses = List.of(
                (tf, a, b) -> Losses.meanSquare(tf, a, b),
                (tf, a, b) -> Losses.huber(tf, a, b, 1),
                (tf, a, b) -> Losses.cosine(tf, a, b),
                (tf, a, b) -> Losses.contrastive(tf, a, b, 0.5f),
                (tf, a, b) -> Losses.sparsity(tf, tf.math.sigmoid(a), 0.05f),
                (tf, a, b) -> Losses.divergence(tf, new Gaussian(b, tf.math.exp(b)), new Gaussian(a, tf.math.exp(a))),
                (tf, a, b) -> Losses.ordinalDivergence(tf, b, a),
                // The mean is held, so only what reaches the scale counts.
                (tf, a, b) -> Losses.scaleLikelihood(tf, new Gaussian(tf.math.mul(b, b), tf.math.exp(a)), b));
        for (int i = 0; i < losses.size(); i++) {
            assertGradient("loss " + i, losses.get(i));
        }
    }

    @Test
    void theLikelihoodOfTheScaleLeavesTheMeanAlone() {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(1))) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> mean = graph.input(1);
            Placeholder<TFloat32> label = graph.input(1);
            Operand<TFloat32> loss = Losses.scaleLikelihood(
                    tf, new Gaussian(mean, tf.math.exp(tf.math.mul(mean, tf.constant(0f)))), label);
            Operand<TFloat32> gradient = tf.gradients(loss, List.of(mean)).dy(0);
            Matrix at = new Matrix(1, 1, new float[] {3});
            Matrix zero = new Matrix(1, 1, new float[] {0});
            assertThat(graph.run(gradient, Map.of(mean, at, label, zero)).get(0, 0))
                    .isZero();
        }
    }

    private static float divergence(float[] teacher, float[] student) {
        Matrix means = new Matrix(1, 2, new float[] {teacher[0], student[0]});
        Matrix scales = new Matrix(1, 2, new float[] {teacher[1], student[1]});
        return value(
                (tf, a, b) -> Losses.divergence(
                        tf,
                        new Gaussian(column(tf, a, 0), column(tf, b, 0)),
                        new Gaussian(column(tf, a, 1), column(tf, b, 1))),
                means,
                scales);
    }

    private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> x, int column) {
        return tf.slice(x, tf.constant(new int[] {0, column}), tf.constant(new int[] {-1, 1}));
    }

    private interface Pairwise {
        Operand<TFloat32> of(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b);
    }

    private static float value(Pairwise loss) {
        return value(loss, A, B);
    }

    private static float value(Pairwise loss, Matrix a, Matrix b) {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(1))) {
            Placeholder<TFloat32> first = graph.input(a.columns());
            Placeholder<TFloat32> second = graph.input(b.columns());
            return graph.scalar(loss.of(graph.tf(), first, second), Map.of(first, a, second, b));
        }
    }

    private static void assertGradient(String name, Pairwise loss) {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(1))) {
            Placeholder<TFloat32> first = graph.input(2);
            Placeholder<TFloat32> second = graph.input(2);
            Operand<TFloat32> scalar = loss.of(graph.tf(), first, second);
            Operand<TFloat32> gradient =
                    graph.tf().gradients(scalar, List.of(first)).dy(0);
            Matrix slopes = graph.run(gradient, Map.of(first, A, second, B));
            float step = 1e-2f;
            for (int i = 0; i < A.values().length; i++) {
                float up = graph.scalar(scalar, Map.of(first, moved(i, step), second, B));
                float down = graph.scalar(scalar, Map.of(first, moved(i, -step), second, B));
                assertThat(slopes.values()[i])
                        .as("%s, derivative %d", name, i)
                        .isCloseTo((up - down) / (2 * step), within(5e-3f * (1 + Math.abs(slopes.values()[i]))));
            }
        }
    }

    private static Matrix moved(int index, float by) {
        float[] values = A.values().clone();
        values[index] += by;
        return new Matrix(A.rows(), A.columns(), values);
    }
}
