/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.ParallelTasks;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.AutoencoderSettings;
import org.deepsalt.model.training.settings.Preparation;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.SplitFractions;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stages 1 to 3: scalers, an autoencoder per domain, and their alignment; afterwards laboratory and satellite spectra
 * have codes in one space. Scalers and standardisers are fitted on what is learned from and on nothing else.
 */
public final class Encoders {
    private final Preparation preparation;
    private final Autoencoder laboratoryNet;
    private final Autoencoder satelliteNet;
    private final MinMaxScaler laboratoryScaler;
    private final MinMaxScaler satelliteScaler;
    private final Parameters parameters;
    private final Standardiser laboratoryStandard;
    private final Standardiser satelliteStandard;
    private final List<double[]> alignmentCurve;
    private final CodeCosines cosines;

    /**
     * Learns.
     *
     * @param laboratory absorbances of the library
     * @param trainingRows rows of the library that scaler and autoencoder may learn from
     * @param satellite reflectances of the unlabelled pixels
     * @param shapes scores of the spectral shape that their codes shall predict, one row each; without columns for none
     * @param pairs rows of the two that belong together
     * @throws org.deepsalt.model.DeepSaltException if the alignment collapses
     */
    public Encoders(
            Matrix laboratory,
            int[] trainingRows,
            Matrix satellite,
            Matrix shapes,
            List<Pairing.Pair> pairs,
            TrainingSettings settings,
            Progress progress) {
        this.preparation = settings.preparation();
        this.laboratoryNet = new Autoencoder("laboratory", laboratory.columns(), Autoencoder.PAPER_WIDTHS);
        this.satelliteNet = new Autoencoder("satellite", satellite.columns(), Autoencoder.PAPER_WIDTHS);
        Matrix treated = preparation.treat(laboratory);
        this.laboratoryScaler = preparation.scaler(treated.select(trainingRows));
        this.satelliteScaler = preparation.scaler(satellite);
        Matrix scaledLaboratory = laboratoryScaler.applyBounded(treated);
        Matrix scaledSatellite = satelliteScaler.apply(satellite);
        Matrix learned = scaledLaboratory.select(trainingRows);
        long seed = settings.seed();
        AutoencoderSettings stage2 = settings.autoencoders();
        float shapeWeight = stage2.shape().weight();
        Parameters start = stage2.truncated()
                ? truncated()
                : autoencoders(stage2, learned, scaledSatellite, shapes, seed, progress);
        AlignmentStage.Couples couples = couples(scaledLaboratory, scaledSatellite, shapes, pairs);
        SplitFractions.Parts parts = settings.alignment().pairs().split(pairs.size(), seed);
        EpochLoop.Outcome aligned = new AlignmentStage(
                        settings.alignment().schedule(), settings.alignment().weights(), shapeWeight, seed)
                .train(
                        laboratoryNet,
                        satelliteNet,
                        couples.select(parts.training()),
                        couples.select(parts.validation()),
                        start,
                        progress.part(0.65, 1));
        this.parameters = aligned.parameters();
        this.alignmentCurve = aligned.curve();
        this.laboratoryStandard = standard("laboratory", encode(laboratoryNet, learned));
        this.satelliteStandard = standard("satellite", encode(satelliteNet, scaledSatellite));
        this.cosines = cosines(parts.unseen().length > 1 ? couples.select(parts.unseen()) : couples);
        CollapseCheck.requireDirections(cosines);
    }

    private Parameters truncated() {
        Parameters both = TruncatedEncoder.of(laboratoryNet);
        both.putAll(TruncatedEncoder.of(satelliteNet));
        return both;
    }

    /** Both, each of its own spectra. */
    private Parameters autoencoders(
            AutoencoderSettings stage,
            Matrix laboratory,
            Matrix satellite,
            Matrix shapes,
            long seed,
            Progress progress) {
        AutoencoderStage first = new AutoencoderStage(stage.laboratory(), stage.sparsity(), 0, seed);
        AutoencoderStage second = new AutoencoderStage(
                stage.satellite(satellite.rows()),
                stage.sparsity(),
                stage.shape().weight(),
                seed);
        List<EpochLoop.Outcome> learned = ParallelTasks.run(
                List.of(
                        part -> first.train(laboratoryNet, laboratory, Matrix.zeros(laboratory.rows(), 0), part),
                        part -> second.train(satelliteNet, satellite, shapes, part)),
                progress.part(0, 0.65));
        Parameters both = learned.get(0).parameters();
        both.putAll(learned.get(1).parameters());
        return both;
    }

    private static AlignmentStage.Couples couples(
            Matrix laboratory, Matrix satellite, Matrix shapes, List<Pairing.Pair> pairs) {
        int[] pixels = pairs.stream().mapToInt(Pairing.Pair::pixel).toArray();
        return new AlignmentStage.Couples(
                laboratory.select(pairs.stream().mapToInt(Pairing.Pair::sample).toArray()),
                satellite.select(pixels),
                shapes.select(pixels));
    }

    private Standardiser standard(String domain, Matrix codes) {
        CollapseCheck.requireVariation(domain, codes);
        return preparation.standard(codes);
    }

    private CodeCosines cosines(AlignmentStage.Couples couples) {
        return CodeCosines.of(
                laboratoryStandard.apply(encode(laboratoryNet, couples.laboratory())),
                satelliteStandard.apply(encode(satelliteNet, couples.satellite())));
    }

    /** Absorbances to codes as the teacher sees them. */
    public Matrix laboratoryCodes(Matrix absorbance) {
        return laboratoryStandard.apply(
                encode(laboratoryNet, laboratoryScaler.applyBounded(preparation.treat(absorbance))));
    }

    /** Reflectances to codes as the student sees them. */
    public Matrix satelliteCodes(Matrix reflectance) {
        return satelliteStandard.apply(encode(satelliteNet, satelliteScaler.apply(reflectance)));
    }

    private Matrix encode(Autoencoder net, Matrix scaled) {
        try (TrainableGraph graph = new TrainableGraph(parameters)) {
            Placeholder<TFloat32> spectra = graph.input(net.inputs());
            return graph.run(net.encode(graph.tf(), graph.weights(), spectra), Map.of(spectra, scaled));
        }
    }

    public Autoencoder satelliteNet() {
        return satelliteNet;
    }

    public MinMaxScaler satelliteScaler() {
        return satelliteScaler;
    }

    public Standardiser satelliteStandard() {
        return satelliteStandard;
    }

    /** Both aligned autoencoders. */
    public Parameters parameters() {
        return parameters;
    }

    public List<double[]> alignmentCurve() {
        return alignmentCurve;
    }

    /** How alike codes are, on pairs that the alignment has not seen, or on all where there are none. */
    public CodeCosines cosines() {
        return cosines;
    }
}
