/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.net.layer.Weights;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A TensorFlow graph whose parameters are learned by Adam. Use: ask for inputs, build the net on {@link #tf()} and
 * {@link #weights()}, call {@link #minimise} once, then {@link #step} and {@link #run}. One thread at a time; close it
 * to free the native graph, session and variables.
 */
public final class TrainableGraph implements AutoCloseable {
    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Session session = new Session(graph, TensorFlow.trainingSessions());
    private final Parameters parameters;
    private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();
    private final List<Placeholder<TFloat32>> initialValues = new ArrayList<>();
    private final List<Op> initialisers = new ArrayList<>();
    private final List<float[]> pendingValues = new ArrayList<>();

    private @Nullable Training training;

    /** What a step brings down, and how. */
    private record Training(Operand<TFloat32> loss, Adam adam) {}

    /** Starts from these parameters, which stay as they are. */
    public TrainableGraph(Parameters initial) {
        this.parameters = initial.copy();
    }

    /** Adds operations to this graph. */
    public Ops tf() {
        return tf;
    }

    /** Variables of this graph: the same name gives the same variable, however often a net asks for it. */
    public Weights weights() {
        return new Weights() {
            @Override
            public Operand<TFloat32> kernel(String name, int inputs, int outputs) {
                return variable(name, Shape.of(inputs, outputs), parameters.kernel(name, inputs, outputs));
            }

            @Override
            public Operand<TFloat32> vector(String name, int size, float initial) {
                return variable(name, Shape.of(size), parameters.vector(name, size, initial));
            }
        };
    }

    public Placeholder<TFloat32> input(int columns) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, columns)));
    }

    /** Makes this loss what {@link #step} brings down; everything asked of {@link #weights()} so far is learned. */
    public void minimise(Operand<TFloat32> scalar, Adam.Rule rule) {
        Adam adam = new Adam(tf, scalar, variables, rule, this::register);
        training = new Training(scalar, adam);
    }

    /**
     * Makes one step of the optimiser on a batch.
     *
     * @return the loss before the step
     * @throws DeepSaltException if the loss is no longer a number
     * @throws IllegalStateException before {@link #minimise}
     */
    public float step(Map<Placeholder<TFloat32>, Matrix> batch, float learningRate) {
        if (training == null) {
            throw new IllegalStateException("the graph has no loss to bring down: call minimise first");
        }
        Adam adam = training.adam;
        initialise();
        Session.Runner runner = session.runner();
        try (Feed feed = new Feed(runner, batch)) {
            adam.feed(feed, runner, learningRate);
            try (Result result = runner.fetch(training.loss).run()) {
                float value = ((TFloat32) result.get(0)).getFloat();
                if (!Float.isFinite(value)) {
                    throw new DeepSaltException("training diverged: the loss is " + value + " after " + adam.steps()
                            + " steps; lower the learning rate or check the spectra");
                }
                return value;
            }
        }
    }

    /** The value of a scalar for some data, without a step. */
    public float scalar(Operand<TFloat32> wanted, Map<Placeholder<TFloat32>, Matrix> data) {
        initialise();
        Session.Runner runner = session.runner();
        try (Feed feed = new Feed(runner, data);
                Result result = runner.fetch(wanted).run()) {
            return ((TFloat32) result.get(0)).getFloat();
        }
    }

    /** The rows of a table for some data, without a step. */
    public Matrix run(Operand<TFloat32> wanted, Map<Placeholder<TFloat32>, Matrix> data) {
        return run(List.of(wanted), data).get(0);
    }

    /** The rows of several tables for some data, without a step. */
    public List<Matrix> run(List<Operand<TFloat32>> wanted, Map<Placeholder<TFloat32>, Matrix> data) {
        initialise();
        Session.Runner runner = session.runner();
        wanted.forEach(runner::fetch);
        List<Matrix> tables = new ArrayList<>();
        try (Feed feed = new Feed(runner, data);
                Result result = runner.run()) {
            for (int i = 0; i < wanted.size(); i++) {
                tables.add(toMatrix((TFloat32) result.get(i)));
            }
        }
        return tables;
    }

    /** What has been learned so far, under the names that the nets use. */
    Parameters learned() {
        initialise();
        Session.Runner runner = session.runner();
        variables.values().forEach(runner::fetch);
        Parameters copy = parameters.copy();
        try (Result result = runner.run()) {
            int i = 0;
            for (String name : variables.keySet()) {
                copy.put(name, toArray((TFloat32) result.get(i++)));
            }
        }
        return copy;
    }

    private Operand<TFloat32> variable(String name, Shape shape, float[] initial) {
        return variables.computeIfAbsent(name, key -> register(shape, initial));
    }

    /** A variable with its initial value, which is fed once instead of standing in the graph. */
    private Variable<TFloat32> register(Shape shape, float[] initial) {
        Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
        Placeholder<TFloat32> value = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        initialValues.add(value);
        initialisers.add(tf.assign(variable, value));
        pendingValues.add(initial);
        return variable;
    }

    /** Gives the new variables their values, all in one run: each kind of run costs TensorFlow a plan of its own. */
    private void initialise() {
        if (pendingValues.isEmpty()) {
            return;
        }
        Session.Runner runner = session.runner();
        try (Feed feed = new Feed(runner, Map.of())) {
            for (int i = 0; i < pendingValues.size(); i++) {
                Placeholder<TFloat32> target = initialValues.get(i);
                feed.add(target, TFloat32.tensorOf(target.shape(), DataBuffers.of(pendingValues.get(i), true, false)));
                runner.addTarget(initialisers.get(i));
            }
            runner.run().close();
        }
        pendingValues.clear();
        initialValues.clear();
        initialisers.clear();
    }

    private static Matrix toMatrix(TFloat32 tensor) {
        return new Matrix(
                Math.toIntExact(tensor.shape().get(0)),
                Math.toIntExact(tensor.shape().get(1)),
                toArray(tensor));
    }

    private static float[] toArray(TFloat32 tensor) {
        float[] values = new float[Math.toIntExact(tensor.size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
