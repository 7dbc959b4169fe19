/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Dropout;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The output of a trained regressor for tokens, with its hidden states: of the teacher, this is what the student
 * imitates.
 *
 * @param hidden the token after each layer, one row per token
 * @param numbers what the head reads, one row per token
 * @param mean expected logarithm of the target, one column
 * @param scale its standard deviation, one column
 */
public record RegressorOutput(List<Matrix> hidden, Matrix numbers, Matrix mean, Matrix scale) {
    private static final double LEAST_SPREAD = 1e-6;

    /** Runs a trained regressor on tokens, one row each; dropout is off. */
    public static RegressorOutput of(Regressor net, Parameters trained, Matrix tokens) {
        try (TrainableGraph graph = new TrainableGraph(trained.startingWith(net.name() + "/"))) {
            Placeholder<TFloat32> token = graph.input(tokens.columns());
            Regressor.Pass pass = net.apply(graph.tf(), graph.weights(), token, Dropout.NONE);
            List<Operand<TFloat32>> wanted = new ArrayList<>(pass.hidden());
            Gaussian answer = net.head().answer(graph.tf(), pass.numbers());
            wanted.addAll(List.of(pass.numbers(), answer.mean(), answer.scale()));
            List<Matrix> tables = graph.run(wanted, Map.of(token, tokens));
            int layers = pass.hidden().size();
            return new RegressorOutput(
                    tables.subList(0, layers), tables.get(layers), tables.get(layers + 1), tables.get(layers + 2));
        }
    }

    /**
     * Refuses a net that predicts the same for every token. Predictions are bounded, so a training that diverges may
     * end so with a loss that looks harmless.
     *
     * @throws DeepSaltException if all predictions are equal, or one is not a number
     */
    public void requireVaried(String net) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (float answer : mean.values()) {
            lowest = Math.min(lowest, answer);
            highest = Math.max(highest, answer);
        }
        if (!(highest - lowest > LEAST_SPREAD)) {
            throw new DeepSaltException("training diverged: the " + net + " answers " + Math.exp(highest) + " to all "
                    + mean.rows() + " spectra; lower the learning rate or check the spectra for absurd values");
        }
    }
}
