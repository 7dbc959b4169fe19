/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.Arrays;
import org.deepsalt.model.Progress;
import org.deepsalt.model.spectra.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * From which pixel each laboratory sample came, where its recorded place allows many. The scores of a laboratory
 * spectrum are taken to be a linear function of the scores of its pixel's spectrum plus normal noise; neither the
 * function, nor the noise, nor the pixels are known, nor how far the places are wrong. Expectation maximisation
 * (Dempster, Laird and Rubin 1977) finds all four, begun at a high temperature, so that early beliefs are not final
 * (Ueda and Nakano 1998). Not thread-safe.
 */
final class HiddenPixels {
    private static final int STEPS = 40;
    private static final double HOT = 4;
    private static final double COOLING = 0.15;
    private static final double RIDGE = 3;
    private static final double LEAST_NOISE = 0.02;

    private final double[][] wanted;
    private final double[][] pixels;
    private final Candidates candidates;
    private final int scores;
    private final int inputs;
    private final double[][] beliefs;
    private final double[] rings = new double[Candidates.RINGS];

    private DMatrixRMaj weights;
    private DMatrixRMaj noise;

    /**
     * @param laboratory scores of the samples, one row each, of about unit variance
     * @param satellite scores of the pixels, one row each, of about unit variance
     * @param candidates the pixels that each sample may have come from
     */
    HiddenPixels(Matrix laboratory, Matrix satellite, Candidates candidates) {
        this.candidates = candidates;
        this.scores = laboratory.columns();
        this.inputs = satellite.columns() + 1;
        this.wanted = rows(laboratory, scores);
        this.pixels = rows(satellite, inputs);
        for (double[] pixel : pixels) {
            pixel[inputs - 1] = 1;
        }
        this.beliefs = new double[candidates.samples()][];
        Arrays.fill(rings, 1);
    }

