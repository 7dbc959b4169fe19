/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.NumberHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** One layer of two numbers, computed by hand, and one of six against the textbook with all of its attention. */
class TransformerLayerTest {
    private static final Head HEAD = new LogNormalHead(OutputRange.PAPER_ECE);

    @BeforeAll
    static void start() {
        TensorFlow.start(EngineSettings.defaults());
    }

    @Test
    void aForwardPassByHand() {
        Parameters parameters = new Parameters(1);
        parameters.put("t/layer0/attention/value/kernel", new float[] {1, 0, 0, 1});
        parameters.put("t/layer0/attention/value/bias", new float[] {0, 1});
        parameters.put("t/layer0/attention/output/kernel", new float[] {2, 0, 0, 1});
        parameters.put("t/layer0/attention/output/bias", new float[] {0, 0});
        parameters.put("t/layer0/feedforward/in/kernel", new float[] {1, -1});
        parameters.put("t/layer0/feedforward/in/bias", new float[] {0});
        parameters.put("t/layer0/feedforward/out/kernel", new float[] {1, 3});
        parameters.put("t/layer0/feedforward/out/bias", new float[] {0.5f, 0});
        try (TrainableGraph graph = new TrainableGraph(parameters)) {
            Placeholder<TFloat32> token = graph.input(2);
            Regressor net = new Regressor("t", 2, 1, 1, false, HEAD);
            Regressor.Pass pass = net.apply(graph.tf(), graph.weights(), token, Dropout.NONE);
            Matrix hidden = graph.run(pass.hidden().get(0), Map.of(token, new Matrix(1, 2, new float[] {3, 1})));
            // Position 0 adds (0, 1): x = (3, 2). Attention: values (3, 3), output (6, 3). Sum (9, 5), norm (1, -1).
            // Feed-forward: relu(1 + 1) = 2, out (2.5, 6). Sum (3.5, 5), norm (-1, 1).
            assertThat(hidden.get(0, 0)).isCloseTo(-1, within(1e-3f));
            assertThat(hidden.get(0, 1)).isCloseTo(1, within(1e-3f));
        }
    }

