/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.Weights;
import org.deepsalt.model.training.settings.EncoderShape;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a net multiplies for one pixel: the encoder and the student are built once, and the sizes of all the kernels
 * that they ask for are added up. The comparison with the training data, scaling and normalisation are not in it: they
 * are no part of encoder and student, or grow with the width of a layer and not with its square. TensorFlow must have
 * been started.
 */
public final class NetCost {
    private NetCost() {}

    /** Multiplications of the paper's net, each with its addition, for one pixel. */
    public static long ofPaper(int bands, int covariates) {
        Autoencoder encoder = new Autoencoder("satellite", bands, Autoencoder.PAPER_WIDTHS, false);
        return count(encoder, encoder.codeSize() + covariates, Regressor.Shape.PAPER);
    }

    /** The same of the default's, which begins with principal components and has a number more for each covariate. */
    public static long ofDefault(int bands, int covariates) {
        EncoderShape shape = EncoderShape.LIGHT;
        Autoencoder encoder = new Autoencoder("satellite", shape.scores(), shape.widths(), true);
        return 2L * bands * shape.scores() + count(encoder, encoder.codeSize() + 2 * covariates, Regressor.Shape.LIGHT);
    }

    private static long count(Autoencoder encoder, int token, Regressor.Shape shape) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Counter counter = new Counter(tf);
            encoder.encode(tf, counter, placeholder(tf, 1, encoder.inputs()));
            Regressor.student(token, shape, new LogNormalHead(OutputRange.PAPER_ECE))
                    .apply(tf, counter, placeholder(tf, 1, token), Dropout.NONE);
            return counter.total;
        }
    }

    private static Operand<TFloat32> placeholder(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    /** Hands out kernels without numbers and counts them. */
    private static final class Counter implements Weights {
        private final Ops tf;
        private long total;

        Counter(Ops tf) {
            this.tf = tf;
        }

        @Override
        public Operand<TFloat32> kernel(String name, int inputs, int outputs) {
            total += (long) inputs * outputs;
            return placeholder(tf, inputs, outputs);
        }

        @Override
        public Operand<TFloat32> vector(String name, int size, float initial) {
            return placeholder(tf, size);
        }
    }
}
