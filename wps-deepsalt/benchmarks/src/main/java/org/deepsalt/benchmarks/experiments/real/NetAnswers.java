/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.training.TrainedModel;

/** What an exported net answers, as a map would. */
final class NetAnswers {
    private NetAnswers() {}

    /**
     * Expected natural logarithms of the target.
     *
     * @param reflectance one row per pixel
     * @param covariates of the same pixels
     */
    static double[] logs(TrainedModel trained, Matrix reflectance, Matrix covariates) throws IOException {
        Path folder = Files.createTempDirectory("deepsalt-experiment-");
        try {
            Path net = folder.resolve("net");
            SavedModelWriter.write(trained.net(), trained.parameters(), net);
            try (Estimator estimator = Estimator.load(net, trained.net().inputs());
                    Estimator.Worker worker = estimator.worker()) {
                float[] answers = worker.answers(reflectance.beside(covariates).values(), reflectance.rows());
                double[] logs = new double[reflectance.rows()];
                for (int i = 0; i < logs.length; i++) {
                    logs[i] = answers[i * EstimatorNet.OUTPUTS];
                }
                return logs;
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
