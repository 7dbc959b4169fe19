/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.split;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;

/**
 * Which labelled pixels serve what: learning, stopping early, calibrating the intervals, testing. No pixel serves two
 * purposes, also if several samples lie on it.
 *
 * @param training rows to learn from, 60 %
 * @param validation rows that say when to stop, 10 %
 * @param calibration rows that set the width of the intervals, 15 %
 * @param test rows that nothing has seen, 15 %, of the same regions as those before
 * @param unseen rows of the region that was withheld, the test of a region without labels; empty unless one was
 */
public record Split(int[] training, int[] validation, int[] calibration, int[] test, int[] unseen) {
    /** Parts in which pixels are left out by turns. */
    public static final int FOLDS = 5;

    private static final double[] ENDS = {0.60, 0.70, 0.85};

    /** How rows are assigned to the parts. */
    public enum Kind {
        /** Each pixel by itself: optimistic, since neighbours resemble each other. */
        RANDOM,
        /**
         * Whole blocks of neighbouring pixels, which do not overlap: test pixels have no training neighbours but across
         * the edge of their block.
         */
        CLUSTER,
        /** One region withheld from everything but the last test, the others assigned as with {@link #RANDOM}. */
        REGION,
        /** Whole regions, so that every figure is one of a region that was not learned from. */
        REGIONS
    }

    /**
     * How the rows of a training shall be split.
     *
     * @param holdout region that is withheld; empty unless the kind is {@link Kind#REGION}
     */
    public record Plan(Kind kind, String holdout) {
        public Plan {
            if ((kind == Kind.REGION) == holdout.isEmpty()) {
                throw new IllegalArgumentException("split " + kind + " with the region '" + holdout + "' withheld");
            }
        }

        /** A split that withholds nothing. */
        public static Plan of(Kind kind) {
            return new Plan(kind, "");
        }

        /** Whether nothing may be learned from a region. */
        public boolean withholds(String region) {
            return kind == Kind.REGION && holdout.equals(region);
        }

        /** A split that withholds a region. */
        public static Plan withholding(String region) {
            return new Plan(Kind.REGION, region);
        }
    }

    /** The rows that something is learned from or stopped by, ascending. */
    public int[] learned() {
        return IntStream.concat(IntStream.of(training), IntStream.of(validation))
                .sorted()
                .toArray();
    }

    /**
     * Deals the rows out.
     *
     * @throws DeepSaltException if a part would be empty, or the region is not there
     */
    public static Split of(Plan plan, Pixels labelled, long seed) {
        if (plan.kind == Kind.REGIONS) {
            return of(plan.kind, PixelGroups.regions(labelled.regions()), seed);
        }
        if (plan.kind != Kind.REGION) {
            return of(plan.kind, labelled.coordinates(), seed);
        }
        List<String> regions = labelled.regions();
        int[] unseen = rows(regions, plan, true);
        int[] seen = rows(regions, plan, false);
        requireBoth(plan, regions, seen, unseen);
        Split others = of(Kind.RANDOM, labelled.coordinates().select(seen), seed);
        return new Split(
                Rows.through(seen, others.training),
                Rows.through(seen, others.validation),
                Rows.through(seen, others.calibration),
                Rows.through(seen, others.test),
                unseen);
    }

    /**
     * Every row but those of a withheld region is learned from: figures and intervals then come from students that each
     * left out a fold.
     *
     * @throws DeepSaltException if the region is not there, or the rows lie in fewer than two folds
     */
    public static Split crossed(Plan plan, Pixels labelled, int folds, long seed) {
        List<String> regions = labelled.regions();
        int[] seen = rows(regions, plan, false);
        int[] unseen = rows(regions, plan, true);
        if (plan.kind == Kind.REGION) {
            requireBoth(plan, regions, seen, unseen);
        }
        Split all = new Split(seen, new int[0], new int[0], new int[0], unseen);
        int found = all.folds(plan.kind, labelled, folds, seed).size();
        if (found < 2) {
            throw new DeepSaltException(seen.length + " labelled pixels make " + found + " folds by split " + plan.kind
                    + ", wanted at least 2: give more samples, at more places");
        }
        return all;
    }

