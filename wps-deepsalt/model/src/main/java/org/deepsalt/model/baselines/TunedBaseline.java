/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.features.FeatureMaker;
import org.deepsalt.model.baselines.regression.RegressionMethod;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.baselines.search.Score;
import org.deepsalt.model.baselines.search.Search;
import org.deepsalt.model.pixels.Pixels;

/**
 * A method whose features and settings are searched for by cross validation, all on one grid.
 *
 * @param features how pixels are described
 * @param searcher the method as the search tries it
 * @param finisher the same method as it learns in the end, with more trees
 */
record TunedBaseline(
        String name,
        String description,
        FeatureMaker features,
        RegressionMethod searcher,
        RegressionMethod finisher,
        Weighting weighting)
        implements Baseline {
    private static final int LEAST_LABELS = 20;
    private static final int MOST_SEARCHED = 2000;
    private static final double SEARCH = 0.9;

    @Override
    public FittedBaseline fit(TrainingTable table, long seed, Progress progress) {
        long start = System.nanoTime();
        Tuning tuning = search(table, seed, progress.part(0, SEARCH));
        int[] all = IntStream.range(0, table.labelled().size()).toArray();
        Function<Pixels, double[]> learned = tuning.method.learn(all, progress.part(SEARCH, 1));
        return new FittedBaseline(
                tuning.method.settings(),
                tuning.search.score().mae(),
                tuning.search.tried(),
                (System.nanoTime() - start) / 1e9,
                tuning.method,
                pixels -> answers(learned.apply(pixels)));
    }

    private record Tuning(TunedMethod method, Search search) {}

    private Tuning search(TrainingTable table, long seed, Progress progress) {
        if (table.labelled().size() < LEAST_LABELS) {
            throw new InvalidRequestException(List.of("baseline '" + name + "' has "
                    + table.labelled().size() + " labels to learn from, wanted at least " + LEAST_LABELS
                    + ": give more samples"));
        }
        FeatureMaker.Prepared prepared = features.prepare(table);
        int[] shuffled = shuffled(table.labelled().size(), seed);
        boolean inPart = shuffled.length > MOST_SEARCHED;
        TrainingTable part = inPart
                ? table.withLabelled(IntStream.of(shuffled).limit(MOST_SEARCHED).toArray())
                : table;
        Search search = search(part, prepared, seed, progress);
        Configuration configuration = search.best();
        int stage = inPart
                ? stage(table, prepared, configuration, shuffled, seed)
                : search.score().stage();
        TunedMethod method = new TunedMethod(
                table, weighting, finisher, configuration, prepared.transform(configuration), stage, seed);
        return new Tuning(method, search);
    }

    private Search search(TrainingTable table, FeatureMaker.Prepared prepared, long seed, Progress progress) {
        List<Hyperparameter<?>> hyperparameters = new ArrayList<>(prepared.hyperparameters());
        hyperparameters.addAll(weighting.hyperparameters(table));
        hyperparameters.addAll(searcher.hyperparameters());
        CrossValidation validation = new CrossValidation(
                table, prepared, searcher, Folds.split(table.labelled().pixels().coordinates(), seed), weighting, seed);
        int around = 2
                * hyperparameters.stream()
                        .mapToInt(hyperparameter -> hyperparameter.values().size())
                        .sum();
        int[] tried = {0};
        Search search = new Search(hyperparameters, (configuration, best) -> {
            progress.report(Math.min(1.0, (double) tried[0]++ / around), task(tried[0], best));
            return validation.score(configuration, best);
        });
        search.run();
        return search;
    }

    private String task(int count, Score best) {
        return String.format(
                Locale.ROOT,
                "tuning the baseline '%s': setting %d%s",
                name,
                count,
                Double.isFinite(best.mae())
                        ? String.format(Locale.ROOT, ", mean absolute error so far %.2f dS/m", best.mae())
                        : "");
    }

    /** How many stages all rows carry, measured on a fifth of them. */
    private int stage(
            TrainingTable table,
            FeatureMaker.Prepared prepared,
            Configuration configuration,
            int[] shuffled,
            long seed) {
        int[] held = IntStream.of(shuffled).limit(shuffled.length / 5).sorted().toArray();
        return new CrossValidation(table, prepared, finisher, List.of(held), weighting, seed)
                .score(configuration, Score.WORST)
                .stage();
    }

    private static int[] shuffled(int size, long seed) {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(rows, new Random(seed));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private static float[] answers(double[] logs) {
        float[] answers = new float[logs.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = (float) Math.exp(logs[i]);
        }
        return answers;
    }
}
