/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * Confusion matrix of salinity classes, with agreement, kappa and macro F1.
 *
 * @param classes names of rows and columns
 * @param pixels by observed class, then by estimated class
 * @param agreement share of pixels whose class is right
 * @param kappa Cohen 1960: agreement beyond that of two draws with the same shares of classes; NaN where these draws
 *     always agree
 * @param macroF1 mean over the classes that were observed or estimated of 2 TP / (2 TP + FP + FN)
 */
public record Confusion(List<String> classes, long[][] pixels, double agreement, double kappa, double macroF1) {
    /** Compares ECe in dS/m by {@link SalinityClass}. */
    public static Confusion of(float[] observed, float[] estimate) {
        List<SalinityClass> classes = List.of(SalinityClass.values());
        long[][] pixels = new long[classes.size()][classes.size()];
        for (int i = 0; i < observed.length; i++) {
            pixels[classes.indexOf(SalinityClass.of(observed[i]))][classes.indexOf(SalinityClass.of(estimate[i]))]++;
        }
        return of(classes.stream().map(SalinityClass::title).toList(), pixels);
    }

    private static Confusion of(List<String> classes, long[][] pixels) {
        double total = 0;
        double right = 0;
        double chance = 0;
        double scores = 0;
        int present = 0;
        for (int i = 0; i < pixels.length; i++) {
            long observed = Arrays.stream(pixels[i]).sum();
            long estimated = column(pixels, i);
            total += observed;
            right += pixels[i][i];
            chance += (double) observed * estimated;
            if (observed + estimated > 0) {
                scores += 2.0 * pixels[i][i] / (observed + estimated);
                present++;
            }
        }
        double agreement = right / total;
        double expected = chance / (total * total);
        return new Confusion(classes, pixels, agreement, (agreement - expected) / (1 - expected), scores / present);
    }

    private static long column(long[][] pixels, int index) {
        long sum = 0;
        for (long[] row : pixels) {
            sum += row[index];
        }
        return sum;
    }
}
