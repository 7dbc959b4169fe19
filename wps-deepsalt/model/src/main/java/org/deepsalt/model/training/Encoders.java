/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.Progress;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.spectra.Matrix;
import org.deepsalt.model.spectra.MinMaxScaler;
import org.deepsalt.model.spectra.Pretreatment;
import org.deepsalt.model.spectra.Standardiser;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stages 1 to 3: scalers, an autoencoder per domain, and their alignment; afterwards laboratory and satellite spectra
 * have codes in one space. Scalers and standardisers are fitted on what is learned from and on nothing else.
 */
final class Encoders {
    private static final float DEVIATIONS = 3;

    private final Autoencoder laboratoryNet;
    private final Autoencoder satelliteNet;
    private final MinMaxScaler laboratoryScaler;
    private final MinMaxScaler satelliteScaler;
    private final Parameters parameters;
    private final Standardiser laboratoryStandard;
    private final Standardiser satelliteStandard;
    private final List<double[]> alignmentCurve;

    /**
     * Learns.
     *
     * @param laboratory absorbances of the library
     * @param satellite reflectances of the unlabelled pixels
     * @param pairs rows of the two that belong together
     */
    Encoders(
            Matrix laboratory,
            Matrix satellite,
            List<Pairing.Pair> pairs,
            TrainingSettings settings,
            Progress progress) {
        this.laboratoryNet = new Autoencoder("laboratory", laboratory.columns(), Autoencoder.PAPER_WIDTHS);
        this.satelliteNet = new Autoencoder("satellite", satellite.columns(), Autoencoder.PAPER_WIDTHS);
        Matrix treated = Pretreatment.apply(laboratory);
        this.laboratoryScaler = MinMaxScaler.around(treated, DEVIATIONS);
        this.satelliteScaler = MinMaxScaler.around(satellite, DEVIATIONS);
        Matrix scaledLaboratory = laboratoryScaler.applyBounded(treated);
        Matrix scaledSatellite = satelliteScaler.apply(satellite);
        long seed = settings.seed();
        Parameters start = new AutoencoderStage(settings.laboratoryAutoencoder(), settings.sparsity(), seed)
                .train(laboratoryNet, scaledLaboratory, progress.part(0, 0.25))
                .parameters();
        start.putAll(new AutoencoderStage(settings.satelliteAutoencoder(), settings.sparsity(), seed)
                .train(satelliteNet, scaledSatellite, progress.part(0.25, 0.65))
                .parameters());
        EpochLoop.Outcome aligned = new AlignmentStage(settings.alignment(), settings.alignmentWeights(), seed)
                .train(
                        laboratoryNet,
                        scaledLaboratory.select(
                                pairs.stream().mapToInt(Pairing.Pair::sample).toArray()),
                        satelliteNet,
                        scaledSatellite.select(
                                pairs.stream().mapToInt(Pairing.Pair::pixel).toArray()),
                        start,
                        progress.part(0.65, 1));
        this.parameters = aligned.parameters();
        this.alignmentCurve = aligned.curve();
        this.laboratoryStandard = Standardiser.fit(encode(laboratoryNet, scaledLaboratory));
        this.satelliteStandard = Standardiser.fit(encode(satelliteNet, scaledSatellite));
    }

    /** Absorbances to standardised codes. */
    Matrix laboratoryCodes(Matrix absorbance) {
        return laboratoryStandard.apply(
                encode(laboratoryNet, laboratoryScaler.applyBounded(Pretreatment.apply(absorbance))));
    }

    /** Reflectances to standardised codes. */
    Matrix satelliteCodes(Matrix reflectance) {
        return satelliteStandard.apply(encode(satelliteNet, satelliteScaler.apply(reflectance)));
    }

    private Matrix encode(Autoencoder net, Matrix scaled) {
        try (Learner learner = new Learner(parameters)) {
            Placeholder<TFloat32> spectra = learner.input(net.inputs());
            return learner.run(net.encode(learner.tf(), learner.weights(), spectra), Map.of(spectra, scaled));
        }
    }

    Autoencoder satelliteNet() {
        return satelliteNet;
    }

    MinMaxScaler satelliteScaler() {
        return satelliteScaler;
    }

    Standardiser satelliteStandard() {
        return satelliteStandard;
    }

    Parameters parameters() {
        return parameters;
    }

    List<double[]> alignmentCurve() {
        return alignmentCurve;
    }
}
