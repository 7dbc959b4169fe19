/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.util.Arrays;
import java.util.Random;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.CovariateInput;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.net.layer.Weights;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * A preset's net with the numbers that training begins with: it multiplies like a trained one and knows nothing.
 * TensorFlow must have been started.
 */
public record UntrainedNet(EstimatorNet net, Parameters parameters) {
    /** As many as a trained net keeps at most. */
    private static final int REFERENCES = 512;

    private static final long SEED = 7;

    /** The default's net for a number of bands and covariates. */
    public static UntrainedNet of(int bands, int covariates) {
        return of(NetShape.LIGHT, bands, covariates);
    }

    /** A preset's net for a number of bands and covariates. */
    public static UntrainedNet of(NetShape shape, int bands, int covariates) {
        Random random = new Random(SEED);
        SpectrumInput spectrum = shape.spectrum(bands, size -> uniform(random, size));
        Autoencoder encoder = shape.encoder(spectrum.size());
        CovariateInput beside =
                new CovariateInput(new MinMaxScaler(new float[covariates], ones(covariates)), shape.optional());
        StudentNet student = new StudentNet(
                spectrum,
                encoder,
                new Standardiser(new float[encoder.codeSize()], ones(encoder.codeSize())),
                beside,
                Regressor.student(
                        encoder.codeSize() + beside.size(), shape.student(), new LogNormalHead(OutputRange.PAPER_ECE)));
        int token = student.freeSize();
        EstimatorNet net = new EstimatorNet(
                student, ones(token), new Matrix(REFERENCES, token, uniform(random, REFERENCES * token)), 1);
        return new UntrainedNet(net, parameters(encoder, student.regressor()));
    }

    static float[] ones(int size) {
        float[] values = new float[size];
        Arrays.fill(values, 1);
        return values;
    }

    /** Numbers from 0 to 1. */
    public static float[] uniform(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** The nets ask for their parameters while they are being built, and so bring them into being. */
    private static Parameters parameters(Autoencoder encoder, Regressor student) {
        Parameters parameters = new Parameters(SEED);
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Weights weights = new Weights() {
                @Override
                public Operand<TFloat32> kernel(String name, int inputs, int outputs) {
                    parameters.kernel(name, inputs, outputs);
                    return placeholder(tf, inputs, outputs);
                }

                @Override
                public Operand<TFloat32> vector(String name, int size, float initial) {
                    parameters.vector(name, size, initial);
                    return placeholder(tf, size);
                }
            };
            encoder.encode(tf, weights, placeholder(tf, 1, encoder.inputs()));
            student.apply(tf, weights, placeholder(tf, 1, student.size()), Dropout.NONE);
        }
        return parameters;
    }

    private static Operand<TFloat32> placeholder(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }
}
