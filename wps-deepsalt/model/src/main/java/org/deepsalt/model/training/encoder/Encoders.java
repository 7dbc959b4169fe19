/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.net.CovariateInput;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Parameters;

/**
 * Aligned encoders of laboratory and satellite spectra, whose codes lie in one space. {@link EncoderTrainer} trains
 * them. Immutable as long as nobody changes the parameters; each call opens a TensorFlow session of its own.
 */
public final class Encoders {
    private final EncoderNets nets;
    private final Parameters parameters;
    private final CodeScales scales;
    private final SceneAugmentation augmentation;
    private final List<double[]> alignmentCurve;
    private final CodeCosines cosines;

    /** What makes the codes of each domain vary alike. */
    record CodeScales(Standardiser laboratory, Standardiser satellite) {}

    Encoders(
            EncoderNets nets,
            Parameters parameters,
            CodeScales scales,
            SceneAugmentation augmentation,
            List<double[]> alignmentCurve,
            CodeCosines cosines) {
        this.nets = nets;
        this.parameters = parameters;
        this.scales = scales;
        this.augmentation = augmentation;
        this.alignmentCurve = alignmentCurve;
        this.cosines = cosines;
    }

    /**
     * Codes of laboratory spectra as the teacher sees them.
     *
     * @param absorbance one row per sample, one column per wavenumber of the library
     * @return one row per sample, {@link #codeSize()} columns
     */
    public Matrix laboratoryCodes(Matrix absorbance) {
        return scales.laboratory()
                .apply(nets.encodeLaboratory(parameters, nets.laboratoryInput().apply(absorbance)));
    }

    /**
     * Codes of satellite spectra as the student sees them before it learns.
     *
     * @param reflectance one row per pixel, one column per band of the training
     * @return one row per pixel, {@link #codeSize()} columns
     */
    public Matrix satelliteCodes(Matrix reflectance) {
        return scales.satellite().apply(nets.encodeSatellite(parameters, reflectance));
    }

    /** The net from a pixel to its answer, which begins with the satellite's encoder as it was aligned. */
    public StudentNet studentNet(CovariateInput covariates, Regressor regressor) {
        return new StudentNet(nets.satelliteInput(), nets.satellite(), scales.satellite(), covariates, regressor);
    }

    /** Variation of satellite spectra between scenes, as it was measured on the unlabelled pixels. */
    public SceneAugmentation augmentation() {
        return augmentation;
    }

    /** Numbers of a code. */
    public int codeSize() {
        return nets.satellite().codeSize();
    }

    /** Weights of both aligned autoencoders, by name. */
    public Parameters parameters() {
        return parameters;
    }

    /** Loss of the alignment, one entry per epoch: of training pairs, and of validation pairs or NaN. */
    public List<double[]> alignmentCurve() {
        return alignmentCurve;
    }

    /** Cosines between codes of pairs that the alignment has not seen, or of all pairs where it has seen all. */
    public CodeCosines cosines() {
        return cosines;
    }
}
