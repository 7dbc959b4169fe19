/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.settings.EncoderShape;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Inputs and autoencoders of both domains, without what the autoencoders learn: that is in {@link Parameters}.
 *
 * @param laboratoryInput absorbances to what the laboratory's autoencoder takes
 * @param laboratory autoencoder of the prepared laboratory spectra
 * @param satelliteInput reflectances to what the satellite's autoencoder takes, a part of its graph
 * @param satellite autoencoder of the satellite spectra
 */
record EncoderNets(
        LaboratoryInput laboratoryInput, Autoencoder laboratory, SpectrumInput satelliteInput, Autoencoder satellite) {
    private static final int MOST_REFERENCES = 4096;

    /**
     * Fits the inputs to spectra and shapes the autoencoders after them.
     *
     * @param laboratory absorbances that may be learned from, one row per sample
     * @param satellite reflectances of the unlabelled pixels, one row per pixel
     */
    static EncoderNets fit(Matrix laboratory, Matrix satellite, TrainingSettings settings) {
        EncoderShape shape = settings.autoencoders().shape();
        LaboratoryInput laboratoryInput = LaboratoryInput.fit(settings.preparation(), laboratory, shape.scores());
        SpectrumInput satelliteInput = shape.scores() == 0
                ? new SpectrumInput.Scaled(settings.preparation().scaler(satellite))
                : SpectrumInput.Scores.fit(thinned(satellite, settings.seed()), shape.scores());
        boolean unbounded = shape.scores() > 0;
        return new EncoderNets(
                laboratoryInput,
                new Autoencoder("laboratory", laboratoryInput.size(), shape.widths(), unbounded),
                satelliteInput,
                new Autoencoder("satellite", satelliteInput.size(), shape.widths(), unbounded));
    }

    /** Principal components need no more rows than that. */
    private static Matrix thinned(Matrix rows, long seed) {
        int[] order = Rows.shuffled(Rows.range(0, rows.rows()), new Random(seed));
        return rows.select(Arrays.copyOf(order, Math.min(MOST_REFERENCES, order.length)));
    }

    /** Codes of prepared laboratory spectra, one row per spectrum, before they are standardised. */
    Matrix encodeLaboratory(Parameters trained, Matrix prepared) {
        return encode(laboratory, new SpectrumInput.Prepared(prepared.columns()), trained, prepared);
    }

    /** Codes of reflectances, one row per pixel, before they are standardised. */
    Matrix encodeSatellite(Parameters trained, Matrix reflectance) {
        return encode(satellite, satelliteInput, trained, reflectance);
    }

    private static Matrix encode(Autoencoder net, SpectrumInput input, Parameters trained, Matrix spectra) {
        try (TrainableGraph graph = new TrainableGraph(trained)) {
            Placeholder<TFloat32> raw = graph.input(spectra.columns());
            return graph.run(
                    net.encode(graph.tf(), graph.weights(), input.apply(graph.tf(), raw)), Map.of(raw, spectra));
        }
    }
}
