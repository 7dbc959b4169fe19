/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.kernels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Dropout;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.Weights;
import org.deepsalt.model.spectra.Matrix;
import org.deepsalt.model.spectra.MinMaxScaler;
import org.deepsalt.model.spectra.Standardiser;
import org.deepsalt.model.store.Folders;
import org.deepsalt.standalone.host.Settings;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The paper's net with the numbers of its first hour, exported and loaded as every model is. */
@State(Scope.Benchmark)
public class NetState {
    private static final int BANDS = 218;
    private static final int COVARIATES = 8;
    private static final int REFERENCES = 512;

    private Path folder;
    private Estimator estimator;
    Estimator.Worker worker;
    float[] answers;

    /** Builds, exports and loads the net. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        TensorFlow.start(Settings.engine());
        Autoencoder encoder = new Autoencoder("satellite", BANDS, Autoencoder.PAPER_WIDTHS);
        int token = encoder.codeSize() + COVARIATES;
        Regressor student = Regressor.student(token, OutputRange.PAPER_ECE);
        Random random = new Random(7);
        EstimatorNet net = new EstimatorNet(
                encoder,
                student,
                new MinMaxScaler(new float[BANDS], filled(BANDS, 1)),
                new Standardiser(new float[encoder.codeSize()], filled(encoder.codeSize(), 1)),
                new MinMaxScaler(new float[COVARIATES], filled(COVARIATES, 1)),
                filled(token, 1),
                new Matrix(REFERENCES, token, uniform(random, REFERENCES * token)),
                1);
        folder = Files.createTempDirectory("deepsalt-kernels-");
        SavedModelWriter.write(net, untrained(encoder, student), folder.resolve("net"));
        estimator = Estimator.load(folder.resolve("net"), net.inputs());
        worker = estimator.worker();
        worker.pixels().put(0, uniform(random, Estimator.BATCH * net.inputs()));
        answers = new float[Estimator.BATCH * EstimatorNet.OUTPUTS];
    }

    private static float[] filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return values;
    }

    private static float[] uniform(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    /** The nets ask for their parameters while they are being built, and get those that training begins with. */
    private static Parameters untrained(Autoencoder encoder, Regressor student) {
        Parameters parameters = new Parameters(7);
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

    /** Frees and deletes the net. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        worker.close();
        estimator.close();
        Folders.delete(folder);
    }
}
