/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.Map;
import java.util.Objects;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.settings.AutoencoderSettings;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The laboratory's autoencoder before any alignment, as a training makes it: what it cannot rebuild of other spectra
 * says how unlike they are to those that it has learned from. Immutable; each call opens a TensorFlow session of its
 * own.
 */
public final class LaboratoryAutoencoder {
    private final LaboratoryInput input;
    private final Autoencoder net;
    private final Parameters learned;

    private LaboratoryAutoencoder(LaboratoryInput input, Autoencoder net, Parameters learned) {
        this.input = input;
        this.net = net;
        this.learned = learned;
    }

    /**
     * Fits the input to a library and trains the autoencoder. TensorFlow must have been started.
     *
     * @param absorbance of the library, one row per sample
     * @param settings whose encoder sees principal components of spectra
     */
    public static LaboratoryAutoencoder train(Matrix absorbance, TrainingSettings settings, Progress progress) {
        AutoencoderSettings stage = settings.autoencoders();
        if (stage.shape().scores() == 0) {
            throw new IllegalArgumentException("an encoder of whole spectra, wanted one of principal components");
        }
        LaboratoryInput input = LaboratoryInput.fit(
                settings.preparation(), absorbance, stage.shape().scores());
        Autoencoder net =
                new Autoencoder("laboratory", input.size(), stage.shape().widths(), true);
        Parameters learned = new AutoencoderStage(stage.laboratory(), stage.sparsity(), settings.seed())
                .train(
                        net,
                        new SpectrumInput.Prepared(input.size()),
                        SceneAugmentation.NONE,
                        input.apply(absorbance),
                        progress)
                .parameters();
        return new LaboratoryAutoencoder(input, net, learned);
    }

    /** Spectra as they are before their components are taken: one column per wavenumber. */
    public Matrix treated(Matrix absorbance) {
        return input.preparation().treat(absorbance);
    }

    /** Principal components of the treated spectra, each of deviation 1 in the library; not bounded. */
    public Matrix components(Matrix absorbance) {
        return basis().apply(treated(absorbance));
    }

    /** What the encoder sees: the components, bounded. */
    public Matrix input(Matrix absorbance) {
        return input.apply(absorbance);
    }

    /** What the decoder makes of the codes of inputs. */
    public Matrix rebuilt(Matrix inputs) {
        try (TrainableGraph graph = new TrainableGraph(learned)) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> raw = graph.input(inputs.columns());
            Operand<TFloat32> codes = net.encode(tf, graph.weights(), raw);
            return graph.run(net.decode(tf, graph.weights(), codes), Map.of(raw, inputs));
        }
    }

    /** The treated spectra that components stand for. */
    public Matrix spectra(Matrix components) {
        return basis().undo(components);
    }

    private PrincipalComponents basis() {
        return Objects.requireNonNull(input.components());
    }
}
