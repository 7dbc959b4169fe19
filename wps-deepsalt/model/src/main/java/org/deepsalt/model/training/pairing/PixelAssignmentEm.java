/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The probability of each candidate pixel that it is the one that a laboratory sample came from. The scores of a
 * laboratory spectrum are taken to be a linear function of the scores of its pixel's spectrum plus normal noise;
 * neither the function, nor the noise, nor the pixels are known, nor the error of the coordinates. Expectation
 * maximisation (Dempster, Laird and Rubin 1977) estimates all four, with a temperature that falls from a high one, so
 * that early responsibilities are not final (Ueda and Nakano 1998). Not thread-safe.
 */
final class PixelAssignmentEm {
    private static final int STEPS = 40;
    private static final double HOT = 4;
    private static final double COOLING = 0.15;
    private static final double RIDGE = 3;

    /** Responsibilities below this do not count in the sums. */
    private static final double NEGLIGIBLE = 1e-9;

    /** Logarithm of a share that is 0. */
    private static final double VANISHING = -50;

    private final DMatrixRMaj wanted;
    private final DMatrixRMaj pixels;
    private final Candidates candidates;
    private final int scores;
    private final int inputs;
    private final double[][] responsibilities;
    private final double[] ringWeights = new double[Candidates.RINGS];

    /**
     * @param laboratory scores of the samples, one row each, of about unit variance
     * @param satellite scores of the pixels, one row each, of about unit variance
     * @param candidates the pixels that each sample may have come from
     */
    PixelAssignmentEm(Matrix laboratory, Matrix satellite, Candidates candidates) {
        this.candidates = candidates;
        this.scores = laboratory.columns();
        this.inputs = satellite.columns() + 1;
        this.wanted = columns(laboratory, scores);
        this.pixels = columns(satellite, inputs);
        for (int pixel = 0; pixel < pixels.numRows; pixel++) {
            pixels.set(pixel, inputs - 1, 1);
        }
        this.responsibilities = new double[candidates.samples()][];
        Arrays.fill(ringWeights, 1);
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
     * Estimates the responsibilities.
     *
     * @param progress asked at every step
     * @return for each sample one number per candidate, in the candidates' order; they add up to 1 where there are any
     */
    double[][] responsibilities(Progress progress) {
        for (int sample = 0; sample < responsibilities.length; sample++) {
            responsibilities[sample] = new double[candidates.of(sample).length];
            Arrays.fill(responsibilities[sample], 1.0 / Math.max(1, responsibilities[sample].length));
        }
        ScoreRelation relation = relationOfMeans();
        for (int step = 0; step < STEPS; step++) {
            progress.report((double) step / STEPS, "finding the pixels of the laboratory samples");
            updateResponsibilities(relation, Math.max(1, HOT - COOLING * step));
            relation = relation();
            updateRingWeights();
        }
        return responsibilities;
    }

    /** A first function: at equal responsibilities a sample's expected scores are those of its candidates' mean. */
    private ScoreRelation relationOfMeans() {
        DMatrixRMaj means = expected();
        DMatrixRMaj squares = new DMatrixRMaj(inputs, inputs);
        CommonOps_DDRM.multTransA(means, means, squares);
        return relation(means, squares, 1);
    }

    /** One row per sample: the mean of its candidates' scores, weighted by their responsibilities. */
    private DMatrixRMaj expected() {
        DMatrixRMaj means = new DMatrixRMaj(responsibilities.length, inputs);
        forEachSample(sample -> {
            int[] of = candidates.of(sample);
            for (int i = 0; i < of.length; i++) {
                double responsibility = responsibilities[sample][i];
                if (responsibility > NEGLIGIBLE) {
                    for (int k = 0; k < inputs; k++) {
                        means.data[sample * inputs + k] += responsibility * pixels.data[of[i] * inputs + k];
                    }
                }
            }
        });
        return means;
    }

    /** E step: how likely each candidate is by its spectrum and by its distance. */
    private void updateResponsibilities(ScoreRelation relation, double temperature) {
        DMatrixRMaj answers = relation.whitened(relation.answers(pixels));
        DMatrixRMaj targets = relation.whitened(wanted);
        double[] ringLogs = Arrays.stream(ringWeights).map(Math::log).toArray();
        forEachSample(sample -> {
            int[] of = candidates.of(sample);
            double[] logs = responsibilities[sample];
            for (int i = 0; i < of.length; i++) {
                double distance = squaredDistance(targets, sample, answers, of[i]);
                logs[i] = ringLogs[candidates.ring(sample, i)] - distance / 2 / temperature;
            }
            toShares(logs);
        });
    }

    /** On all processors: what comes of a sample depends on no other one. */
    private void forEachSample(IntConsumer work) {
        IntStream.range(0, responsibilities.length).parallel().forEach(work);
    }

    private double squaredDistance(DMatrixRMaj left, int leftRow, DMatrixRMaj right, int rightRow) {
        double sum = 0;
        for (int s = 0; s < scores; s++) {
            double difference = left.data[leftRow * scores + s] - right.data[rightRow * scores + s];
            sum += difference * difference;
        }
        return sum;
    }

    /** Logarithms of weights to the weights, which add up to 1. */
    private static void toShares(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            // What is so small changes no bit of the sum, and an exponential takes as long as a candidate's distance.
            logs[i] = logs[i] - most < VANISHING ? 0 : Math.exp(logs[i] - most);
            sum += logs[i];
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= sum;
        }
    }

