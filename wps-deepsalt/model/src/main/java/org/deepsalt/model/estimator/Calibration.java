/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.net.OutputRange;

/**
 * Turns a net's distribution into a prediction interval that covers a chosen share of true values, by conformal
 * prediction (Papadopoulos 2002; Lei et al. 2018) with the score |ln y - mean| / (scale x widening) on held-out pixels.
 *
 * <p>Groups: pixels are compared with held-out pixels of a like estimate alone (Mondrian conformal prediction, Vovk,
 * Gammerman and Shafer 2005), so that the promise holds for saline soils as for the others. The groups are the salinity
 * classes of the estimate, joined with their neighbours until each has enough held-out pixels.
 *
 * <p>Widening: where a pixel is less like the training pixels than the applicability allows, the interval grows with
 * its dissimilarity index, by index / threshold. Distances to the training data as measure of difficulty are those of
 * Papadopoulos, Vovk and Gammerman (2011). No calibration can promise a coverage for pixels of a kind that it has never
 * seen; this makes the interval say that they are worse known.
 *
 * <p>With scores from several nets that each left out a part of the pixels (cross conformal prediction, Vovk 2015) the
 * coverage is that promised in practice, not in theory.
 *
 * @param edges between the groups, ascending, as mean logarithm of the target; group i reaches from edge i - 1 up to,
 *     but without, edge i
 * @param scores of each group's held-out pixels, ascending
 * @param source where the scores come from
 * @param widens whether intervals grow outside the applicability
 */
public record Calibration(double[] edges, double[][] scores, Source source, boolean widens) {
    /** Held-out pixels below which pixels set aside are too few and scores should be {@link Source#CROSS}. */
    public static final int ENOUGH = 100;

    /** Held-out pixels of a group at least, unless there is only one group. */
    private static final int LEAST = 40;

    /** Salinity classes of the estimate, in dS/m. */
    private static final double[] CLASSES = {2, 4, 8, 16};

    /** The held-out pixels from which the scores were counted. */
    public enum Source {
        /** One net and pixels set aside for this. */
        SPLIT,
        /** Nets that each left out another part of the labelled pixels. */
        CROSS
    }

    /**
     * Calibrates on held-out pixels.
     *
     * @param threshold of the dissimilarity index
     * @param widens whether intervals shall grow outside the applicability
     */
    public static Calibration fit(HeldOut heldOut, Source source, double threshold, boolean widens) {
        if (heldOut.size() == 0) {
            throw new IllegalArgumentException("intervals cannot be calibrated without a held-out pixel");
        }
        double[] edges = Arrays.stream(CLASSES).map(Math::log).toArray();
        int[] counts = new int[edges.length + 1];
        for (float mean : heldOut.mean()) {
            counts[group(edges, mean)]++;
        }
        double[] joined = join(edges, counts);
        double[][] scores = new double[joined.length + 1][];
        for (int group = 0; group < scores.length; group++) {
            int wanted = group;
            scores[group] = IntStream.range(0, heldOut.size())
                    .filter(i -> group(joined, heldOut.mean()[i]) == wanted)
                    .mapToDouble(i -> score(heldOut, i, widens ? threshold : Double.POSITIVE_INFINITY))
                    .sorted()
                    .toArray();
        }
        return new Calibration(joined, scores, source, widens);
    }

    private static double score(HeldOut heldOut, int i, double threshold) {
        double error = Math.abs(heldOut.observed()[i] - heldOut.mean()[i]);
        return error / (heldOut.scale()[i] * widening(heldOut.dissimilarity()[i], threshold));
    }

    /** How many times wider an interval is at a dissimilarity index. */
    static double widening(double dissimilarity, double threshold) {
        return Math.max(1, dissimilarity / threshold);
    }

    /** The smallest group joins the smaller of its neighbours until all are large enough. */
    private static double[] join(double[] edges, int[] counts) {
        double[] left = edges;
        int[] sizes = counts;
        while (sizes.length > 1) {
            int smallest = 0;
            for (int group = 1; group < sizes.length; group++) {
                smallest = sizes[group] < sizes[smallest] ? group : smallest;
            }
            if (sizes[smallest] >= LEAST) {
                break;
            }
            boolean down = smallest == sizes.length - 1 || (smallest > 0 && sizes[smallest - 1] <= sizes[smallest + 1]);
            int edge = down ? smallest - 1 : smallest;
            double[] before = left;
            int[] old = sizes;
            left = IntStream.range(0, before.length)
                    .filter(i -> i != edge)
                    .mapToDouble(i -> before[i])
                    .toArray();
            sizes = IntStream.range(0, old.length - 1)
                    .map(i -> i < edge ? old[i] : i == edge ? old[i] + old[i + 1] : old[i + 1])
                    .toArray();
        }
        return left;
    }

    /** The group of an estimate. */
    static int group(double[] edges, double mean) {
        int group = 0;
        while (group < edges.length && mean >= edges[group]) {
            group++;
        }
        return group;
    }

    /**
     * How many widened deviations to either side cover a share of truths, for each group: the score of rank
     * ceil((n + 1) x confidence) of n, or the largest one where the held-out pixels are too few for the share asked.
     *
     * @param confidence between 0 and 1
     */
    public double[] factors(double confidence) {
        return Arrays.stream(scores)
                .mapToDouble(group -> factor(group, confidence))
                .toArray();
    }

    private static double factor(double[] scores, double confidence) {
        int rank = rank(scores.length, confidence);
        return scores[Math.min(scores.length, Math.max(1, rank)) - 1];
    }

    private static int rank(int count, double confidence) {
        // A product such as 30 x 0.9 may come out just above the whole number that it is.
        return (int) Math.ceil((count + 1) * confidence - 1e-9);
    }

    /** Whether the held-out pixels of every group are enough for a confidence. */
    public boolean supports(double confidence) {
        return Arrays.stream(scores).allMatch(group -> rank(group.length, confidence) <= group.length);
    }

    /** Number of scores of each group. */
    public List<Integer> counts() {
        return Arrays.stream(scores).map(group -> group.length).toList();
    }

    /**
     * How to read a net's answers at a confidence.
     *
     * @param confidence between 0 and 1
     * @param threshold of the dissimilarity index
     * @param range of the answers
     */
    public Intervals intervals(double confidence, double threshold, OutputRange range) {
        return new Intervals(edges, factors(confidence), widens, threshold, range);
    }
}
