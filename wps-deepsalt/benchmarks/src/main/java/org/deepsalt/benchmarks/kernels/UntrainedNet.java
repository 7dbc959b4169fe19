/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.util.Arrays;
import java.util.Random;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Dropout;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.Weights;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The paper's net with the numbers that training begins with: it multiplies like a trained one and knows nothing.
 * TensorFlow must have been started.
 */
public record UntrainedNet(EstimatorNet net, Parameters parameters) {
    /** As many as a trained net keeps at most. */
    private static final int REFERENCES = 512;

    private static final long SEED = 7;

    /** The net for a number of bands and covariates. */
    public static UntrainedNet of(int bands, int covariates) {
        Autoencoder encoder = new Autoencoder("satellite", bands, Autoencoder.PAPER_WIDTHS);
        int token = encoder.codeSize() + covariates;
        Regressor student = Regressor.student(token, new LogNormalHead(OutputRange.PAPER_ECE));
        EstimatorNet net = new EstimatorNet(
                encoder,
                student,
                new MinMaxScaler(new float[bands], ones(bands)),
                new Standardiser(new float[encoder.codeSize()], ones(encoder.codeSize())),
                new MinMaxScaler(new float[covariates], ones(covariates)),
                ones(token),
                new Matrix(REFERENCES, token, uniform(new Random(SEED), REFERENCES * token)),
                1);
        return new UntrainedNet(net, parameters(encoder, student));
    }

    private static float[] ones(int size) {
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
