/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a model on pixels that it has not learned from, overall and in groups.
 *
 * @param overall figures of all pixels
 * @param classes agreement of the salinity classes; null where the target has none
 * @param ranking how well pixels were put in order; null in cards that do not tell it
 * @param groups one entry per {@link Grouping}, in the order in which they were given
 * @param saline how well the probability of being saline was told; null where it was not, or where the target has none
 * @param land the same figures weighted to the bare pixels of the scenes; null where these are not known
 */
public record Evaluation(
        EvaluationSummary overall,
        @Nullable Confusion classes,
        @Nullable Ranking ranking,
        List<Breakdown> groups,
        @Nullable Reliability saline,
        @Nullable LandFigures land) {
    /** Confidence of the intervals where nobody asks for another. */
    public static final double CONFIDENCE = 0.9;

    /**
     * The figures of one grouping.
     *
     * @param by what the groups differ in
     * @param absent why there are no groups; empty if there are
     * @param groups those with at least one pixel
     * @param empty names of those without a pixel
     */
    public record Breakdown(String by, String absent, List<Group> groups, List<String> empty) {}

    /** The figures of one group. */
    public record Group(String name, EvaluationSummary figures) {}

    /**
     * Error measures of predictions, overall and in groups.
     *
     * @param confidence that the intervals were made for
     * @param groupings of the same pixels; salinity classes are compared if {@link Groupings#SALINITY} is among them
     * @throws DeepSaltException without a pixel: an evaluation of nothing must not look like one
     */
    public static Evaluation of(Predictions predictions, double confidence, List<Grouping> groupings) {
        if (predictions.size() == 0) {
            throw new DeepSaltException("there is no pixel to evaluate the model on, wanted at least one: give samples"
                    + " on bare, unmasked soil of the scenes");
        }
        @Nullable Confusion classes = null;
        List<Breakdown> breakdowns = new ArrayList<>();
        for (Grouping grouping : groupings) {
            breakdowns.add(breakdown(predictions, confidence, grouping));
            if (grouping.by().equals(Groupings.SALINITY) && grouping.exists()) {
                classes = Confusion.of(predictions.observed(), predictions.estimate());
            }
        }
        return new Evaluation(
                EvaluationSummary.of(predictions, confidence),
                classes,
                Ranking.of(predictions),
                breakdowns,
                null,
                null);
    }

    private static Breakdown breakdown(Predictions predictions, double confidence, Grouping grouping) {
        if (!grouping.exists()) {
            return new Breakdown(grouping.by(), grouping.absent(), List.of(), List.of());
        }
        List<String> labels = grouping.labels();
        if (labels.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    predictions.size() + " predictions but " + labels.size() + " labels of " + grouping.by());
        }
        List<String> names = new ArrayList<>(grouping.classes());
        if (labels.contains(Grouping.UNKNOWN) && !names.contains(Grouping.UNKNOWN)) {
            names.add(Grouping.UNKNOWN);
        }
        List<Group> groups = new ArrayList<>();
        List<String> empty = new ArrayList<>();
        for (String name : names) {
            int[] positions = IntStream.range(0, labels.size())
                    .filter(i -> labels.get(i).equals(name))
                    .toArray();
            if (positions.length == 0) {
                empty.add(name);
            } else {
                groups.add(new Group(name, EvaluationSummary.of(predictions.select(positions), confidence)));
            }
        }
        return new Breakdown(grouping.by(), "", groups, empty);
    }

    /**
     * The same of a target in a unit: without salinity classes where it has none. A training does not know the unit.
     */
    public Evaluation in(String unit) {
        if (unit.equals(SalinityClass.UNIT)) {
            return this;
        }
        Breakdown none = new Breakdown(Groupings.SALINITY, Groupings.noClasses(unit), List.of(), List.of());
        return new Evaluation(
                overall,
                null,
                ranking,
                groups.stream()
                        .map(breakdown -> breakdown.by().equals(Groupings.SALINITY) ? none : breakdown)
                        .toList(),
                null,
                land);
    }

    /** The same with how well the probability of being saline was told. */
    public Evaluation with(Reliability reliability) {
        return new Evaluation(overall, classes, ranking, groups, reliability, land);
    }

    /** The same with figures weighted to the land. */
    public Evaluation with(LandFigures weighted) {
        return new Evaluation(overall, classes, ranking, groups, saline, weighted);
    }

    /** The breakdown by something; it must be one of those that were asked for. */
    public Breakdown by(String what) {
        return groups.stream()
                .filter(breakdown -> breakdown.by().equals(what))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing was evaluated by " + what));
    }
}
