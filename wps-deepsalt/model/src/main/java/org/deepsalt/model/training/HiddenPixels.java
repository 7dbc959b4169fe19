/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.Arrays;
import org.deepsalt.model.Progress;
import org.deepsalt.model.spectra.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

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

    /** A candidate believed in less than this changes nothing that is learned. */
    private static final double NOTHING = 1e-9;

    private final DMatrixRMaj wanted;
    private final DMatrixRMaj pixels;
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
        this.wanted = columns(laboratory, scores);
        this.pixels = columns(satellite, inputs);
        for (int pixel = 0; pixel < pixels.numRows; pixel++) {
            pixels.set(pixel, inputs - 1, 1);
        }
        this.beliefs = new double[candidates.samples()][];
        Arrays.fill(rings, 1);
    }

    private static DMatrixRMaj columns(Matrix matrix, int width) {
        DMatrixRMaj copy = new DMatrixRMaj(matrix.rows(), width);
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                copy.set(row, column, matrix.get(row, column));
            }
        }
        return copy;
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
        DMatrixRMaj means = expected();
        DMatrixRMaj squares = new DMatrixRMaj(inputs, inputs);
        CommonOps_DDRM.multTransA(means, means, squares);
        learn(means, squares, 1);
    }

    /** One row per sample: the mean of its candidates' scores, each counted as often as it is believed in. */
    private DMatrixRMaj expected() {
        DMatrixRMaj means = new DMatrixRMaj(beliefs.length, inputs);
        for (int sample = 0; sample < beliefs.length; sample++) {
            int[] of = candidates.of(sample);
            for (int i = 0; i < of.length; i++) {
                double belief = beliefs[sample][i];
                if (belief > NOTHING) {
                    for (int k = 0; k < inputs; k++) {
                        means.data[sample * inputs + k] += belief * pixels.data[of[i] * inputs + k];
                    }
                }
            }
        }
        return means;
    }

    /** How likely each candidate is by its spectrum and by how far away it is. */
    private void believe(double temperature) {
        DMatrixRMaj whitening = whitening();
        DMatrixRMaj answers = whitened(product(pixels, weights), whitening);
        DMatrixRMaj targets = whitened(wanted, whitening);
        for (int sample = 0; sample < beliefs.length; sample++) {
            int[] of = candidates.of(sample);
            double[] logs = new double[of.length];
            for (int i = 0; i < of.length; i++) {
                double distance = squaredDistance(targets, sample, answers, of[i]);
                logs[i] = Math.log(rings[candidates.ring(sample, i)]) - distance / 2 / temperature;
            }
            beliefs[sample] = shares(logs);
        }
    }

    /** A matrix after which the noise is the same in all directions. */
    private DMatrixRMaj whitening() {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(scores, true);
        if (!cholesky.decompose(noise.copy())) {
            throw new IllegalStateException("the noise between laboratory and satellite scores has no root");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(scores, scores);
        CommonOps_DDRM.invert(cholesky.getT(null), inverse);
        return inverse;
    }

    private static DMatrixRMaj whitened(DMatrixRMaj rows, DMatrixRMaj whitening) {
        DMatrixRMaj result = new DMatrixRMaj(rows.numRows, rows.numCols);
        CommonOps_DDRM.multTransB(rows, whitening, result);
        return result;
    }

    private static DMatrixRMaj product(DMatrixRMaj left, DMatrixRMaj right) {
        DMatrixRMaj result = new DMatrixRMaj(left.numRows, right.numCols);
        CommonOps_DDRM.mult(left, right, result);
        return result;
    }

    private double squaredDistance(DMatrixRMaj left, int leftRow, DMatrixRMaj right, int rightRow) {
        double sum = 0;
        for (int s = 0; s < scores; s++) {
            double difference = left.data[leftRow * scores + s] - right.data[rightRow * scores + s];
            sum += difference * difference;
        }
        return sum;
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
        double[] byPixel = new double[pixels.numRows];
        for (int sample = 0; sample < beliefs.length; sample++) {
            int[] of = candidates.of(sample);
            for (int i = 0; i < of.length; i++) {
                byPixel[of[i]] += beliefs[sample][i];
            }
        }
        DMatrixRMaj squares = new DMatrixRMaj(inputs, inputs);
        for (int pixel = 0; pixel < byPixel.length; pixel++) {
            if (byPixel[pixel] > NOTHING) {
                addSquare(squares, pixel, byPixel[pixel]);
            }
        }
        learn(expected(), squares, RIDGE);
    }

    private void addSquare(DMatrixRMaj sum, int pixel, double weight) {
        int row = pixel * inputs;
        for (int i = 0; i < inputs; i++) {
            double scaled = weight * pixels.data[row + i];
            for (int j = 0; j < inputs; j++) {
                sum.data[i * inputs + j] += scaled * pixels.data[row + j];
            }
        }
    }

    /**
     * The function of least squares, and what it leaves as noise.
     *
     * @param means expected pixel of each sample
     * @param squares expected sum over the samples of their pixel's scores, each times each
     */
    private void learn(DMatrixRMaj means, DMatrixRMaj squares, double ridge) {
        DMatrixRMaj products = new DMatrixRMaj(inputs, scores);
        CommonOps_DDRM.multTransA(means, wanted, products);
        DMatrixRMaj ridged = squares.copy();
        addToDiagonal(ridged, ridge);
        weights = new DMatrixRMaj(inputs, scores);
        CommonOps_DDRM.solveSPD(ridged, products, weights);
        noise = leftOver(products, squares);
    }

    /** Expected square of the error per sample, from sums alone: no candidate is looked at again. */
    private DMatrixRMaj leftOver(DMatrixRMaj products, DMatrixRMaj squares) {
        DMatrixRMaj sum = new DMatrixRMaj(scores, scores);
        for (int sample = 0; sample < beliefs.length; sample++) {
            if (beliefs[sample].length > 0) {
                for (int i = 0; i < scores; i++) {
                    for (int j = 0; j < scores; j++) {
                        sum.add(i, j, wanted.get(sample, i) * wanted.get(sample, j));
                    }
                }
            }
        }
        DMatrixRMaj mixed = new DMatrixRMaj(scores, scores);
        CommonOps_DDRM.multTransA(products, weights, mixed);
        CommonOps_DDRM.subtractEquals(sum, mixed);
        CommonOps_DDRM.transpose(mixed);
        CommonOps_DDRM.subtractEquals(sum, mixed);
        DMatrixRMaj answered = new DMatrixRMaj(scores, scores);
        CommonOps_DDRM.multTransA(weights, product(squares, weights), answered);
        CommonOps_DDRM.addEquals(sum, answered);
        CommonOps_DDRM.divide(sum, candidates.placed());
        addToDiagonal(sum, LEAST_NOISE);
        return sum;
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

    private static void addToDiagonal(DMatrixRMaj matrix, double value) {
        for (int i = 0; i < matrix.numRows; i++) {
            matrix.add(i, i, value);
        }
    }
}
