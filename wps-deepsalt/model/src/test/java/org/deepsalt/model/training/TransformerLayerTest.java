/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.net.Dropout;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.spectra.Matrix;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** One layer of two numbers, computed by hand. */
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
        try (Learner learner = new Learner(parameters)) {
            Placeholder<TFloat32> token = learner.input(2);
            Regressor net = new Regressor("t", 2, 1, 1, false, HEAD);
            Regressor.Pass pass = net.apply(learner.tf(), learner.weights(), token, Dropout.NONE);
            Matrix hidden = learner.run(pass.hidden().get(0), Map.of(token, new Matrix(1, 2, new float[] {3, 1})));
            // Position 0 adds (0, 1): x = (3, 2). Attention: values (3, 3), output (6, 3). Sum (9, 5), norm (1, -1).
            // Feed-forward: relu(1 + 1) = 2, out (2.5, 6). Sum (3.5, 5), norm (-1, 1).
            assertThat(hidden.get(0, 0)).isCloseTo(-1, within(1e-3f));
            assertThat(hidden.get(0, 1)).isCloseTo(1, within(1e-3f));
        }
    }

    @Test
    void answersStayInsideTheOutputRange() {
        Parameters parameters = new Parameters(1);
        try (Learner learner = new Learner(parameters)) {
            Placeholder<TFloat32> token = learner.input(4);
            Regressor net = new Regressor("t", 4, 2, 8, true, HEAD);
            Regressor.Pass pass = net.apply(learner.tf(), learner.weights(), token, Dropout.NONE);
            Gaussian answer = HEAD.answer(learner.tf(), pass.numbers());
            Matrix wild = new Matrix(2, 4, new float[] {1e4f, -1e4f, 1e4f, 1, 0, 0, -1e5f, 7});
            for (float mean : learner.run(answer.mean(), Map.of(token, wild)).values()) {
                assertThat(Math.exp(mean)).isBetween(0.049, 77.1);
            }
            for (float scale : learner.run(answer.scale(), Map.of(token, wild)).values()) {
                assertThat(scale).isPositive();
            }
        }
    }
}
