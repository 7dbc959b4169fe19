/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Looks for the choice with the least error. A small grid is tried whole; on a large one the search goes along one axis
 * after the other from the best choice so far, and again until a round finds nothing better. Not thread-safe.
 */
public final class Search {
    private static final long MOST_TRIED_WHOLE = 128;
    private static final int MOST_ROUNDS = 3;

    private final List<Hyperparameter<?>> axes;
    private final BiFunction<Configuration, Score, Score> scorer;
    private final Map<Configuration, Score> tried = new HashMap<>();
    private Configuration best;
    private Score score = Score.WORST;

    /**
     * Prepares a search.
     *
     * @param scorer from a choice and the best score so far to the score of that choice
     */
    public Search(List<Hyperparameter<?>> axes, BiFunction<Configuration, Score, Score> scorer) {
        this.axes = axes;
        this.scorer = scorer;
        this.best = Configuration.start(axes);
    }

    public void run() {
        consider(best);
        if (size() <= MOST_TRIED_WHOLE) {
            tryAll(best, 0);
            return;
        }
        Configuration before = null;
        for (int round = 0; round < MOST_ROUNDS && !best.equals(before); round++) {
            before = best;
            for (int axis = 0; axis < axes.size(); axis++) {
                tryAlong(axis, best);
            }
        }
    }

    public Configuration best() {
        return best;
    }

    public Score score() {
        return score;
    }

    public int tried() {
        return tried.size();
    }

    private long size() {
        return axes.stream().mapToLong(axis -> axis.values().size()).reduce(1, Math::multiplyExact);
    }

    private void tryAll(Configuration choice, int axis) {
        if (axis == axes.size()) {
            consider(choice);
            return;
        }
        for (int position = 0; position < axes.get(axis).values().size(); position++) {
            tryAll(choice.with(axis, position), axis + 1);
        }
    }

    private void tryAlong(int axis, Configuration from) {
        for (int position = 0; position < axes.get(axis).values().size(); position++) {
            consider(from.with(axis, position));
        }
    }

    /** Of equally good choices the first one stays, so that the result does not hang on rounding. */
    private void consider(Configuration choice) {
        if (tried.containsKey(choice)) {
            return;
        }
        Score result = scorer.apply(choice, score);
        tried.put(choice, result);
        if (result.mae() < score.mae()) {
            best = choice;
            score = result;
        }
    }
}
