/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.deepsalt.model.spectra.Pretreatment;

/**
 * Reads a property off the spectra of one library of which few were measured. All of its spectra show how soils differ,
 * measured or not, so regressions learn from principal components of all: few components leave things out, many drown
 * them where measurements are few, and no number of them is right for every library; another one learns from the
 * derivatives themselves. The mean of them errs less than any, or nearly; its uncertainty is theirs, scaled by how much
 * less it errs than they do where each measured spectrum is left out.
 */
final class LibraryReading {
    private static final int[] COMPONENTS = {10, 15, 25, 40};
    private static final int MOST_COLUMNS = 450;

    private final List<Matrix> views = new ArrayList<>();
    private final int[] measured;
    private final double[] targets;
    private final int[] groups;
    private final long seed;

    /**
     * A reading of one library.
     *
     * @param absorbance one row per sample, at equal steps
     * @param measured rows of the samples that were measured
     * @param targets of these, on a scale on which errors are alike
     * @param groups number of the place of each of these
     */
    LibraryReading(Matrix absorbance, int[] measured, double[] targets, int[] groups, long seed) {
        this.measured = measured;
        this.targets = targets;
        this.groups = groups;
        this.seed = seed;
        views.add(SpectralFeatures.ofLaboratory(absorbance));
        Matrix scores = scores(absorbance);
        for (int count : COMPONENTS) {
            views.add(scores.firstColumns(Math.min(count, scores.columns())));
        }
    }

    private static Matrix scores(Matrix absorbance) {
        Matrix treated = Pretreatment.apply(absorbance);
        int step = (treated.columns() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int columns = treated.columns() / step;
        Matrix thin = Matrix.zeros(treated.rows(), columns);
        for (int row = 0; row < thin.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                thin.values()[row * columns + column] = treated.get(row, column * step);
            }
        }
        return PrincipalComponents.fit(thin, COMPONENTS[COMPONENTS.length - 1]).apply(thin);
    }

    /** What the spectra of other samples tell. */
    SpectralRegression.Reading of(int[] others) {
        double[] mean = new double[others.length];
        double[] deviation = new double[others.length];
        double[] leftOut = new double[measured.length];
        double squares = 0;
        for (Matrix view : views) {
            SpectralRegression regression = SpectralRegression.learn(view.select(measured), targets, groups, seed);
            SpectralRegression.Reading reading = regression.read(view.select(others));
            double[] left = regression.leaveOneOut();
            addShare(mean, reading.mean());
            addShare(deviation, reading.deviation());
            addShare(leftOut, left);
            squares += meanSquare(left) / views.size();
        }
        double gain = Math.sqrt(meanSquare(leftOut) / squares);
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] *= gain;
        }
        return new SpectralRegression.Reading(mean, deviation);
    }

    private void addShare(double[] sums, double[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i] / views.size();
        }
    }

    /** Of the errors of what was said of the measured samples; those beyond a regression's capacity do not count. */
    private double meanSquare(double[] said) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < said.length; i++) {
            if (!Double.isNaN(said[i])) {
                sum += (said[i] - targets[i]) * (said[i] - targets[i]);
                count++;
            }
        }
        return Math.max(1e-12, sum / count);
    }
}
