/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class TruncatedEncoderTest {
    @BeforeAll
    static void start() {
        TensorFlow.start(EngineSettings.defaults());
    }

    @Test
    void theCodeIsTheBeginningOfTheSpectrum() {
        Autoencoder net = new Autoencoder("satellite", 5, List.of(8, 6, 3), false);
        Matrix spectra = new Matrix(2, 5, new float[] {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 1, 0, 0.5f, 0.25f, 0.125f});

        Matrix codes = codes(net, spectra);

        assertThat(codes.row(0)).containsExactly(0.1f, 0.2f, 0.3f);
        assertThat(codes.row(1)).containsExactly(1, 0, 0.5f);
    }

    @Test
    void aSpectrumShorterThanTheCodeIsFilledUpWithZeros() {
        Autoencoder net = new Autoencoder("satellite", 2, List.of(4, 3), false);

        assertThat(Arrays.copyOf(
                        codes(net, new Matrix(1, 2, new float[] {0.5f, 1})).row(0), 3))
                .containsExactly(0.5f, 1, 0);
    }

    private static Matrix codes(Autoencoder net, Matrix spectra) {
        try (TrainableGraph graph = new TrainableGraph(TruncatedEncoder.of(net))) {
            Placeholder<TFloat32> in = graph.input(net.inputs());
            return graph.run(net.encode(graph.tf(), graph.weights(), in), Map.of(in, spectra));
        }
    }
}
