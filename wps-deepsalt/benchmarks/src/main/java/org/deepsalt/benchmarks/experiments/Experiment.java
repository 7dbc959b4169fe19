/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.util.List;
import java.util.stream.DoubleStream;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.reading.UnmeasuredSamples;
import org.deepsalt.model.training.settings.AlignmentWeights;
import org.deepsalt.model.training.settings.DistillationWeights;
import org.deepsalt.model.training.settings.FineTuning;
import org.deepsalt.model.training.settings.SceneVariation;
import org.deepsalt.model.training.settings.TrainingSettings;

/** The questions that one command each answers. */
// The lists are constants that List.of made.
@SuppressWarnings("ImmutableEnumChecker")
enum Experiment {
    /** What the laboratory, the alignment, the teacher, the spectra and the covariates bring, beside other methods. */
    COMPARATORS(
            true,
            List.of(
                    Variant.of("default", settings -> settings),
                    Variant.of("weak labels, no laboratory spectra", Experiment::withoutLaboratorySpectra),
                    Variant.of("small end-to-end net without laboratory", Experiment::withoutLaboratory),
                    Variant.of("nearest pixels instead of pairs by spectrum", Experiment::nearest),
                    Variant.of("one student instead of an ensemble's", Experiment::withoutEnsemble),
                    Variant.of("without a forest in the ensemble", Experiment::withoutForest),
                    Variant.of("an encoder that stays as it was aligned", Experiment::frozen),
                    Variant.of("pixels as they are, without scene-like variation", Experiment::unvaried),
                    Variant.of("without leaves in the scene-like variation", Experiment::bare),
                    Variant.of("no alignment", Experiment::withoutAlignment),
                    Variant.of("truncated spectra instead of codes", Experiment::truncated),
                    Variant.of("no distillation", Experiment::withoutDistillation),
                    Variant.ofData("EnMAP only", Experiment::withoutCovariates))),
    /** Default and the comparator that is hardest to beat, for a quick answer. */
    PAIRS(
            false,
            List.of(
                    Variant.of("default", settings -> settings),
                    Variant.of("weak labels, no laboratory spectra", Experiment::withoutLaboratorySpectra))),
    /** Other methods alone. */
    BASELINES(true, List.of()),
    /** Another property of the soil: organic carbon in g/kg, against field samples that were not learned from. */
    CARBON(
            Target.CARBON,
            true,
            List.of(
                    Variant.of("default", settings -> settings),
                    Variant.of("weak labels, no laboratory spectra", Experiment::withoutLaboratorySpectra))),
    /** A world that others made, see {@link ExternalWorld}. */
    EXTERNAL(
            true,
            List.of(
                    Variant.of("default", settings -> settings),
                    Variant.of("without a forest in the ensemble", Experiment::withoutForest),
                    Variant.of("small end-to-end net without laboratory", Experiment::withoutLaboratory))),
    /** What laboratory spectra bring of which some alone have a measured property; budgets are numbers of these. */
    LABORATORY(
            false,
            List.of(
                    Variant.ofData("default, the other spectra read", Experiment::withReadings),
                    Variant.ofData("default, the other spectra left out", Experiment::measuredAlone),
                    new Variant(
                            "weak labels, no laboratory spectra",
                            Experiment::withoutLaboratorySpectra,
                            Experiment::measuredAlone))),
    /** Real soils of countries that nothing was learned from, see {@link org.deepsalt.benchmarks.experiments.real}. */
    REAL(false, List.of()),
    /** Real soils too: whether a mid-infrared teacher helps a near-infrared student. */
    CROSSMODAL(false, List.of()),
    /** How well a laboratory encoder that learned synthetic mid-infrared spectra rebuilds real ones. */
    MIR(false, List.of()),
    /** How far around its recorded place a sample's pixel is looked for. */
    DISTANCE(
            false,
            DoubleStream.of(0.5, 1, 2, 5)
                    .mapToObj(reach -> Variant.of(
                            reach + " km", settings -> settings.withRun(reach, settings.split(), settings.seed())))
                    .toList()),
    /** What the alignment minimises, and whose decoders hold against it. */
    ALIGNMENT(
            false,
            List.of(
                    weights("both decoders, cosine, contrast", new AlignmentWeights(1, 1, 1, 1, 0.2f, true)),
                    weights("both decoders and cosine", new AlignmentWeights(1, 1, 1, 0, 0.2f, true)),
                    weights("satellite's decoder and cosine", new AlignmentWeights(0, 1, 1, 0, 0.2f, true)),
                    weights("laboratory's decoder and cosine", new AlignmentWeights(1, 0, 1, 0, 0.2f, true)),
                    weights("cosine alone", new AlignmentWeights(0, 0, 1, 0, 0.2f, true)))),
    /** Which of the teacher's layers count how much in the distillation. */
    LAYERS(
            false,
            List.of(
                    distillation(
                            "decaying 1.35 / 1.05 / 0.65",
                            new DistillationWeights(1, 0.1f, 0.1f, List.of(1.35f, 1.05f, 0.65f))),
                    distillation("uniform", new DistillationWeights(1, 0.1f, 0.1f, List.of(1f, 1f, 1f))),
                    distillation("the paper's weights of the terms", DistillationWeights.PAPER)));

