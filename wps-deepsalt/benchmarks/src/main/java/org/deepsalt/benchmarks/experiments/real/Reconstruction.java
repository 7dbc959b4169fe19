/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.training.encoder.LaboratoryAutoencoder;

/**
 * How well an encoder that learned other spectra rebuilds some. Shares are of the sum of squares around the mean of
 * those that it has learned from: all is lost where that mean would do as well.
 *
 * @param spectra their number
 * @param components share of the treated spectra that the encoder's principal components leave out
 * @param bounded share of components beyond the deviations at which they are bounded
 * @param input share of the encoder's input, the bounded components, that its decoder does not give back
 * @param whole share of the treated spectra that is lost on the whole way, by the code and back
 * @param ranges the last one range by range, see {@link #STARTS}; of a range the share of its own sum of squares
 * @param weights share of each range in the sum of squares of the whole spectrum
 */
record Reconstruction(
        int spectra,
        double components,
        double bounded,
        double input,
        double whole,
        List<Double> ranges,
        List<Double> weights) {
    /** Ranges in cm-1, each to the next one's start, between bands of silicates, carbonate, water and hydroxyl. */
    static final double[] STARTS = {
        600, 760, 880, 1040, 1120, 1200, 1360, 1600, 1760, 2100, 2480, 2640, 2800, 3000, 3400, 3580, 3750, 4003
    };

    private static final float BOUND = 4;

    static Reconstruction of(LaboratoryAutoencoder encoder, Matrix absorbance) {
        Matrix treated = encoder.treated(absorbance);
        Matrix components = encoder.components(absorbance);
        Matrix input = encoder.input(absorbance);
        Matrix rebuilt = encoder.rebuilt(input);
        Matrix returned = encoder.spectra(rebuilt);
        Matrix middle = Matrix.zeros(1, input.columns());
        Matrix mean = encoder.spectra(middle);
        double[][] all = squares(treated, returned, mean);
        List<Double> ranges = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int range = 0; range + 1 < STARTS.length; range++) {
            double lost = 0;
            double own = 0;
            for (int column = 0; column < treated.columns(); column++) {
                double at = Wavenumbers.BRUKER.at(column);
                if (at >= STARTS[range] && at < STARTS[range + 1]) {
                    lost += all[0][column];
                    own += all[1][column];
                }
            }
            ranges.add(lost / own);
            weights.add(own / sum(all[1]));
        }
        return new Reconstruction(
                absorbance.rows(),
                share(squares(treated, encoder.spectra(components), mean)),
                beyond(components),
                share(squares(input, rebuilt, middle)),
                share(all),
                ranges,
                weights);
    }

    private static double beyond(Matrix components) {
        int count = 0;
        for (float value : components.values()) {
            count += Math.abs(value) > BOUND ? 1 : 0;
        }
        return count / (double) components.values().length;
    }

    /** Per column the squares that others leave over of a table, and those of the table around a mean of one row. */
    static double[][] squares(Matrix table, Matrix others, Matrix mean) {
        double[][] sums = new double[2][table.columns()];
        for (int column = 0; column < table.columns(); column++) {
            for (int row = 0; row < table.rows(); row++) {
                double error = table.get(row, column) - others.get(row, column);
                double deviation = table.get(row, column) - mean.get(0, column);
                sums[0][column] += error * error;
                sums[1][column] += deviation * deviation;
            }
        }
        return sums;
    }

    /** The first sum by the second. */
    static double share(double[][] squares) {
        return sum(squares[0]) / sum(squares[1]);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
