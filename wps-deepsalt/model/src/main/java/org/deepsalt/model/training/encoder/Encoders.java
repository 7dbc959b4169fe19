/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.settings.Preparation;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Trained and aligned encoders with their scalers: laboratory and satellite spectra have codes in one space.
 * {@link EncoderTrainer} makes them. Thread-safe.
 *
 * @param preparation of spectra and codes
 * @param laboratory the way from absorbances to codes
 * @param satellite the way from reflectances to codes
 * @param parameters of both aligned autoencoders
 * @param alignmentCurve one entry per epoch of the alignment: training and validation loss
 * @param cosines how alike codes are, on pairs that the alignment has not seen, or on all where there are none
 */
public record Encoders(
        Preparation preparation,
        Domain laboratory,
        Domain satellite,
        Parameters parameters,
        List<double[]> alignmentCurve,
        CodeCosines cosines) {

    /**
     * One domain's net between what scales its spectra and what standardises its codes.
     *
     * @param net the autoencoder, of which the encoder is used
     * @param scaler of the spectra, to [0, 1]
     * @param standardiser of the codes
     */
    public record Domain(Autoencoder net, MinMaxScaler scaler, Standardiser standardiser) {}

    /** Codes of absorbances as the teacher sees them, one row per spectrum. */
    public Matrix laboratoryCodes(Matrix absorbance) {
        Matrix scaled = laboratory.scaler.applyBounded(preparation.treat(absorbance));
        return laboratory.standardiser.apply(encode(laboratory.net, parameters, scaled));
    }

    /** Codes of reflectances as the student sees them, one row per spectrum. */
    public Matrix satelliteCodes(Matrix reflectance) {
        return satellite.standardiser.apply(encode(satellite.net, parameters, satellite.scaler.apply(reflectance)));
    }

    /** Raw codes of scaled spectra. */
    static Matrix encode(Autoencoder net, Parameters parameters, Matrix scaled) {
        try (TrainableGraph graph = new TrainableGraph(parameters)) {
            Placeholder<TFloat32> spectra = graph.input(net.inputs());
            return graph.run(net.encode(graph.tf(), graph.weights(), spectra), Map.of(spectra, scaled));
        }
    }
}
