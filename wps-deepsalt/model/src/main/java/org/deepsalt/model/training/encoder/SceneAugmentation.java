/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.settings.SceneVariation;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.random.RandomStandardNormal;
import org.tensorflow.op.random.RandomUniformInt;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Varies reflectances as they vary from scene to scene: a few leaves more, brighter or darker, slow waves along the
 * spectrum, a step between the detectors, and noise by band. A net that shall answer the same to all of these does not
 * lean on what differs from scene to scene. The draws follow from the seed. Immutable.
 *
 * @param waves relative changes, one row per independent cause, columns as the bands; without rows for none
 * @param noise deviation of each band in reflectance
 * @param leaves reflectance of green canopies, one row each, of which a pixel is mixed with any
 * @param cover deviation of the share of leaves, which is half of a normal distribution
 * @param seed of the draws
 */
public record SceneAugmentation(Matrix waves, float[] noise, Matrix leaves, float cover, long seed) {
    /** No variation. */
    public static final SceneAugmentation NONE =
            new SceneAugmentation(Matrix.zeros(0, 0), new float[0], Matrix.zeros(0, 0), 0, 0);

    /** Between EnMAP's detectors, in nm. */
    private static final double SECOND_DETECTOR = 960;

    private static final double FIRST = 420;
    private static final double SPAN = 2030;
    private static final int BUMPS = 6;

    /** Width of a bump as a share of the spectrum. */
    private static final double WIDTH = 0.15;

    private static final double MOST_NOISE = 0.02;

    /** Pixels with more are masked as vegetation. */
    private static final float MOST_COVER = 0.15f;

    /** A band less the mean of its neighbours has the variance of 1 + 1/4 + 1/4 bands. */
    private static final double NEIGHBOURS = 1.5;

    /**
     * Measures how the unlabelled pixels of a training vary.
     *
     * @param reflectance of many pixels, from which the noise of each band is read
     */
    public static SceneAugmentation of(SceneVariation variation, List<Band> bands, Matrix reflectance, long seed) {
        int columns = bands.size();
        if (variation.equals(SceneVariation.NONE)) {
            return NONE;
        }
        Matrix waves = Matrix.zeros(2 + BUMPS, columns);
        float[] noise = noise(reflectance);
        for (int band = 0; band < columns; band++) {
            double centre = bands.get(band).centre();
            waves.values()[band] = variation.gain();
            waves.values()[columns + band] = centre > SECOND_DETECTOR ? variation.step() : 0;
            for (int bump = 0; bump < BUMPS; bump++) {
                double off = ((centre - FIRST) / SPAN - bump / (BUMPS - 1.0)) / WIDTH;
                waves.values()[(2 + bump) * columns + band] = (float) (variation.smooth() * Math.exp(-off * off / 2));
            }
            noise[band] *= variation.noise();
        }
        Matrix leaves = new Matrix(1, columns, GreenCanopy.reflectance(bands));
        return new SceneAugmentation(waves, noise, leaves, variation.cover(), seed);
    }

    /**
     * The same with the scenes' own canopies in place of the sketch of one.
     *
     * @param canopies one per row, columns as the bands; none to change nothing
     */
    public SceneAugmentation withLeaves(Matrix canopies) {
        return waves.rows() == 0 || canopies.rows() == 0
                ? this
                : new SceneAugmentation(waves, noise, canopies, cover, seed);
    }

    /**
     * Deviation of each band from the mean of its neighbours, as far as neighbours in the table are those in
     * wavelength.
     */
    private static float[] noise(Matrix reflectance) {
        int columns = reflectance.columns();
        float[] noise = new float[columns];
        for (int band = 0; band < columns; band++) {
            int left = band == 0 ? Math.min(1, columns - 1) : band - 1;
            int right = band == columns - 1 ? Math.max(0, columns - 2) : band + 1;
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < reflectance.rows(); row++) {
                double off =
                        reflectance.get(row, band) - 0.5 * (reflectance.get(row, left) + reflectance.get(row, right));
                sum += off;
                squares += off * off;
            }
            double mean = sum / reflectance.rows();
            double variance = Math.max(0, squares / reflectance.rows() - mean * mean) / NEIGHBOURS;
            noise[band] = (float) Math.min(MOST_NOISE, Math.sqrt(variance));
        }
        return noise;
    }

    /** Reflectances {@code [n, bands]} to the same, drawn anew in each run. */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> reflectance) {
        if (waves.rows() == 0) {
            return reflectance;
        }
        Operand<TFloat32> causes =
                tf.constant(Shape.of(waves.rows(), waves.columns()), DataBuffers.of(waves.values(), true, false));
        Operand<TFloat32> relative = tf.linalg.matMul(normal(tf, reflectance, waves.rows(), 1), causes);
        Operand<TFloat32> scene = tf.math.mul(covered(tf, reflectance), tf.math.exp(relative));
        Operand<TFloat32> own = tf.math.mul(normal(tf, reflectance, waves.columns(), 2), tf.constant(noise));
        return tf.math.add(scene, own);
    }

    private Operand<TFloat32> covered(Ops tf, Operand<TFloat32> reflectance) {
        if (cover == 0) {
            return reflectance;
        }
        Operand<TFloat32> share = tf.math.minimum(
                tf.constant(MOST_COVER), tf.math.mul(tf.constant(cover), tf.math.abs(normal(tf, reflectance, 1, 3))));
        return tf.math.add(reflectance, tf.math.mul(share, tf.math.sub(canopy(tf, reflectance), reflectance)));
    }

    private Operand<TFloat32> canopy(Ops tf, Operand<TFloat32> reflectance) {
        if (leaves.rows() == 1) {
            return tf.constant(leaves.values());
        }
        Operand<TInt32> rows = tf.slice(tf.shape(reflectance), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        Operand<TInt32> chosen = tf.random.randomUniformInt(
                rows,
                tf.constant(0),
                tf.constant(leaves.rows()),
                RandomUniformInt.seed(seed),
                RandomUniformInt.seed2(4L));
        Operand<TFloat32> all =
                tf.constant(Shape.of(leaves.rows(), leaves.columns()), DataBuffers.of(leaves.values(), true, false));
        return tf.gather(all, chosen, tf.constant(0));
    }

    private Operand<TFloat32> normal(Ops tf, Operand<TFloat32> like, int columns, long stream) {
        Operand<TInt32> rows = tf.slice(tf.shape(like), tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        return tf.random.randomStandardNormal(
                tf.concat(List.of(rows, tf.constant(new int[] {columns})), tf.constant(0)),
                TFloat32.class,
                RandomStandardNormal.seed(seed),
                RandomStandardNormal.seed2(stream));
    }
}
