/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Looks for the configuration with the least error. A small grid is tried whole; on a large one the search is
 * a coordinate descent, one hyperparameter after the other from the best configuration so far, until a round finds
 * nothing better. Not thread-safe.
 */
public final class Search {
    private static final long MOST_TRIED_WHOLE = 128;
    private static final int MOST_ROUNDS = 3;

    private final List<Hyperparameter<?>> hyperparameters;
    private final BiFunction<Configuration, Score, Score> scorer;
    private final Map<Configuration, Score> tried = new HashMap<>();
    private Configuration best;
    private Score score = Score.WORST;

    /**
     * Prepares a search; nothing is scored yet.
     *
     * @param scorer from a configuration and the best score so far to the score of that configuration
     */
    public Search(List<Hyperparameter<?>> hyperparameters, BiFunction<Configuration, Score, Score> scorer) {
        this.hyperparameters = hyperparameters;
        this.scorer = scorer;
        this.best = Configuration.start(hyperparameters);
    }

    /** Scores configurations until the search ends; {@link #best} has the result. */
    public void run() {
        consider(best);
        if (size() <= MOST_TRIED_WHOLE) {
            tryAll(best, 0);
            return;
        }
        Configuration before = null;
        for (int round = 0; round < MOST_ROUNDS && !best.equals(before); round++) {
            before = best;
            for (int hyperparameter = 0; hyperparameter < hyperparameters.size(); hyperparameter++) {
                tryAlong(hyperparameter, best);
            }
        }
    }

    /** The configuration with the least error; before the search, the start values. */
    public Configuration best() {
        return best;
    }

    /** The score of {@link #best}; {@link Score#WORST} before the search. */
    public Score score() {
        return score;
    }

    /** Number of configurations that were scored. */
    public int tried() {
        return tried.size();
    }

    private long size() {
        return hyperparameters.stream()
                .mapToLong(hyperparameter -> hyperparameter.values().size())
                .reduce(1, Math::multiplyExact);
    }

    private void tryAll(Configuration configuration, int hyperparameter) {
        if (hyperparameter == hyperparameters.size()) {
            consider(configuration);
            return;
        }
        for (int position = 0;
                position < hyperparameters.get(hyperparameter).values().size();
                position++) {
            tryAll(configuration.with(hyperparameter, position), hyperparameter + 1);
        }
    }

    private void tryAlong(int hyperparameter, Configuration from) {
        for (int position = 0;
                position < hyperparameters.get(hyperparameter).values().size();
                position++) {
            consider(from.with(hyperparameter, position));
        }
    }

    /** Of equally good choices the first one stays, so that the result does not hang on rounding. */
    private void consider(Configuration configuration) {
        if (tried.containsKey(configuration)) {
            return;
        }
        Score result = scorer.apply(configuration, score);
        tried.put(configuration, result);
        if (result.mae() < score.mae()) {
            best = configuration;
            score = result;
        }
    }
}