    private final Target target;
    private final boolean baselines;
    private final List<Variant> variants;

    Experiment(boolean baselines, List<Variant> variants) {
        this(Target.ECE, baselines, variants);
    }

    Experiment(Target target, boolean baselines, List<Variant> variants) {
        this.target = target;
        this.baselines = baselines;
        this.variants = variants;
    }

    /** Whether it asks real soils, not a world. */
    boolean isReal() {
        return this == REAL || this == CROSSMODAL || this == MIR;
    }

    /** Whether some of its rows may be asked for. */
    boolean hasRows() {
        return this != CROSSMODAL && this != MIR;
    }

    /** What is learned. */
    Target target() {
        return target;
    }

    /** Other methods that are measured too. */
    List<Comparator> baselines() {
        return baselines ? Comparator.all() : List.of();
    }

    List<Variant> variants() {
        return variants;
    }

    private static Variant weights(String name, AlignmentWeights weights) {
        return Variant.of(
                name, settings -> settings.withAlignment(settings.alignment().withWeights(weights)));
    }

    private static Variant distillation(String name, DistillationWeights terms) {
        return Variant.of(
                name, settings -> settings.withStudent(settings.student().withDistillation(terms)));
    }

    private static TrainingSettings nearest(TrainingSettings settings) {
        return settings.withPairing(Pairing.Kind.NEAREST);
    }

    private static TrainingSettings withoutEnsemble(TrainingSettings settings) {
        return settings.withStudent(settings.student().withoutEnsemble());
    }

    private static TrainingSettings withoutForest(TrainingSettings settings) {
        return settings.withStudent(settings.student().withForest(false));
    }

    private static TrainingSettings frozen(TrainingSettings settings) {
        FineTuning usual = settings.student().tuning();
        return settings.withStudent(
                settings.student().withTuning(new FineTuning(0, usual.variation(), usual.droppedCovariates())));
    }

    private static TrainingSettings unvaried(TrainingSettings settings) {
        FineTuning usual = settings.student().tuning();
        return settings.withStudent(settings.student()
                .withTuning(new FineTuning(usual.encoderRate(), SceneVariation.NONE, usual.droppedCovariates())));
    }

    private static TrainingSettings bare(TrainingSettings settings) {
        FineTuning usual = settings.student().tuning();
        return settings.withStudent(settings.student()
                .withTuning(new FineTuning(
                        usual.encoderRate(), usual.variation().withoutCover(), usual.droppedCovariates())));
    }

    private static TrainingSettings withoutAlignment(TrainingSettings settings) {
        TrainingSettings.Epochs usual = settings.epochs();
        return settings.withEpochs(new TrainingSettings.Epochs(
                usual.laboratory(), usual.satellite(), 0, usual.teacher(), usual.student()));
    }

    private static TrainingSettings truncated(TrainingSettings settings) {
        return withoutAlignment(
                frozen(settings.withAutoencoders(settings.autoencoders().withTruncation())));
    }

    private static TrainingSettings withoutDistillation(TrainingSettings settings) {
        return settings.withStudent(settings.student()
                .withDistillation(new DistillationWeights(1, 0, 0, DistillationWeights.PAPER.layers())));
    }

    /** Autoencoder of all pixels and the laboratory's EC at the nearest pixels: all that is had without a spectrum. */
    private static TrainingSettings withoutLaboratorySpectra(TrainingSettings settings) {
        return withoutDistillation(withoutAlignment(nearest(settings)));
    }

    private static TrainingSettings withoutLaboratory(TrainingSettings settings) {
        TrainingSettings alone = withoutLaboratorySpectra(settings);
        return alone.withStudent(alone.student().withWeakLabels(false));
    }

    private static TrainingData withoutCovariates(TrainingData data) {
        return new TrainingData(
                data.bands(),
                List.of(),
                withoutCovariates(data.labelled()),
                data.labels(),
                withoutCovariates(data.unlabelled()),
                data.library());
    }

    private static TrainingData withReadings(TrainingData data) {
        return data.withLibrary(
                UnmeasuredSamples.read(data.library(), Target.ECE.range(), 1).library());
    }

    private static TrainingData measuredAlone(TrainingData data) {
        return data.withLibrary(data.library().select(data.library().measured()));
    }

    static Pixels withoutCovariates(Pixels pixels) {
        return new Pixels(pixels.reflectance(), Matrix.zeros(pixels.size(), 0), pixels.coordinates(), pixels.regions());
    }
}
