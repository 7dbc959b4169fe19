/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.Baseline;
import org.deepsalt.model.baselines.FittedBaseline;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.store.Folders;
import org.deepsalt.model.training.BaselineComparison;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;

/**
 * Trains on a world and compares with its truth. Models answer as maps do, through the exported net; baselines learn
 * from every label of the budget, models hold a part of theirs back to know their own error.
 */
final class Scorer {
    private static final double NANO = 1e-9;

    private final ExperimentWorld world;

    Scorer(ExperimentWorld world) {
        this.world = world;
    }

    /** Trains the default preset with a variant's change. */
    Score model(Variant variant, int budget, long seed, Progress progress) throws IOException {
        TrainingSettings settings = variant.settings()
                .apply(Presets.of(Presets.DEFAULT)
                        .withRange(world.target().range())
                        .withRun(1, Split.Plan.of(Split.Kind.RANDOM), seed));
        TrainingData data = variant.data().apply(world.data(budget, seed));
        long start = System.nanoTime();
        TrainedModel trained = new ModelTrainer(data, settings).train(progress);
        double seconds = (System.nanoTime() - start) * NANO;
        Path folder = Files.createTempDirectory("deepsalt-experiment-");
        try {
            Path net = folder.resolve("net");
            SavedModelWriter.write(trained.net(), trained.parameters(), net);
            Intervals intervals = trained.calibration()
                    .intervals(
                            Evaluation.CONFIDENCE,
                            trained.applicabilityThreshold(),
                            trained.net().range());
            try (Estimator estimator = Estimator.load(net, trained.net().inputs());
                    Estimator.Worker worker = estimator.worker()) {
                return score(
                        predictions(worker, intervals, world.seen(), estimator.inputs()),
                        predictions(worker, intervals, world.unseen(), estimator.inputs()),
                        trained.applicabilityThreshold(),
                        seconds);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private Predictions predictions(Estimator.Worker worker, Intervals intervals, Samples samples, int inputs) {
        int size = samples.size();
        float[] answers = new float[size * EstimatorNet.OUTPUTS];
        float[] batch = new float[Estimator.BATCH * EstimatorNet.OUTPUTS];
        int bands = world.bands().size();
        for (int from = 0; from < size; from += Estimator.BATCH) {
            int count = Math.min(Estimator.BATCH, size - from);
            for (int i = 0; i < count; i++) {
                worker.pixels().put(i * inputs, samples.pixels().reflectance().row(from + i));
                worker.pixels()
                        .put(i * inputs + bands, samples.pixels().covariates().row(from + i), 0, inputs - bands);
            }
            worker.run(count, batch);
            System.arraycopy(batch, 0, answers, from * EstimatorNet.OUTPUTS, count * EstimatorNet.OUTPUTS);
        }
        return intervals.predictions(samples.labels(), answers);
    }

    private static Score score(Predictions seen, Predictions unseen, double threshold, double seconds) {
        RegressionMetrics figures = RegressionMetrics.of(seen.observed(), seen.estimate());
        int bad = 0;
        int flagged = 0;
        for (int i = 0; i < unseen.size(); i++) {
            if (Math.abs(unseen.estimate()[i] - unseen.observed()[i]) > 2 * figures.mae()) {
                bad++;
                flagged += unseen.dissimilarity()[i] > threshold ? 1 : 0;
            }
        }
        return new Score(
                figures.mae(),
                figures.r2(),
                coverage(seen),
                mae(unseen.observed(), unseen.estimate()),
                coverage(unseen),
                flagged / (double) bad,
                seconds);
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

    /** Tunes and fits a baseline on the same labels and, where it wants them, the nearest pixels of the library. */
    Score baseline(Baseline baseline, int budget, long seed, Progress progress) {
        TrainingData data = world.data(budget, seed);
        Coordinates samples =
                new Coordinates(data.library().longitude(), data.library().latitude());
        int[] all = IntStream.range(0, budget).toArray();
        Split everything = new Split(all, new int[0], new int[0], new int[0], new int[0]);
        BaselineComparison comparison = new BaselineComparison(
                data,
                everything,
                Pairing.find(samples, data.unlabelled().coordinates(), 1),
                world.target().range());
        FittedBaseline fitted = baseline.fit(comparison.table(), seed, progress);
        RegressionMetrics seen = RegressionMetrics.of(
                world.seen().labels(), fitted.predict(world.seen().pixels()));
        double unseen =
                mae(world.unseen().labels(), fitted.predict(world.unseen().pixels()));
        return new Score(seen.mae(), seen.r2(), Double.NaN, unseen, Double.NaN, Double.NaN, fitted.seconds());
    }
}
