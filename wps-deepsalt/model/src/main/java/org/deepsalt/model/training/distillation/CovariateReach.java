/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Standardiser;

/**
 * How near pixels are, in the space of standardised covariates, to those that were learned from: 1 as long as the
 * distance to the nearest one is usual among those that were learned from, beyond that falling exponentially with it.
 */
final class CovariateReach {
    private static final double USUAL = 0.95;

    private final Standardiser standardiser;
    private final Matrix known;
    private final double usual;

    private CovariateReach(Standardiser standardiser, Matrix known, double usual) {
        this.standardiser = standardiser;
        this.known = known;
        this.usual = usual;
    }

    /**
     * Measures labelled pixels against those of other folds and all weak ones.
     *
     * @param folds positions of labelled pixels in the table
     */
    static CovariateReach of(TrainingTable table, List<int[]> folds) {
        Matrix raw = table.labelled()
                .pixels()
                .covariates()
                .above(table.weak().pixels().covariates());
        Standardiser standardiser = Standardiser.fit(raw);
        Matrix known = standardiser.apply(raw);
        CovariateReach all = new CovariateReach(standardiser, known, 0);
        double[] nearest = folds.stream()
                .flatMapToDouble(fold -> {
                    CovariateReach others = all.without(fold);
                    return IntStream.of(fold).mapToDouble(row -> others.distance(known, row));
                })
                .toArray();
        return new CovariateReach(standardiser, known, Quantile.withDefaults().evaluate(nearest, USUAL));
    }

    /** The same as if some labelled pixels had not been learned from. */
    CovariateReach without(int[] labelled) {
        int[] left = labelled.clone();
        Arrays.sort(left);
        int[] others = IntStream.range(0, known.rows())
                .filter(row -> Arrays.binarySearch(left, row) < 0)
                .toArray();
        return new CovariateReach(standardiser, known.select(others), usual);
    }

    /** Between 0 and 1 for each row of covariates in their units; 0 where one of them is missing. */
    double[] of(Matrix covariates) {
        Matrix standard = standardiser.apply(covariates);
        return IntStream.range(0, covariates.rows())
                .mapToDouble(row -> {
                    double distance = distance(standard, row);
                    return distance <= usual ? 1 : Math.exp(1 - distance / usual);
                })
                .toArray();
    }

    /** To the nearest that was learned from; infinite where a covariate is missing. */
    private double distance(Matrix standard, int row) {
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < known.rows(); other++) {
            double square = 0;
            for (int column = 0; column < standard.columns(); column++) {
                double off = standard.get(row, column) - known.get(other, column);
                square += off * off;
            }
            if (square < least) {
                least = square;
            }
        }
        return Math.sqrt(least);
    }
}
