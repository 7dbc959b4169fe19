/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.util.Set;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.jspecify.annotations.Nullable;

/**
 * Starts TensorFlow beside the checks of a request, a second of work. Where that fails it fails again, and is told,
 * when it is needed. Closing this waits for the start: a native library that is being loaded while its process ends may
 * crash it. GeoTools is left to one thread: the static initialisers of its classes wait for each other.
 */
final class HeadStart implements AutoCloseable {
    private static final String ESTIMATION = "EstimateSalinity";
    private static final Set<String> COMPUTING = Set.of(ESTIMATION, "EvaluateModel", "TrainModel");

    private @Nullable Thread begun;

    /**
     * Starts TensorFlow if the process computes with it. An estimation has a thread per processor already, and is some
     * ten percent slower where each multiplication asks for all of them again.
     */
    void startEngine(String process) {
        if (COMPUTING.contains(process)) {
            EngineSettings all = Settings.engine();
            EngineSettings settings = process.equals(ESTIMATION) ? all.withThreadsPerCall(1) : all;
            Thread thread = new Thread(() -> attempt(settings), "deepsalt-engine");
            thread.setDaemon(true);
            thread.start();
            begun = thread;
        }
    }

    private static void attempt(EngineSettings settings) {
        try {
            TensorFlow.start(settings);
        } catch (DeepSaltException e) {
            System.getLogger(HeadStart.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage());
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
