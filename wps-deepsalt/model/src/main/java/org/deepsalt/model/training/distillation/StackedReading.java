/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.reading.SpectralFeatures;
import org.deepsalt.model.training.reading.SpectralRegression;
import org.deepsalt.model.training.split.GroupFolds;

/**
 * A Gaussian process on spectral features beside the nets of a screening model: its kernel is chosen by leaving out
 * whole regions, which nets do not do, and the two err differently. Both count the same; there is no share to choose,
 * and so none that flatters.
 */
final class StackedReading implements Beside {
    private static final int CHUNK = 1024;
    private static final String TASK = "a Gaussian process learning from laboratory samples";

    private final SpectralRegression regression;
    private final List<Band> bands;

    private StackedReading(SpectralRegression regression, List<Band> bands) {
        this.regression = regression;
        this.bands = bands;
    }

    /**
     * Fits the process without each fold, and with all.
     *
     * @param labelled pixels with a label
     * @param logs natural logarithms of the labels
     * @param folds rows of the labelled pixels
     * @param nets their answers for the folds, fold after fold
     */
    static Crossed fit(
            Pixels labelled,
            List<Band> bands,
            float[] logs,
            List<int[]> folds,
            HeldOut nets,
            long seed,
            Progress progress) {
        Matrix features = SpectralFeatures.ofBands(labelled.reflectance(), bands);
        int[] regions = GroupFolds.numbers(labelled.regions());
        float[] together = new float[nets.size()];
        int at = 0;
        for (int[] fold : folds) {
            progress.report((double) at / nets.size(), TASK);
            int[] left = fold.clone();
            Arrays.sort(left);
            int[] others = IntStream.range(0, logs.length)
                    .filter(row -> Arrays.binarySearch(left, row) < 0)
                    .toArray();
            double[] read = learn(features, logs, regions, others, seed).mean(features.select(fold));
            for (double log : read) {
                together[at] = (float) ((nets.mean()[at] + log) / 2);
                at++;
            }
        }
        progress.report(1, TASK);
        SpectralRegression all = learn(features, logs, regions, Rows.range(0, logs.length), seed);
        return new Crossed(
                new StackedReading(all, bands),
                new HeldOut(nets.observed(), together, nets.scale(), nets.dissimilarity()));
    }

    private static SpectralRegression learn(Matrix features, float[] logs, int[] regions, int[] rows, long seed) {
        double[] targets = IntStream.of(rows).mapToDouble(row -> logs[row]).toArray();
        int[] groups = IntStream.of(rows).map(row -> regions[row]).toArray();
        return SpectralRegression.learn(features.select(rows), targets, groups, seed);
    }

    @Override
    public Ensemble joined(Ensemble nets, Matrix reflectance, Matrix covariates, Matrix seen) {
        Matrix mean = Matrix.zeros(reflectance.rows(), 1);
        Matrix scaleTarget = Matrix.zeros(reflectance.rows(), 1);
        // A process compares each pixel with everything that it has learned from: not all at once.
        for (int from = 0; from < reflectance.rows(); from += CHUNK) {
            int[] rows = Rows.range(from, Math.min(reflectance.rows(), from + CHUNK));
            double[] read = regression.mean(SpectralFeatures.ofBands(reflectance.select(rows), bands));
            for (int row : rows) {
                float own = nets.mean().get(row, 0);
                float both = (float) ((own + read[row - from]) / 2);
                mean.values()[row] = both;
                scaleTarget.values()[row] = both + nets.scaleTarget().get(row, 0) - own;
            }
        }
        return new Ensemble(mean, scaleTarget);
    }
}