    private static double[][] rows(Matrix matrix, int width) {
        double[][] rows = new double[matrix.rows()][width];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                rows[row][column] = matrix.get(row, column);
            }
        }
        return rows;
    }

    /**
     * Finds them.
     *
     * @param progress asked at every step
     * @return for each sample one number per candidate, in the candidates' order; they add up to 1 where there are any
     */
    double[][] find(Progress progress) {
        for (int sample = 0; sample < beliefs.length; sample++) {
            beliefs[sample] = new double[candidates.of(sample).length];
            Arrays.fill(beliefs[sample], 1.0 / Math.max(1, beliefs[sample].length));
        }
        learnFromMeans();
        for (int step = 0; step < STEPS; step++) {
            progress.report((double) step / STEPS, "finding the pixels of the laboratory samples");
            believe(Math.max(1, HOT - COOLING * step));
            learn();
            learnRings();
        }
        return beliefs;
    }

    /** A first function: at equal beliefs a sample's expected scores are those of its candidates' mean. */
    private void learnFromMeans() {
        double[][] means = new double[beliefs.length][inputs];
        DMatrixRMaj squares = new DMatrixRMaj(inputs, inputs);
        DMatrixRMaj products = new DMatrixRMaj(inputs, scores);
        for (int sample = 0; sample < beliefs.length; sample++) {
            means[sample] = expected(sample);
            if (beliefs[sample].length > 0) {
                addProduct(squares, means[sample], means[sample], 1);
                addProduct(products, means[sample], wanted[sample], 1);
            }
        }
        solve(squares, products, 1);
        noise = new DMatrixRMaj(scores, scores);
        for (int sample = 0; sample < beliefs.length; sample++) {
            if (beliefs[sample].length > 0) {
                double[] error = difference(wanted[sample], answer(means[sample]));
                addProduct(noise, error, error, 1.0 / candidates.placed());
            }
        }
        addToDiagonal(noise, LEAST_NOISE);
    }

    private double[] expected(int sample) {
        double[] mean = new double[inputs];
        int[] of = candidates.of(sample);
        for (int i = 0; i < of.length; i++) {
            for (int k = 0; k < inputs; k++) {
                mean[k] += beliefs[sample][i] * pixels[of[i]][k];
            }
        }
        return mean;
    }

    /** How likely each candidate is by its spectrum and by how far away it is. */
    private void believe(double temperature) {
        DMatrixRMaj inverse = new DMatrixRMaj(scores, scores);
        CommonOps_DDRM.invert(noise, inverse);
        double[][] answers = new double[pixels.length][];
        for (int sample = 0; sample < beliefs.length; sample++) {
            int[] of = candidates.of(sample);
            double[] logs = new double[of.length];
            for (int i = 0; i < of.length; i++) {
                if (answers[of[i]] == null) {
                    answers[of[i]] = answer(pixels[of[i]]);
                }
                double[] error = difference(wanted[sample], answers[of[i]]);
                logs[i] = Math.log(rings[candidates.ring(sample, i)]) - quadratic(inverse, error) / 2 / temperature;
            }
            beliefs[sample] = shares(logs);
        }
    }

    private static double[] shares(double[] logs) {
        double most = Arrays.stream(logs).max().orElse(0);
        double[] shares = new double[logs.length];
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            shares[i] = Math.exp(logs[i] - most);
            sum += shares[i];
        }
        for (int i = 0; i < logs.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private void learn() {
        double[] byPixel = new double[pixels.length];
        DMatrixRMaj products = new DMatrixRMaj(inputs, scores);
        for (int sample = 0; sample < beliefs.length; sample++) {
            int[] of = candidates.of(sample);
            for (int i = 0; i < of.length; i++) {
                byPixel[of[i]] += beliefs[sample][i];
            }
            addProduct(products, expected(sample), wanted[sample], 1);
        }
        DMatrixRMaj squares = new DMatrixRMaj(inputs, inputs);
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            if (byPixel[pixel] > 0) {
                addProduct(squares, pixels[pixel], pixels[pixel], byPixel[pixel]);
            }
        }
        solve(squares, products, RIDGE);
        learnNoise();
    }

    private void learnNoise() {
        noise = new DMatrixRMaj(scores, scores);
        double[][] answers = new double[pixels.length][];
        for (int sample = 0; sample < beliefs.length; sample++) {
            int[] of = candidates.of(sample);
            for (int i = 0; i < of.length; i++) {
                if (answers[of[i]] == null) {
                    answers[of[i]] = answer(pixels[of[i]]);
                }
                double[] error = difference(wanted[sample], answers[of[i]]);
                addProduct(noise, error, error, beliefs[sample][i] / candidates.placed());
            }
        }
        addToDiagonal(noise, LEAST_NOISE);
    }

    /** How much more often than by chance the right pixel lies in each ring around the recorded place. */
    private void learnRings() {
        double[] found = new double[rings.length];
        double[] offered = new double[rings.length];
        for (int sample = 0; sample < beliefs.length; sample++) {
            for (int i = 0; i < beliefs[sample].length; i++) {
                int ring = candidates.ring(sample, i);
                found[ring] += beliefs[sample][i];
                offered[ring] += 1.0 / beliefs[sample].length;
            }
        }
        for (int ring = 0; ring < rings.length; ring++) {
            rings[ring] = (found[ring] + 1) / (offered[ring] + 1);
        }
    }

    private void solve(DMatrixRMaj squares, DMatrixRMaj products, double ridge) {
        addToDiagonal(squares, ridge);
        weights = new DMatrixRMaj(inputs, scores);
        CommonOps_DDRM.solveSPD(squares, products, weights);
    }

    private double[] answer(double[] pixel) {
        double[] answer = new double[scores];
        for (int k = 0; k < inputs; k++) {
            for (int s = 0; s < scores; s++) {
                answer[s] += pixel[k] * weights.data[k * scores + s];
            }
        }
        return answer;
    }

    private static double[] difference(double[] left, double[] right) {
        double[] difference = new double[left.length];
        Arrays.setAll(difference, i -> left[i] - right[i]);
        return difference;
    }

    private static double quadratic(DMatrixRMaj matrix, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double row = 0;
            for (int j = 0; j < x.length; j++) {
                row += matrix.data[i * x.length + j] * x[j];
            }
            sum += row * x[i];
        }
        return sum;
    }

    private static void addProduct(DMatrixRMaj sum, double[] left, double[] right, double weight) {
        for (int i = 0; i < left.length; i++) {
            double scaled = weight * left[i];
            for (int j = 0; j < right.length; j++) {
                sum.data[i * right.length + j] += scaled * right[j];
            }
        }
    }

    private static void addToDiagonal(DMatrixRMaj matrix, double value) {
        for (int i = 0; i < matrix.numRows; i++) {
            matrix.add(i, i, value);
        }
    }
}