    private static void requireBoth(Plan plan, List<String> regions, int[] seen, int[] unseen) {
        if (unseen.length == 0 || seen.length == 0) {
            throw new DeepSaltException("the region '" + plan.holdout + "' to be withheld has " + unseen.length
                    + " labelled pixels and all others have " + seen.length + ", wanted some of both; the regions with"
                    + " labelled pixels are " + new TreeSet<>(regions) + ": name one of several as holdout");
        }
    }

    /**
     * Deals rows out that lie in no regions.
     *
     * @throws DeepSaltException if a part would be empty
     */
    public static Split of(Kind kind, Coordinates coordinates, long seed) {
        if (kind == Kind.REGION || kind == Kind.REGIONS) {
            throw new IllegalArgumentException("places alone do not say which region they lie in");
        }
        return of(kind, groups(kind, coordinates), seed);
    }

    private static Split of(Kind kind, PixelGroups groups, long seed) {
        List<int[]> parts = groups.assign(ENDS, seed);
        if (parts.stream().anyMatch(part -> part.length == 0)) {
            throw new DeepSaltException(groups.rows() + " labelled pixels cannot be split into training, validation,"
                    + " calibration and test by split " + kind + ": give more samples, at more places");
        }
        return new Split(parts.get(0), parts.get(1), parts.get(2), parts.get(3), new int[0]);
    }

    private static int[] rows(List<String> regions, Plan plan, boolean withheld) {
        return IntStream.range(0, regions.size())
                .filter(i -> plan.withholds(regions.get(i)) == withheld)
                .toArray();
    }

    private static PixelGroups groups(Kind kind, Coordinates coordinates) {
        return kind == Kind.CLUSTER ? PixelGroups.blocks(coordinates) : PixelGroups.pixels(coordinates);
    }

    /** The same with the calibration pixels learned from, for nets whose intervals are calibrated across folds. */
    public Split withoutCalibration() {
        int[] all = Rows.joined(training, calibration);
        Arrays.sort(all);
        return new Split(all, validation, new int[0], test, unseen);
    }

    /**
     * The rows that are learned from or say when to stop, in parts of about equal size that are as disjoint as the
     * split is. Rows set aside for calibration are in none of them: whoever learns from students of these folds must
     * not know the pixels that its intervals are set by.
     *
     * @param labelled all labelled pixels
     */
    public List<int[]> folds(Kind kind, Pixels labelled, int count, long seed) {
        int[] rows = Rows.joined(training, validation);
        Arrays.sort(rows);
        if (kind == Kind.REGIONS) {
            return GroupFolds.of(GroupFolds.numbers(labelled.regions()), rows, count);
        }
        double[] ends =
                IntStream.range(1, count).mapToDouble(i -> (double) i / count).toArray();
        return groups(kind, labelled.coordinates().select(rows)).assign(ends, seed).stream()
                .map(part -> Rows.through(rows, part))
                .filter(part -> part.length > 0)
                .toList();
    }

    /** Median distance in km from the test pixels to the nearest pixel that was learned from. */
    public double testDistance(Coordinates coordinates) {
        return median(distances(coordinates, test, training));
    }

    /** The same of folds, each a test of what learned from the others. */
    public static double testDistance(Coordinates coordinates, List<int[]> folds) {
        DoubleStream all = DoubleStream.empty();
        for (int[] fold : folds) {
            int[] others = folds.stream()
                    .filter(other -> other != fold)
                    .flatMapToInt(IntStream::of)
                    .toArray();
            all = DoubleStream.concat(all, distances(coordinates, fold, others));
        }
        return median(all);
    }

    private static DoubleStream distances(Coordinates coordinates, int[] tested, int[] others) {
        Coordinates learned = coordinates.select(
                IntStream.of(others).filter(row -> isPlaced(coordinates, row)).toArray());
        return Arrays.stream(tested).filter(row -> isPlaced(coordinates, row)).mapToDouble(row -> {
            double x = coordinates.longitude()[row];
            double y = coordinates.latitude()[row];
            int nearest = learned.nearest(x, y);
            return nearest < 0
                    ? Double.NaN
                    : Coordinates.distance(x, y, learned.longitude()[nearest], learned.latitude()[nearest]);
        });
    }

    private static boolean isPlaced(Coordinates coordinates, int row) {
        return Double.isFinite(coordinates.longitude()[row])
                && Double.isFinite(coordinates.latitude()[row]);
    }

    /** NaN where none of them has a place. */
    private static double median(DoubleStream distances) {
        double[] sorted = distances.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
