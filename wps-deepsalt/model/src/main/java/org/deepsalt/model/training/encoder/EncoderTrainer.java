/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.ParallelTasks;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.AutoencoderSettings;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Trains {@link Encoders} by stages 1 to 3 of the paper: inputs, an autoencoder per domain, and their alignment. Inputs
 * and standardisers are fitted on what is learned from and on nothing else. Holds nothing but its settings.
 */
public final class EncoderTrainer {
    private final TrainingSettings settings;

    /** A trainer by the stages 1 to 3 of these settings. */
    public EncoderTrainer(TrainingSettings settings) {
        this.settings = settings;
    }

    /**
     * Autoencoders that know their own spectra, and nothing of each other.
     *
     * @param nets both, with what their spectra become before them
     * @param learned their parameters
     * @param augmentation of the satellite's spectra
     * @param laboratory spectra of the library as its autoencoder takes them, one row per sample
     * @param trainingRows of them that it has learned from
     * @param satellite reflectances of the unlabelled pixels, one row per pixel
     */
    public record Apart(
            EncoderNets nets,
            Parameters learned,
            SceneAugmentation augmentation,
            Matrix laboratory,
            int[] trainingRows,
            Matrix satellite) {}

    /**
     * Trains an autoencoder for each kind of spectra.
     *
     * @param laboratory absorbances of the library, one row per sample
     * @param trainingRows rows of the library that its input and autoencoder may learn from
     * @param satellite reflectances of the unlabelled pixels, one row per pixel, one column per band
     * @param bands of the reflectances
     * @param vegetation canopies of the scenes that pixels are varied with; without a row a sketch of one
     */
    public Apart autoencoders(
            Matrix laboratory,
            int[] trainingRows,
            Matrix satellite,
            List<Band> bands,
            Matrix vegetation,
            Progress progress) {
        EncoderNets nets = EncoderNets.fit(laboratory.select(trainingRows), satellite, settings);
        SceneAugmentation augmentation = SceneAugmentation.of(
                        settings.student().tuning().variation(), bands, satellite, settings.seed())
                .withLeaves(vegetation);
        Matrix prepared = nets.laboratoryInput().apply(laboratory);
        Parameters learned = settings.autoencoders().truncated()
                ? truncated(nets)
                : learn(nets, augmentation, prepared.select(trainingRows), satellite, progress);
        return new Apart(nets, learned, augmentation, prepared, trainingRows, satellite);
    }

    /**
     * Aligns the encoders of two autoencoders.
     *
     * @param pairs rows of the laboratory's and the satellite's spectra that belong together
     * @throws org.deepsalt.model.DeepSaltException if the alignment collapses
     */
    public Encoders align(Apart apart, List<Pairing.Pair> pairs, Progress progress) {
        EncoderNets nets = apart.nets;
        AlignmentStage.Couples couples = couples(apart.laboratory, apart.satellite, pairs);
        SplitFractions.Parts parts = settings.alignment().pairs().split(pairs.size(), settings.seed());
        EpochLoop.Outcome aligned = align(nets, couples, parts, apart.learned, progress);
        Parameters parameters = aligned.parameters();
        Encoders.CodeScales scales = new Encoders.CodeScales(
                standard("laboratory", nets.encodeLaboratory(parameters, apart.laboratory.select(apart.trainingRows))),
                standard("satellite", nets.encodeSatellite(parameters, apart.satellite)));
        AlignmentStage.Couples measured = parts.unseen().length > 1 ? couples.select(parts.unseen()) : couples;
        CodeCosines cosines = CodeCosines.of(
                scales.laboratory().apply(nets.encodeLaboratory(parameters, measured.laboratory())),
                scales.satellite().apply(nets.encodeSatellite(parameters, measured.satellite())));
        CollapseCheck.requireDirections(cosines);
        return new Encoders(nets, parameters, scales, apart.augmentation, aligned.curve(), cosines);
    }

    private static Parameters truncated(EncoderNets nets) {
        Parameters both = TruncatedEncoder.of(nets.laboratory());
        both.putAll(TruncatedEncoder.of(nets.satellite()));
        return both;
    }

    /** Trains both autoencoders side by side, each on its own spectra. */
    private Parameters learn(
            EncoderNets nets, SceneAugmentation augmentation, Matrix laboratory, Matrix satellite, Progress progress) {
        AutoencoderSettings stage = settings.autoencoders();
        long seed = settings.seed();
        AutoencoderStage first = new AutoencoderStage(stage.laboratory(), stage.sparsity(), seed);
        AutoencoderStage second = new AutoencoderStage(stage.satellite(satellite.rows()), stage.sparsity(), seed);
        SpectrumInput asItIs = new SpectrumInput.Prepared(laboratory.columns());
        List<EpochLoop.Outcome> learned = ParallelTasks.run(
                List.of(
                        part -> first.train(nets.laboratory(), asItIs, SceneAugmentation.NONE, laboratory, part),
                        part -> second.train(nets.satellite(), nets.satelliteInput(), augmentation, satellite, part)),
                progress);
        Parameters both = learned.get(0).parameters();
        both.putAll(learned.get(1).parameters());
        return both;
    }

    private static AlignmentStage.Couples couples(Matrix laboratory, Matrix satellite, List<Pairing.Pair> pairs) {
        return new AlignmentStage.Couples(
                laboratory.select(pairs.stream().mapToInt(Pairing.Pair::sample).toArray()),
                satellite.select(pairs.stream().mapToInt(Pairing.Pair::pixel).toArray()));
    }

    private EpochLoop.Outcome align(
            EncoderNets nets,
            AlignmentStage.Couples couples,
            SplitFractions.Parts parts,
            Parameters start,
            Progress progress) {
        return new AlignmentStage(
                        settings.alignment().schedule(), settings.alignment().weights(), settings.seed())
                .train(
                        nets.laboratory(),
                        nets.satellite(),
                        nets.satelliteInput(),
                        couples.select(parts.training()),
                        couples.select(parts.validation()),
                        start,
                        progress);
    }

    private Standardiser standard(String domain, Matrix codes) {
        CollapseCheck.requireVariation(domain, codes);
        return settings.preparation().standard(codes);
    }
}
