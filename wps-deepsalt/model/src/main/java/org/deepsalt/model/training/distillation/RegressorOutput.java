/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The output of a trained regressor for tokens; that of the teacher is what the student imitates.
 *
 * @param hidden the token after each layer, one row per token
 * @param numbers what the head reads, one row per token
 * @param mean expected logarithm of the target, one column
 * @param scale its standard deviation, one column
 */
public record RegressorOutput(List<Matrix> hidden, Matrix numbers, Matrix mean, Matrix scale) {
    /** The output of no teacher, for students that imitate none. */
    static final RegressorOutput NONE =
            new RegressorOutput(List.of(), Matrix.zeros(0, 0), Matrix.zeros(0, 0), Matrix.zeros(0, 0));

    private static final double LEAST_SPREAD = 1e-6;

    /** Applies a regressor to tokens. */
    public static RegressorOutput of(Regressor net, Parameters trained, Matrix tokens) {
        try (TrainableGraph graph = new TrainableGraph(trained.startingWith(net.name() + "/"))) {
            Placeholder<TFloat32> token = graph.input(tokens.columns());
            Regressor.Pass pass = net.apply(graph.tf(), graph.weights(), token, Dropout.NONE);
            return run(graph, net, pass, Map.of(token, tokens));
        }
    }

    /** Applies a student to pixels. */
    public static RegressorOutput of(StudentNet net, Parameters trained, Matrix reflectance, Matrix covariates) {
        try (TrainableGraph graph = new TrainableGraph(trained)) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> spectra = graph.input(reflectance.columns());
            Placeholder<TFloat32> beside = graph.input(covariates.columns());
            Operand<TFloat32> token = net.token(tf, net.code(tf, graph.weights(), spectra), beside);
            Regressor.Pass pass = net.regressor().apply(tf, graph.weights(), token, Dropout.NONE);
            return run(graph, net.regressor(), pass, Map.of(spectra, reflectance, beside, covariates));
        }
    }

    private static RegressorOutput run(
            TrainableGraph graph, Regressor net, Regressor.Pass pass, Map<Placeholder<TFloat32>, Matrix> data) {
        List<Operand<TFloat32>> wanted = new ArrayList<>(pass.hidden());
        Gaussian answer = net.head().answer(graph.tf(), pass.numbers());
        wanted.addAll(List.of(pass.numbers(), answer.mean(), answer.scale()));
        List<Matrix> tables = graph.run(wanted, data);
        int layers = pass.hidden().size();
        return new RegressorOutput(
                tables.subList(0, layers), tables.get(layers), tables.get(layers + 1), tables.get(layers + 2));
    }

    /**
     * Refuses a net whose answers are all alike. The answers are bounded, so that a training which diverges
     * may end so with a loss that looks harmless.
     *
     * @throws DeepSaltException if it does
     */
    public void requireVaried(String who) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (float answer : mean.values()) {
            lowest = Math.min(lowest, answer);
            highest = Math.max(highest, answer);
        }
        if (!(highest - lowest > LEAST_SPREAD)) {
            throw new DeepSaltException("training diverged: the " + who + " answers " + Math.exp(highest) + " to all "
                    + mean.rows() + " spectra; lower the learning rate or check the spectra for absurd values");
        }
    }
}
