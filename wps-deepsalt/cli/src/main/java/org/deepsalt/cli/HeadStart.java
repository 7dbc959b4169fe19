/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.raster.grid.CrsCodes;

/**
 * Brings up beside the command what it will need: the database of coordinate reference systems and TensorFlow, a second
 * each. What fails here fails again, and is told, where it is needed. Closing it waits for what has begun: a native
 * library that is being loaded while its process ends may crash it.
 */
final class HeadStart implements AutoCloseable {
    private static final String ESTIMATION = "EstimateSalinity";
    private static final Set<String> COMPUTING = Set.of(ESTIMATION, "EvaluateModel", "TrainModel");

    private final List<Thread> begun = new ArrayList<>();

    /** Opens the database, which all processes want that open a layer. */
    void openCrsCodes() {
        begin("deepsalt-codes", CrsCodes::requireDatabase);
    }

    /**
     * Starts TensorFlow if the process computes with it. An estimation has a thread per processor already, and is some
     * ten percent slower where each multiplication asks for all of them again.
     */
    void startEngine(String process) {
        if (COMPUTING.contains(process)) {
            EngineSettings all = Settings.engine();
            EngineSettings settings = process.equals(ESTIMATION) ? all.withThreadsPerCall(1) : all;
            begin("deepsalt-engine", () -> TensorFlow.start(settings));
        }
    }

    private void begin(String name, Runnable work) {
        Thread thread = new Thread(() -> attempt(work), name);
        thread.setDaemon(true);
        thread.start();
        begun.add(thread);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DeepSaltException e) {
            System.getLogger(HeadStart.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            for (Thread thread : begun) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
