/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.Map;
import java.util.function.Function;
import org.deepsalt.model.pixels.Pixels;

/**
 * A trained baseline, with the settings that its search chose. Thread-safe.
 *
 * @param settings what the search chose, by name
 * @param searchMae mean absolute error in dS/m of these settings in the cross validation that chose them: as the best
 *     of many it flatters, and is no substitute for test pixels
 * @param tried number of settings that the search compared
 * @param seconds that tuning and learning took
 * @param tuned the method with these settings, to learn from other labels of the table
 * @param regression from pixels to ECe in dS/m
 */
public record FittedBaseline(
        Map<String, Object> settings,
        double searchMae,
        int tried,
        double seconds,
        TunedMethod tuned,
        Function<Pixels, float[]> regression) {

    /** ECe in dS/m, one number per pixel. */
    public float[] predict(Pixels pixels) {
        return regression.apply(pixels);
    }
}
