/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.nio.file.Path;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;

/** Settings of the processes on the command line and in the demo host: nobody configures them. */
public final class Settings {
    private Settings() {}

    /** The standard limits, with TensorFlow on whatever device there is. */
    public static ProcessSettings processes() {
        return ProcessSettings.of(ProcessLimits.defaults(), engine());
    }

    /**
     * TensorFlow with its library unpacked into the user's cache, where it survives a clean build, and the precision
     * that the system property {@code deepsalt.precision} names.
     *
     * @throws DeepSaltException if it names none
     */
    public static EngineSettings engine() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new EngineSettings(
                Optional.of(base.resolve("deepsalt")),
                Runtime.getRuntime().availableProcessors(),
                EngineSettings.Device.AUTO,
                precision(System.getProperty("deepsalt.precision", Precision.AUTO.key())));
    }

    private static Precision precision(String name) {
        return Precision.of(name)
                .orElseThrow(() -> new DeepSaltException("the system property deepsalt.precision is '" + name
                        + "', wanted auto, float32 or bfloat16: correct it in DEEPSALT_JAVA_OPTS"));
    }
}
