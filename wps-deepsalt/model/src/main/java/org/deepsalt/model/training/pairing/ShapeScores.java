/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.SpectralShape;

/**
 * Principal components of {@link SpectralShape}, each of deviation 1, bounded: a few pixels, of water's edge or shade,
 * are so unlike all others that they alone would decide what a component means.
 */
public final class ShapeScores {
    /** Components at most; later ones are noise. */
    static final int MOST = 22;

    private static final int MOST_REFERENCES = 8192;

    /** Deviations at which scores are bounded. */
    private static final float BOUND = 4;

    private ShapeScores() {}

    /**
     * The first components of pixels, one row each.
     *
     * @param seed of the choice of pixels that the components are found on
     */
    public static Matrix of(Matrix reflectance, List<Band> bands, long seed) {
        Matrix raw = SpectralShape.of(reflectance, bands);
        Matrix shapes = Standardiser.fit(raw).apply(raw);
        Matrix scores = PrincipalComponents.fit(thinned(shapes, seed), MOST).apply(shapes);
        for (int i = 0; i < scores.values().length; i++) {
            scores.values()[i] = Math.max(-BOUND, Math.min(BOUND, scores.values()[i]));
        }
        return scores;
    }

    private static Matrix thinned(Matrix rows, long seed) {
        if (rows.rows() <= MOST_REFERENCES) {
            return rows;
        }
        int[] order = Rows.shuffled(Rows.range(0, rows.rows()), new Random(seed));
        return rows.select(Arrays.copyOf(order, MOST_REFERENCES));
    }
}
