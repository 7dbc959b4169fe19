/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.FittedBaseline;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.metrics.ErrorDetection;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.metrics.Reliability;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.LabelledTables;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;

/**
 * Trains on a world and compares with its truth. Models answer as maps do, through the exported net; all learn from
 * every label of the budget.
 */
final class Scorer {
    private static final double NANO = 1e-9;

    private final ExperimentWorld world;
    private final Map<Long, List<Pairing.Pair>> pairs = new HashMap<>();

    /** @param world drawn */
    Scorer(ExperimentWorld world) {
        this.world = world;
    }

    /** Trains the default preset with a variant's change. */
    Score model(Variant variant, int budget, long seed, Progress progress) throws IOException {
        TrainingSettings settings = variant.settings().apply(settings(seed));
        TrainingData data = variant.data().apply(world.data(budget, seed));
        long start = System.nanoTime();
        TrainedModel trained = new ModelTrainer(data, settings).train(progress);
        double seconds = (System.nanoTime() - start) * NANO;
        Path folder = Files.createTempDirectory("deepsalt-experiment-");
        try {
            Path net = folder.resolve("net");
            SavedModelWriter.write(trained.net(), trained.parameters(), net);
            try (Estimator estimator = Estimator.load(net, trained.net().inputs());
                    Estimator.Worker worker = estimator.worker()) {
                return score(trained, answers(worker, world.seen()), answers(worker, world.unseen()), seconds);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private TrainingSettings settings(long seed) {
        return Presets.of(Presets.DEFAULT)
                .withRange(world.target().range())
                .withRun(1, Split.Plan.of(Split.Kind.RANDOM), seed);
    }

    private float[] answers(Estimator.Worker worker, Samples samples) {
        int size = samples.size();
        int inputs = worker.pixels().capacity() / Estimator.BATCH;
        int bands = world.bands().size();
        float[] rows = new float[Math.multiplyExact(size, inputs)];
        for (int i = 0; i < size; i++) {
            System.arraycopy(samples.pixels().reflectance().row(i), 0, rows, i * inputs, bands);
            System.arraycopy(samples.pixels().covariates().row(i), 0, rows, i * inputs + bands, inputs - bands);
        }
        return worker.answers(rows, size);
    }

    private Score score(TrainedModel trained, float[] ofSeen, float[] ofUnseen, double seconds) {
        double threshold = trained.applicabilityThreshold();
        Intervals intervals = trained.calibration()
                .intervals(Evaluation.CONFIDENCE, threshold, trained.net().range());
        Predictions seen = intervals.predictions(world.seen().labels(), ofSeen);
        Predictions unseen = intervals.predictions(world.unseen().labels(), ofUnseen);
        RegressionMetrics figures = RegressionMetrics.of(seen.observed(), seen.estimate());
        float[] saline =
                trained.exceedance().above(Exceedance.SALINE, threshold).of(ofSeen);
        return ScoreBuilder.builder()
                .mae(figures.mae())
                .r2(figures.r2())
                .coverage(coverage(seen))
                .brier(brier(saline))
                .unseenMae(mae(unseen.observed(), unseen.estimate()))
                .unseenCoverage(coverage(unseen))
                .flagged(ErrorDetection.of(unseen, 2 * figures.mae(), threshold).share())
                .seconds(seconds)
                .build();
    }

    /** NaN where there is nothing to compare with. */
    private static double mae(float[] observed, float[] estimate) {
        return observed.length == 0
                ? Double.NaN
                : RegressionMetrics.of(observed, estimate).mae();
    }

    private static double coverage(Predictions predictions) {
        int covered = 0;
        for (boolean one : predictions.covered()) {
            covered += one ? 1 : 0;
        }
        return covered / (double) predictions.size();
    }

    /** Of the probability that ECe lies above the threshold of saline soils; NaN for other targets. */
    private double brier(float[] saline) {
        return world.target() == Target.ECE
                ? Reliability.of(Exceedance.SALINE, saline, world.seen().labels())
                        .brier()
                : Double.NaN;
    }

    /**
     * Tunes and fits a baseline on the same labels and, where it wants them, weak ones: the laboratory's at the nearest
     * pixels, or at those that the model would pair by spectrum.
     */
    Score baseline(Comparator comparator, int budget, long seed, Progress progress) {
        TrainingData data = world.data(budget, seed);
        int[] all = IntStream.range(0, data.labels().length).toArray();
        Split everything = new Split(all, new int[0], new int[0], new int[0], new int[0]);
        Coordinates samples =
                new Coordinates(data.library().longitude(), data.library().latitude());
        TrainingTable table = LabelledTables.of(
                data,
                everything,
                comparator.modelPairs()
                        ? pairs.computeIfAbsent(
                                seed, key -> Pairing.likeliest(ModelTrainer.pairs(data, settings(seed), progress)))
                        : Pairing.find(samples, data.unlabelled().coordinates(), 1),
                world.target().range());
        FittedBaseline fitted = comparator.baseline().fit(table, seed, progress);
        float[] seen = fitted.predict(world.seen().pixels());
        RegressionMetrics figures = RegressionMetrics.of(world.seen().labels(), seen);
        List<int[]> folds = everything.folds(Split.Kind.RANDOM, data.labelled(), Split.FOLDS, seed);
        double unseen =
                mae(world.unseen().labels(), fitted.predict(world.unseen().pixels()));
        return ScoreBuilder.builder()
                .mae(figures.mae())
                .r2(figures.r2())
                .coverage(Double.NaN)
                .brier(brier(probabilities(fitted, data, folds, seen)))
                .unseenMae(unseen)
                .unseenCoverage(Double.NaN)
                .flagged(Double.NaN)
                .seconds(fitted.seconds())
                .build();
    }

    /** By estimates of the labelled pixels that the method had left out. */
    private static float[] probabilities(
            FittedBaseline fitted, TrainingData data, List<int[]> folds, float[] estimates) {
        int size = folds.stream().mapToInt(fold -> fold.length).sum();
        double[] logs = new double[size];
        boolean[] above = new boolean[size];
        int at = 0;
        for (int[] fold : folds) {
            int[] left = fold.clone();
            Arrays.sort(left);
            int[] others = IntStream.range(0, data.labels().length)
                    .filter(row -> Arrays.binarySearch(left, row) < 0)
                    .toArray();
            double[] held = fitted.tuned()
                    .learn(others, Progress.SILENT)
                    .apply(data.labelled().select(fold));
            for (int i = 0; i < fold.length; i++) {
                logs[at] = held[i];
                above[at++] = data.labels()[fold[i]] > Exceedance.SALINE;
            }
        }
        LogisticCalibration calibration = LogisticCalibration.fit(logs, above);
        float[] probabilities = new float[estimates.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = calibration.of(Math.log(estimates[i]));
        }
        return probabilities;
    }
}
