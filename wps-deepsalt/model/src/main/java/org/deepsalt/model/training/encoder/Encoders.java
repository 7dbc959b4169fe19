/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.CovariateInput;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.ParallelTasks;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.AutoencoderSettings;
import org.deepsalt.model.training.settings.EncoderShape;
import org.deepsalt.model.training.settings.Preparation;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.SplitFractions;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stages 1 to 3: inputs, an autoencoder per domain, and their alignment; afterwards laboratory and satellite spectra
 * have codes in one space. Inputs and standardisers are fitted on what is learned from and on nothing else.
 */
public final class Encoders {
    private static final int MOST_REFERENCES = 4096;

    private final Preparation preparation;
    private final LaboratoryInput laboratoryInput;
    private final SpectrumInput satelliteInput;
    private final SceneAugmentation augmentation;
    private final Autoencoder laboratoryNet;
    private final Autoencoder satelliteNet;
    private final Parameters parameters;
    private final Standardiser laboratoryStandard;
    private final Standardiser satelliteStandard;
    private final List<double[]> alignmentCurve;
    private final CodeCosines cosines;

    /**
     * Learns.
     *
     * @param laboratory absorbances of the library
     * @param trainingRows rows of the library that its input and autoencoder may learn from
     * @param satellite reflectances of the unlabelled pixels
     * @param bands of the reflectances
     * @param pairs rows of the two that belong together
     * @throws org.deepsalt.model.DeepSaltException if the alignment collapses
     */
    public Encoders(
            Matrix laboratory,
            int[] trainingRows,
            Matrix satellite,
            List<Band> bands,
            List<Pairing.Pair> pairs,
            TrainingSettings settings,
            Progress progress) {
        long seed = settings.seed();
        AutoencoderSettings stage2 = settings.autoencoders();
        EncoderShape shape = stage2.shape();
        this.preparation = settings.preparation();
        this.laboratoryInput = LaboratoryInput.fit(preparation, laboratory.select(trainingRows), shape.scores());
        this.satelliteInput = shape.scores() == 0
                ? new SpectrumInput.Scaled(preparation.scaler(satellite))
                : SpectrumInput.Scores.fit(thinned(satellite, seed), shape.scores());
        this.augmentation = SceneAugmentation.of(settings.student().tuning().variation(), bands, satellite, seed);
        boolean unbounded = shape.scores() > 0;
        this.laboratoryNet = new Autoencoder("laboratory", laboratoryInput.size(), shape.widths(), unbounded);
        this.satelliteNet = new Autoencoder("satellite", satelliteInput.size(), shape.widths(), unbounded);
        Matrix prepared = laboratoryInput.apply(laboratory);
        Matrix learned = prepared.select(trainingRows);
        Parameters start = stage2.truncated() ? truncated() : autoencoders(stage2, learned, satellite, seed, progress);
        AlignmentStage.Couples couples = couples(prepared, satellite, pairs);
        SplitFractions.Parts parts = settings.alignment().pairs().split(pairs.size(), seed);
        EpochLoop.Outcome aligned = new AlignmentStage(
                        settings.alignment().schedule(), settings.alignment().weights(), seed)
                .train(
                        laboratoryNet,
                        satelliteNet,
                        satelliteInput,
                        couples.select(parts.training()),
                        couples.select(parts.validation()),
                        start,
                        progress.part(0.65, 1));
        this.parameters = aligned.parameters();
        this.alignmentCurve = aligned.curve();
        this.laboratoryStandard = standard("laboratory", encodeLaboratory(learned));
        this.satelliteStandard = standard("satellite", encodeSatellite(satellite));
        this.cosines = cosines(parts.unseen().length > 1 ? couples.select(parts.unseen()) : couples);
        CollapseCheck.requireDirections(cosines);
    }

    /** Components need no more rows than that. */
    private static Matrix thinned(Matrix rows, long seed) {
        int[] order = Rows.shuffled(Rows.range(0, rows.rows()), new Random(seed));
        return rows.select(Arrays.copyOf(order, Math.min(MOST_REFERENCES, order.length)));
    }

    private Parameters truncated() {
        Parameters both = TruncatedEncoder.of(laboratoryNet);
        both.putAll(TruncatedEncoder.of(satelliteNet));
        return both;
    }

    /** Both, each of its own spectra. */
    private Parameters autoencoders(
            AutoencoderSettings stage, Matrix laboratory, Matrix satellite, long seed, Progress progress) {
        AutoencoderStage first = new AutoencoderStage(stage.laboratory(), stage.sparsity(), seed);
        AutoencoderStage second = new AutoencoderStage(stage.satellite(satellite.rows()), stage.sparsity(), seed);
        SpectrumInput asItIs = new SpectrumInput.Prepared(laboratory.columns());
        List<EpochLoop.Outcome> learned = ParallelTasks.run(
                List.of(
                        part -> first.train(laboratoryNet, asItIs, SceneAugmentation.NONE, laboratory, part),
                        part -> second.train(satelliteNet, satelliteInput, augmentation, satellite, part)),
                progress.part(0, 0.65));
        Parameters both = learned.get(0).parameters();
        both.putAll(learned.get(1).parameters());
        return both;
    }

    private static AlignmentStage.Couples couples(Matrix laboratory, Matrix satellite, List<Pairing.Pair> pairs) {
        return new AlignmentStage.Couples(
                laboratory.select(pairs.stream().mapToInt(Pairing.Pair::sample).toArray()),
                satellite.select(pairs.stream().mapToInt(Pairing.Pair::pixel).toArray()));
    }

    private Standardiser standard(String domain, Matrix codes) {
        CollapseCheck.requireVariation(domain, codes);
        return preparation.standard(codes);
    }

    private CodeCosines cosines(AlignmentStage.Couples couples) {
        return CodeCosines.of(
                laboratoryStandard.apply(encodeLaboratory(couples.laboratory())), satelliteCodes(couples.satellite()));
    }

    /** Absorbances to codes as the teacher sees them. */
    public Matrix laboratoryCodes(Matrix absorbance) {
        return laboratoryStandard.apply(encodeLaboratory(laboratoryInput.apply(absorbance)));
    }

    /** Reflectances to codes as the student sees them before it learns. */
    public Matrix satelliteCodes(Matrix reflectance) {
        return satelliteStandard.apply(encodeSatellite(reflectance));
    }

    private Matrix encodeLaboratory(Matrix prepared) {
        return encode(laboratoryNet, new SpectrumInput.Prepared(prepared.columns()), prepared);
    }

    private Matrix encodeSatellite(Matrix reflectance) {
        return encode(satelliteNet, satelliteInput, reflectance);
    }

    private Matrix encode(Autoencoder net, SpectrumInput input, Matrix spectra) {
        try (TrainableGraph graph = new TrainableGraph(parameters)) {
            Placeholder<TFloat32> raw = graph.input(spectra.columns());
            return graph.run(
                    net.encode(graph.tf(), graph.weights(), input.apply(graph.tf(), raw)), Map.of(raw, spectra));
        }
    }

    /** The way from a pixel to its answer, with the encoder as it was aligned. */
    public StudentNet studentNet(CovariateInput covariates, Regressor regressor) {
        return new StudentNet(satelliteInput, satelliteNet, satelliteStandard, covariates, regressor);
    }

    public SceneAugmentation augmentation() {
        return augmentation;
    }

    /** Numbers of a code. */
    public int codeSize() {
        return satelliteNet.codeSize();
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
