/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.training.pairing.Pairing;

/**
 * Draws the rows that a student learns from in one epoch: each labelled pixel as often as it takes for measured labels
 * to outnumber weak ones, and each laboratory sample once, at one of the pixels that it may have come from, drawn anew
 * by how likely it is; and rows that were added. A sample whose weights add up to less than 1, since its value was read
 * and not measured, gives way to a measured label as often as its certainty lacks. Draws follow from the seed and from
 * each other; one thread at a time.
 */
final class EpochSampler {
    /** Measured labels per weak one, where there are fewer of them. */
    private static final double MEASURED_SHARE = 1.2;
    /** Weights that add up to this are those of a measured sample; the rest is rounding. */
    private static final float CERTAIN = 0.9995f;

    private final List<int[]> rows = new ArrayList<>();
    private final List<float[]> shares = new ArrayList<>();
    private final Random random;
    private final int measured;

    /**
     * @param chosen rows of labelled pixels
     * @param labelled number of rows before the first weakly labelled one
     * @param pairs one per weakly labelled row, those of a sample side by side, the likeliest first
     */
    EpochSampler(int[] chosen, int labelled, List<Pairing.Pair> pairs, long seed) {
        this.random = new Random(seed);
        long samples = pairs.stream().mapToInt(Pairing.Pair::sample).distinct().count();
        int times = (int) Math.max(1, Math.round(MEASURED_SHARE * samples / Math.max(1, chosen.length)));
        for (int i = 0; i < times; i++) {
            for (int row : chosen) {
                rows.add(new int[] {row});
                shares.add(new float[] {1});
            }
        }
        measured = rows.size();
        for (int from = 0, to; from < pairs.size(); from = to) {
            to = from + 1;
            while (to < pairs.size()
                    && pairs.get(to).sample() == pairs.get(from).sample()) {
                to++;
            }
            float[] weights = new float[to - from];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = pairs.get(from + i).weight();
            }
            rows.add(Rows.range(labelled + from, labelled + to));
            shares.add(weights);
        }
    }

    /**
     * Adds rows of which each pass shall see a part.
     *
     * @param from first row
     * @param to row after the last
     * @param entries rows per pass, at most
     */
    void add(int from, int to, int entries) {
        int count = Math.min(entries, to - from);
        for (int entry = 0; entry < count; entry++) {
            int first = from + (int) ((long) (to - from) * entry / count);
            int end = from + (int) ((long) (to - from) * (entry + 1) / count);
            float[] equal = new float[end - first];
            Arrays.fill(equal, 1f / equal.length);
            rows.add(Rows.range(first, end));
            shares.add(equal);
        }
    }

    int count() {
        return rows.size();
    }

    /** One row for each of these entries. */
    int[] draw(int[] entries) {
        int[] drawn = new int[entries.length];
        for (int i = 0; i < entries.length; i++) {
            int entry = isCertainEnough(shares.get(entries[i])) ? entries[i] : random.nextInt(measured);
            drawn[i] = rows.get(entry)[pick(shares.get(entry))];
        }
        return drawn;
    }

    private boolean isCertainEnough(float[] of) {
        float sum = sum(of);
        return sum >= CERTAIN || measured == 0 || random.nextFloat() < sum;
    }

    private static float sum(float[] of) {
        float sum = 0;
        for (float share : of) {
            sum += share;
        }
        return sum;
    }

    private int pick(float[] of) {
        if (of.length == 1) {
            return 0;
        }
        float sum = sum(of);
        float left = random.nextFloat() * (sum >= CERTAIN ? 1 : sum);
        int i = 0;
        while (i < of.length - 1 && left >= of[i]) {
            left -= of[i];
            i++;
        }
        return i;
    }

    /** The rows of the entries, each once, of each sample the likeliest. */
    int[] likeliest() {
        return rows.stream().mapToInt(of -> of[0]).distinct().toArray();
    }
}
