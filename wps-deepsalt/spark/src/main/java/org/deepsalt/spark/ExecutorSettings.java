/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.jspecify.annotations.Nullable;

/** Settings of the processes in the JVMs of a cluster. */
final class ExecutorSettings {
    private static final String NATIVES = "deepsalt-natives-";
    private static @Nullable Path natives;

    private ExecutorSettings() {}

    /** The driver computes nothing. */
    static ProcessSettings ofDriver() {
        return ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());
    }

    /**
     * An executor's settings.
     *
     * @param cpus of a task, which are the threads of a scene
     */
    static ProcessSettings ofExecutor(int cpus) {
        ProcessLimits usual = ProcessLimits.defaults();
        EngineSettings engine = new EngineSettings(Optional.of(natives()), 1, EngineSettings.Device.AUTO);
        return ProcessSettings.of(new ProcessLimits(cpus, usual.maxPixels(), usual.maxTrainingPixels()), engine);
    }

    /**
     * A folder of this JVM's own for TensorFlow's library, in the executor's working folder, which Spark deletes: two
     * JVMs of one machine that unpack into one folder may read what the other has half written.
     */
    private static synchronized Path natives() {
        Path known = natives;
        if (known != null) {
            return known;
        }
        try {
            Path made = Files.createTempDirectory(Path.of("").toAbsolutePath(), NATIVES);
            natives = made;
            return made;
        } catch (IOException e) {
            throw new DeepSaltException(
                    "no folder for TensorFlow's library can be made in the executor's working folder: "
                            + e.getMessage(),
                    e);
        }
    }
}