    /** M step: the relation between the scores, weighted by the responsibilities. */
    private ScoreRelation relation() {
        double[] byPixel = new double[pixels.numRows];
        for (int sample = 0; sample < responsibilities.length; sample++) {
            int[] of = candidates.of(sample);
            for (int i = 0; i < of.length; i++) {
                byPixel[of[i]] += responsibilities[sample][i];
            }
        }
        DMatrixRMaj squares = new DMatrixRMaj(inputs, inputs);
        for (int pixel = 0; pixel < byPixel.length; pixel++) {
            if (byPixel[pixel] > NEGLIGIBLE) {
                addSquare(squares, pixels, pixel, byPixel[pixel]);
            }
        }
        mirror(squares);
        return relation(expected(), squares, RIDGE);
    }

    /** Adds to the upper half alone. */
    private static void addSquare(DMatrixRMaj sum, DMatrixRMaj rows, int row, double weight) {
        int columns = rows.numCols;
        for (int i = 0; i < columns; i++) {
            double scaled = weight * rows.data[row * columns + i];
            for (int j = i; j < columns; j++) {
                sum.data[i * columns + j] += scaled * rows.data[row * columns + j];
            }
        }
    }

    private static void mirror(DMatrixRMaj upper) {
        for (int i = 0; i < upper.numRows; i++) {
            for (int j = 0; j < i; j++) {
                upper.set(i, j, upper.get(j, i));
            }
        }
    }

    private ScoreRelation relation(DMatrixRMaj means, DMatrixRMaj squares, double ridge) {
        DMatrixRMaj own = new DMatrixRMaj(scores, scores);
        for (int sample = 0; sample < responsibilities.length; sample++) {
            if (responsibilities[sample].length > 0) {
                addSquare(own, wanted, sample, 1);
            }
        }
        mirror(own);
        return ScoreRelation.fit(wanted, means, squares, own, candidates.placed(), ridge);
    }

    /** M step: how much more often than by chance the right pixel lies in each ring around the recorded coordinates. */
    private void updateRingWeights() {
        double[] found = new double[ringWeights.length];
        double[] offered = new double[ringWeights.length];
        for (int sample = 0; sample < responsibilities.length; sample++) {
            for (int i = 0; i < responsibilities[sample].length; i++) {
                int ring = candidates.ring(sample, i);
                found[ring] += responsibilities[sample][i];
                offered[ring] += 1.0 / responsibilities[sample].length;
            }
        }
        for (int ring = 0; ring < ringWeights.length; ring++) {
            ringWeights[ring] = (found[ring] + 1) / (offered[ring] + 1);
        }
    }
}
