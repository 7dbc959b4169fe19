/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma and Ba 2015) with weight decay added to the gradient, as PyTorch's Adam has it, and clipping of the
 * gradients' global norm.
 */
public final class Adam {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    /**
     * Weight decay, clipping and learning rates of the steps.
     *
     * @param weightDecay times the parameter, added to its gradient
     * @param clip largest global norm of the gradients, or 0 for no bound
     * @param rates share of the learning rate for parameters whose names begin with a prefix; 1 for all others
     */
    public record Rule(float weightDecay, float clip, Map<String, Float> rates) {
        /** The same learning rate for all parameters. */
        public Rule(float weightDecay, float clip) {
            this(weightDecay, clip, Map.of());
        }

        private float rate(String name) {
            return rates.entrySet().stream()
                    .filter(entry -> name.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(1f);
        }
    }

    private final Placeholder<TFloat32> learningRate;
    private final Placeholder<TFloat32> beta1Power;
    private final Placeholder<TFloat32> beta2Power;
    private final Op update;
    private int steps;

    Adam(
            Ops tf,
            Operand<TFloat32> loss,
            Map<String, Variable<TFloat32>> byName,
            Rule rule,
            BiFunction<Shape, float[], Variable<TFloat32>> newVariable) {
        learningRate = scalar(tf);
        beta1Power = scalar(tf);
        beta2Power = scalar(tf);
        List<Op> updates = new ArrayList<>();
        List<String> names = List.copyOf(byName.keySet());
        List<Variable<TFloat32>> variables = List.copyOf(byName.values());
        List<Operand<TFloat32>> gradients = gradients(tf, loss, variables, rule);
        Operand<TFloat32> beta1 = tf.constant(BETA1);
        Operand<TFloat32> beta2 = tf.constant(BETA2);
        Operand<TFloat32> epsilon = tf.constant(EPSILON);
        Map<Float, Operand<TFloat32>> rates = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            Shape shape = variables.get(i).shape();
            float[] zeros = new float[Math.toIntExact(shape.size())];
            updates.add(tf.train.applyAdam(
                    variables.get(i),
                    newVariable.apply(shape, zeros),
                    newVariable.apply(shape, zeros),
                    beta1Power,
                    beta2Power,
                    rates.computeIfAbsent(
                            rule.rate(names.get(i)), share -> tf.math.mul(learningRate, tf.constant(share))),
                    beta1,
                    beta2,
                    epsilon,
                    gradients.get(i)));
        }
        update = tf.withControlDependencies(updates).noOp();
    }

    /** Adds one update of all variables to a run. */
    void feed(Feed feed, Session.Runner runner, float rate) {
        steps++;
        feed.add(learningRate, TFloat32.scalarOf(rate));
        feed.add(beta1Power, TFloat32.scalarOf((float) Math.pow(BETA1, steps)));
        feed.add(beta2Power, TFloat32.scalarOf((float) Math.pow(BETA2, steps)));
        runner.addTarget(update);
    }

    int steps() {
        return steps;
    }

    private static List<Operand<TFloat32>> gradients(
            Ops tf, Operand<TFloat32> loss, List<Variable<TFloat32>> variables, Rule rule) {
        List<Operand<TFloat32>> gradients = gated(tf, tf.gradients(loss, variables), variables.size());
        List<Operand<TFloat32>> squares = new ArrayList<>();
        gradients.forEach(gradient -> squares.add(tf.nn.l2Loss(gradient)));
        if (rule.clip() > 0) {
            Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(squares)));
            Operand<TFloat32> scale =
                    tf.math.div(tf.constant(rule.clip()), tf.math.maximum(norm, tf.constant(rule.clip())));
            gradients.replaceAll(gradient -> tf.math.mul(gradient, scale));
        }
        if (rule.weightDecay() > 0) {
            Operand<TFloat32> decay = tf.constant(rule.weightDecay());
            for (int i = 0; i < gradients.size(); i++) {
                gradients.set(i, tf.math.add(gradients.get(i), tf.math.mul(decay, variables.get(i))));
            }
        }
        return gradients;
    }

    /**
     * All gradients, none before the last one is known: a gradient reads other layers' kernels where they lie, and
     * would else read them sometimes before and sometimes after their own update.
     */
    private static List<Operand<TFloat32>> gated(Ops tf, Gradients raw, int count) {
        List<Op> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(raw.<TFloat32>dy(i));
        }
        // One gate before all of them: TensorFlow's plan of a run takes its time over every edge.
        Ops after = tf.withControlDependencies(tf.withControlDependencies(all).noOp());
        List<Operand<TFloat32>> gradients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            gradients.add(after.identity(raw.<TFloat32>dy(i)));
        }
        return gradients;
    }

    private static Placeholder<TFloat32> scalar(Ops tf) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }
}
