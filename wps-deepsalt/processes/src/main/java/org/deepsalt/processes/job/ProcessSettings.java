/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.util.Optional;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.raster.enmap.ArchiveLimits;

/**
 * Settings of the host that the processes obey. Processes ask at the beginning of each request, so that a change counts
 * from the next one on. Implementations are thread-safe.
 */
public interface ProcessSettings {
    /** The style of estimates where neither the request nor the administrator names one. */
    String STANDARD_STYLE = "ece-classes";

    /** What one request may use. */
    ProcessLimits limits();

    /** On what TensorFlow runs. */
    EngineSettings engine();

    /** How large what comes out of a product's ZIP may become. */
    default ArchiveLimits archives() {
        return ArchiveLimits.STANDARD;
    }

    /** The model of estimations that name none. */
    default Optional<String> defaultModel() {
        return Optional.empty();
    }

    /** The style of published estimates that name none. */
    default String defaultStyle() {
        return STANDARD_STYLE;
    }

    /** Settings that never change. */
    static ProcessSettings of(ProcessLimits limits, EngineSettings engine) {
        return new ProcessSettings() {
            @Override
            public ProcessLimits limits() {
                return limits;
            }

            @Override
            public EngineSettings engine() {
                return engine;
            }
        };
    }
}