    /**
     * Vaswani 2017 with post-norm, step by step and in double precision: queries, keys, two heads and a softmax over
     * the one position that there is. That queries and keys do not matter is what this shows.
     */
    @Test
    void aLayerIsTheTextbooksWithEveryHeadOverOneToken() {
        int size = 6;
        int hidden = 5;
        Random random = new Random(3);
        double[] token = random.doubles(size, -1, 1).toArray();
        Textbook book = new Textbook(random, size, hidden);
        double[] positioned = token.clone();
        for (int i = 1; i < size; i += 2) {
            positioned[i] += 1;
        }
        double[] expected = book.layer(positioned, 2);
        float[] row = new float[size];
        for (int i = 0; i < size; i++) {
            row[i] = (float) token[i];
        }
        try (TrainableGraph graph = new TrainableGraph(book.parameters("t/layer0/"))) {
            Placeholder<TFloat32> input = graph.input(size);
            Regressor net = new Regressor("t", size, 1, hidden, false, HEAD);
            Regressor.Pass pass = net.apply(graph.tf(), graph.weights(), input, Dropout.NONE);
            Matrix state = graph.run(pass.hidden().get(0), Map.of(input, new Matrix(1, size, row)));
            for (int i = 0; i < size; i++) {
                assertThat((double) state.get(0, i)).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    /** Random numbers for one layer, and the layer as a textbook writes it; kernels are {@code [inputs][outputs]}. */
    private static final class Textbook {
        private final Map<String, double[][]> kernels = new LinkedHashMap<>();
        private final Map<String, double[]> vectors = new LinkedHashMap<>();
        private final int size;

        private Textbook(Random random, int size, int hidden) {
            this.size = size;
            for (String name : List.of("query", "key", "value", "output")) {
                dense(random, "attention/" + name, size, size);
            }
            dense(random, "feedforward/in", size, hidden);
            dense(random, "feedforward/out", hidden, size);
            for (String name : List.of("norm1/gain", "norm1/offset", "norm2/gain", "norm2/offset")) {
                vectors.put(name, random.doubles(size, -1, 2).toArray());
            }
        }

        private void dense(Random random, String name, int inputs, int outputs) {
            double[][] kernel = new double[inputs][];
            for (int i = 0; i < inputs; i++) {
                kernel[i] = random.doubles(outputs, -1, 1).toArray();
            }
            kernels.put(name, kernel);
            vectors.put(name + "/bias", random.doubles(outputs, -1, 1).toArray());
        }

        private Parameters parameters(String prefix) {
            Parameters parameters = new Parameters(1);
            kernels.forEach((name, kernel) -> {
                double[] all =
                        Arrays.stream(kernel).flatMapToDouble(Arrays::stream).toArray();
                parameters.put(prefix + name + "/kernel", floats(all));
            });
            vectors.forEach((name, values) -> parameters.put(prefix + name, floats(values)));
            return parameters;
        }

        private double[] layer(double[] x, int heads) {
            double[] query = times(x, "attention/query");
            double[] key = times(x, "attention/key");
            double[] value = times(x, "attention/value");
            double[] attended = new double[size];
            int width = size / heads;
            for (int head = 0; head < heads; head++) {
                double score = 0;
                for (int i = head * width; i < (head + 1) * width; i++) {
                    score += query[i] * key[i] / Math.sqrt(width);
                }
                double weight = softmax(new double[] {score})[0];
                for (int i = head * width; i < (head + 1) * width; i++) {
                    attended[i] = weight * value[i];
                }
            }
            double[] first = norm(sum(x, times(attended, "attention/output")), "norm1");
            double[] inner = times(first, "feedforward/in");
            for (int i = 0; i < inner.length; i++) {
                inner[i] = Math.max(0, inner[i]);
            }
            return norm(sum(first, times(inner, "feedforward/out")), "norm2");
        }

        private static double[] softmax(double[] scores) {
            double sum = Arrays.stream(scores).map(Math::exp).sum();
            return Arrays.stream(scores).map(score -> Math.exp(score) / sum).toArray();
        }

        private double[] vector(String name) {
            return Objects.requireNonNull(vectors.get(name));
        }

        private double[] times(double[] x, String name) {
            double[] result = vector(name + "/bias").clone();
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < result.length; k++) {
                    result[k] += x[i] * Objects.requireNonNull(kernels.get(name))[i][k];
                }
            }
            return result;
        }

        private double[] norm(double[] x, String name) {
            double mean = Arrays.stream(x).average().orElseThrow();
            double variance = Arrays.stream(x)
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElseThrow();
            double[] result = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double normal = (x[i] - mean) / Math.sqrt(variance + 1e-5);
                result[i] = normal * vector(name + "/gain")[i] + vector(name + "/offset")[i];
            }
            return result;
        }

        private static double[] sum(double[] x, double[] y) {
            double[] result = x.clone();
            for (int i = 0; i < result.length; i++) {
                result[i] += y[i];
            }
            return result;
        }

        private static float[] floats(double[] values) {
            float[] result = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                result[i] = (float) values[i];
            }
            return result;
        }
    }

    static List<Head> heads() {
        return List.of(HEAD, new NumberHead(OutputRange.PAPER_ECE));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void answersStayInsideTheOutputRange(Head head) {
        Parameters parameters = new Parameters(1);
        try (TrainableGraph graph = new TrainableGraph(parameters)) {
            Placeholder<TFloat32> token = graph.input(4);
            Regressor net = new Regressor("t", 4, 2, 8, true, head);
            Regressor.Pass pass = net.apply(graph.tf(), graph.weights(), token, Dropout.NONE);
            Gaussian answer = head.answer(graph.tf(), pass.numbers());
            Matrix wild = new Matrix(2, 4, new float[] {1e4f, -1e4f, 1e4f, 1, 0, 0, -1e5f, 7});
            for (float mean : graph.run(answer.mean(), Map.of(token, wild)).values()) {
                assertThat(Math.exp(mean)).isBetween(0.049, 77.1);
            }
            for (float scale : graph.run(answer.scale(), Map.of(token, wild)).values()) {
                assertThat(scale).isPositive();
            }
        }
    }
}
