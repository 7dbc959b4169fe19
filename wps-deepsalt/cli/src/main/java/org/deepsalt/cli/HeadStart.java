/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.util.Optional;
import java.util.Set;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.store.ModelStore;
import org.jspecify.annotations.Nullable;

/**
 * Starts TensorFlow beside the checks of a request, a second of work, and rehearses an estimation: it loads the model
 * and runs one batch, so that classes, native code and TensorFlow's own compilations are there when pixels come. Where
 * that fails it fails again, and is told, when it is needed. Closing this waits for the start: a native library that is
 * being loaded while its process ends may crash it. GeoTools is left to one thread: the static initialisers of its
 * classes wait for each other.
 */
final class HeadStart implements AutoCloseable {
    private static final String ESTIMATION = "EstimateSalinity";
    private static final Set<String> COMPUTING = Set.of(ESTIMATION, "EvaluateModel", "TrainModel");

    private @Nullable Thread begun;

    /**
     * Starts TensorFlow if the process computes with it. An estimation has a thread per processor already, and is some
     * ten percent slower where each multiplication asks for all of them again.
     *
     * @param model id of the model that is asked for, if one is
     */
    void startEngine(String process, ModelStore models, @Nullable Object model) {
        if (COMPUTING.contains(process)) {
            EngineSettings all = Settings.engine();
            EngineSettings settings = process.equals(ESTIMATION) ? all.withThreadsPerCall(1) : all;
            Optional<String> rehearsed = Optional.ofNullable(model)
                    .filter(any -> process.equals(ESTIMATION))
                    .map(Object::toString);
            Thread thread = new Thread(() -> attempt(settings, models, rehearsed), "deepsalt-engine");
            thread.setDaemon(true);
            thread.start();
            begun = thread;
        }
    }

    private static void attempt(EngineSettings settings, ModelStore models, Optional<String> model) {
        try {
            TensorFlow.start(settings);
            model.ifPresent(id -> rehearse(models, id));
        } catch (RuntimeException e) {
            System.getLogger(HeadStart.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage());
        }
    }

    private static void rehearse(ModelStore models, String model) {
        try (Estimator estimator = models.load(models.card(model));
                Estimator.Worker worker = estimator.worker()) {
            worker.run(1, new float[EstimatorNet.OUTPUTS]);
        }
    }

    @Override
    public void close() {
        try {
            if (begun != null) {
                begun.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
