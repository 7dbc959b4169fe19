/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.util.function.IntFunction;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.training.settings.EncoderShape;

/** The presets whose nets can be measured without a training. */
public enum NetShape {
    /** The preset {@code default}: from principal components, each covariate may be missing. */
    LIGHT,
    /** The preset {@code paper}: from all bands, eight times the multiplications. */
    PAPER;

    /** As cards name it. */
    public String preset() {
        return this == PAPER ? "paper" : "default";
    }

    Regressor.Shape student() {
        return this == PAPER ? Regressor.Shape.PAPER : Regressor.Shape.LIGHT;
    }

    /** Whether covariates may be missing. */
    boolean optional() {
        return this == LIGHT;
    }

    /** @param loadings numbers for the principal components, if it has them */
    SpectrumInput spectrum(int bands, IntFunction<float[]> loadings) {
        int scores = encoder().scores();
        return scores == 0
                ? new SpectrumInput.Scaled(new MinMaxScaler(new float[bands], UntrainedNet.ones(bands)))
                : new SpectrumInput.Scores(new PrincipalComponents(
                        new float[2 * bands], new Matrix(scores, 2 * bands, loadings.apply(scores * 2 * bands))));
    }

    Autoencoder encoder(int inputs) {
        return new Autoencoder(
                "satellite", inputs, encoder().widths(), encoder().scores() > 0);
    }

    private EncoderShape encoder() {
        return this == PAPER ? EncoderShape.PAPER : EncoderShape.LIGHT;
    }
}
