/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.List;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.net.layer.Weights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The way from a pixel to its answer: encoder, standardised code, covariates, regressor.
 *
 * @param spectrum what the encoder is fed with
 * @param encoder the satellite autoencoder, of which the encoder is used
 * @param standard codes to mean 0 and deviation 1
 * @param covariates beside the code
 * @param regressor over code and covariates
 */
public record StudentNet(
        SpectrumInput spectrum,
        Autoencoder encoder,
        Standardiser standard,
        CovariateInput covariates,
        Regressor regressor) {

    /** Codes {@code [n, codeSize]} as the encoder gives them, of reflectances {@code [n, bands]}. */
    public Operand<TFloat32> code(Ops tf, Weights weights, Operand<TFloat32> reflectance) {
        return encoder.encode(tf, weights, spectrum.apply(tf, reflectance));
    }

    /** Code and bounded covariates, {@code [n, token]}. */
    public Operand<TFloat32> token(Ops tf, Operand<TFloat32> code, Operand<TFloat32> raw) {
        return tf.concat(List.of(standardised(tf, code), covariates.bounded(tf, raw)), tf.constant(1));
    }

    /** Code and unbounded covariates, for distances; the presences of covariates are not part of it. */
    public Operand<TFloat32> freeToken(Ops tf, Operand<TFloat32> code, Operand<TFloat32> raw) {
        return tf.concat(List.of(standardised(tf, code), covariates.free(tf, raw)), tf.constant(1));
    }

    /** Numbers of a {@link #freeToken}. */
    public int freeSize() {
        return encoder.codeSize() + covariates.count();
    }

    private Operand<TFloat32> standardised(Ops tf, Operand<TFloat32> code) {
        return tf.math.mul(tf.math.sub(code, tf.constant(standard.mean())), tf.constant(standard.factor()));
    }

    /** Numbers per pixel that are measured: bands and covariates. */
    public int inputs() {
        return spectrum.bands() + covariates.count();
    }
}
