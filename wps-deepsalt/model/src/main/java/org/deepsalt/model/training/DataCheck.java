/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.Arrays;
import org.deepsalt.model.Problems;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.settings.TrainingSettings;

/**
 * Finds what makes data unfit to learn from: numbers that are none, labels that are all alike, parts without a label.
 * They would otherwise end in a model of noise or of nothing.
 */
final class DataCheck {
    private final TrainingData data;
    private final TrainingSettings settings;

    DataCheck(TrainingData data, TrainingSettings settings) {
        this.data = data;
        this.settings = settings;
    }

    /** Adds what is wrong with the data. */
    void check(Problems problems) {
        requireNumbers("laboratory spectra", data.library().absorbance(), problems);
        requireNumbers("reflectances of labelled pixels", data.labelled().reflectance(), problems);
        requireNumbers("covariates of labelled pixels", data.labelled().covariates(), problems);
        requireNumbers("reflectances of unlabelled pixels", data.unlabelled().reflectance(), problems);
        requireNumbers("covariates of unlabelled pixels", data.unlabelled().covariates(), problems);
        requireNumbers(
                "simulated reflectances of laboratory samples",
                data.soils().pixels().reflectance(),
                problems);
        checkLabels("labels of the samples", data.labels(), problems);
        checkLabels("values of the laboratory library", data.library().ece(), problems);
        if (!data.soils().exact()) {
            checkLabels("values of the Vis-NIR library", data.soils().values(), problems);
        }
        checkSplit(problems);
    }

    private static void requireNumbers(String what, Matrix table, Problems problems) {
        int bad = 0;
        int first = -1;
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                if (!Float.isFinite(table.get(row, column))) {
                    first = bad == 0 ? row : first;
                    bad++;
                    break;
                }
            }
        }
        if (bad > 0) {
            problems.add(bad + " of " + table.rows() + " rows of the " + what
                    + " hold NaN or infinity, the first is row " + (first + 1) + ": leave them out");
        }
    }

    private static void checkLabels(String what, float[] labels, Problems problems) {
        long bad = count(labels, false);
        if (bad > 0) {
            problems.add(bad + " of the " + labels.length + " " + what
                    + " are negative or no numbers, wanted 0 or more: correct them or leave them out");
        } else if (labels.length > 1 && Arrays.equals(labels, filled(labels.length, labels[0]))) {
            problems.add("all " + labels.length + " " + what + " are " + labels[0]
                    + ", so there is nothing to learn: give values that differ");
        }
    }

    private static long count(float[] labels, boolean good) {
        long count = 0;
        for (float label : labels) {
            boolean usable = label >= 0 && label < Float.POSITIVE_INFINITY;
            count += usable == good ? 1 : 0;
        }
        return count;
    }

    private static float[] filled(int size, float value) {
        float[] filled = new float[size];
        Arrays.fill(filled, value);
        return filled;
    }

    /** A part without labels would stop nothing, calibrate nothing or measure nothing. */
    private void checkSplit(Problems problems) {
        problems.attempt(() -> settings.deal(data.labelled()));
    }
}
