/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.List;
import org.deepsalt.model.matrix.Rows;

/**
 * Answers for pixels with a label that whoever answered had not learned from: the material of a {@link Calibration}.
 * They may come from one net and pixels set aside, or from several nets that each leave out another part of the pixels.
 * The arrays run in step.
 *
 * @param observed natural logarithm of the target
 * @param mean expected logarithm of the target
 * @param scale its standard deviation, above 0
 * @param dissimilarity index of the pixel; 0 where it is not known
 */
public record HeldOut(float[] observed, float[] mean, float[] scale, float[] dissimilarity) {
    public HeldOut {
        int size = observed.length;
        if (mean.length != size || scale.length != size || dissimilarity.length != size) {
            throw new IllegalArgumentException("the columns of " + size + " held-out pixels differ in length");
        }
    }

    /** Number of answers. */
    public int size() {
        return observed.length;
    }

    /** The same with another index of dissimilarity. */
    public HeldOut with(float[] index) {
        return new HeldOut(observed, mean, scale, index);
    }

    /** The pixels at these positions, in that order. */
    public HeldOut select(int[] positions) {
        return new HeldOut(
                Rows.of(observed, positions),
                Rows.of(mean, positions),
                Rows.of(scale, positions),
                Rows.of(dissimilarity, positions));
    }

    /** All pixels of several parts, one part after the other. */
    public static HeldOut joined(List<HeldOut> parts) {
        int size = parts.stream().mapToInt(HeldOut::size).sum();
        HeldOut all = new HeldOut(new float[size], new float[size], new float[size], new float[size]);
        int at = 0;
        for (HeldOut part : parts) {
            System.arraycopy(part.observed, 0, all.observed, at, part.size());
            System.arraycopy(part.mean, 0, all.mean, at, part.size());
            System.arraycopy(part.scale, 0, all.scale, at, part.size());
            System.arraycopy(part.dissimilarity, 0, all.dissimilarity, at, part.size());
            at += part.size();
        }
        return all;
    }
}
