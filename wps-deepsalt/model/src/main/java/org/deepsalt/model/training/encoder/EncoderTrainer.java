/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.ParallelTasks;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.AutoencoderSettings;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Stages 1 to 3: fits scalers, trains an autoencoder per domain, and aligns them. Scalers and standardisers are fitted
 * on what is learned from and on nothing else. One thread at a time.
 */
public final class EncoderTrainer {
    private final TrainingSettings settings;

    public EncoderTrainer(TrainingSettings settings) {
        this.settings = settings;
    }

    /**
     * Spectra to learn from.
     *
     * @param laboratory absorbances of the library, one row per sample
     * @param trainingRows rows of the library that scaler and autoencoder may learn from
     * @param satellite reflectances of the unlabelled pixels, 0 to 1, one row per pixel
     * @param shapes scores of the spectral shape that their codes shall predict, one row per pixel; without columns for
     *     none
     * @param pairs rows of the two that belong together
     */
    public record Spectra(
            Matrix laboratory, int[] trainingRows, Matrix satellite, Matrix shapes, List<Pairing.Pair> pairs) {}

    /**
     * Trains and aligns both encoders.
     *
     * @throws org.deepsalt.model.DeepSaltException if a training diverges or the alignment collapses
     */
    public Encoders train(Spectra spectra, Progress progress) {
        Autoencoder laboratory = new Autoencoder("laboratory", spectra.laboratory.columns(), Autoencoder.PAPER_WIDTHS);
        Autoencoder satellite = new Autoencoder("satellite", spectra.satellite.columns(), Autoencoder.PAPER_WIDTHS);
        Matrix treated = settings.preparation().treat(spectra.laboratory);
        MinMaxScaler laboratoryScaler = settings.preparation().scaler(treated.select(spectra.trainingRows));
        MinMaxScaler satelliteScaler = settings.preparation().scaler(spectra.satellite);
        Matrix scaledLaboratory = laboratoryScaler.applyBounded(treated);
        Matrix scaledSatellite = satelliteScaler.apply(spectra.satellite);
        Matrix training = scaledLaboratory.select(spectra.trainingRows);
        Parameters start = settings.autoencoders().truncated()
                ? truncated(laboratory, satellite)
                : autoencoders(laboratory, training, satellite, scaledSatellite, spectra.shapes, progress);
        AlignmentStage.Couples couples = couples(scaledLaboratory, scaledSatellite, spectra.shapes, spectra.pairs);
        SplitFractions.Parts parts = settings.alignment().pairs().split(spectra.pairs.size(), settings.seed());
        EpochLoop.Outcome aligned = new AlignmentStage(
                        settings.alignment().schedule(),
                        settings.alignment().weights(),
                        settings.autoencoders().shape().weight(),
                        settings.seed())
                .train(
                        laboratory,
                        satellite,
                        couples.select(parts.training()),
                        couples.select(parts.validation()),
                        start,
                        progress.part(0.65, 1));
        Encoders.Domain first = domain(laboratory, laboratoryScaler, training, aligned.parameters());
        Encoders.Domain second = domain(satellite, satelliteScaler, scaledSatellite, aligned.parameters());
        CodeCosines cosines = cosines(
                first,
                second,
                aligned.parameters(),
                parts.unseen().length > 1 ? couples.select(parts.unseen()) : couples);
        CollapseCheck.requireDirections(cosines);
        return new Encoders(settings.preparation(), first, second, aligned.parameters(), aligned.curve(), cosines);
    }

    private static Parameters truncated(Autoencoder laboratory, Autoencoder satellite) {
        Parameters both = TruncatedEncoder.of(laboratory);
        both.putAll(TruncatedEncoder.of(satellite));
        return both;
    }

    /** Parameters of both autoencoders, each trained on its own spectra. */
    private Parameters autoencoders(
            Autoencoder laboratory,
            Matrix laboratorySpectra,
            Autoencoder satellite,
            Matrix satelliteSpectra,
            Matrix shapes,
            Progress progress) {
        AutoencoderSettings stage = settings.autoencoders();
        AutoencoderStage first = new AutoencoderStage(stage.laboratory(), stage.sparsity(), 0, settings.seed());
        AutoencoderStage second = new AutoencoderStage(
                stage.satellite(satelliteSpectra.rows()),
                stage.sparsity(),
                stage.shape().weight(),
                settings.seed());
        Matrix none = Matrix.zeros(laboratorySpectra.rows(), 0);
        List<EpochLoop.Outcome> trained = ParallelTasks.run(
                List.of(
                        part -> first.train(laboratory, laboratorySpectra, none, part),
                        part -> second.train(satellite, satelliteSpectra, shapes, part)),
                progress.part(0, 0.65));
        Parameters both = trained.get(0).parameters();
        both.putAll(trained.get(1).parameters());
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

    /** The domain with its codes' standardiser, fitted on scaled spectra that were learned from. */
    private Encoders.Domain domain(Autoencoder net, MinMaxScaler scaler, Matrix scaled, Parameters aligned) {
        Matrix codes = Encoders.encode(net, aligned, scaled);
        CollapseCheck.requireVariation(net.domain(), codes);
        Standardiser standardiser = settings.preparation().standard(codes);
        return new Encoders.Domain(net, scaler, standardiser);
    }

    private static CodeCosines cosines(
            Encoders.Domain laboratory, Encoders.Domain satellite, Parameters aligned, AlignmentStage.Couples couples) {
        return CodeCosines.of(
                laboratory.standardiser().apply(Encoders.encode(laboratory.net(), aligned, couples.laboratory())),
                satellite.standardiser().apply(Encoders.encode(satellite.net(), aligned, couples.satellite())));
    }
}
