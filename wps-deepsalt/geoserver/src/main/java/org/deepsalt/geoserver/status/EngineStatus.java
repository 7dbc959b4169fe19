/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.status;

import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;

/**
 * Describes what TensorFlow runs on. A class of its own, because it alone refers to the engine's class, which cannot be
 * loaded where jars are missing. Stateless.
 */
final class EngineStatus {
    private EngineStatus() {}

    static String text(EngineSettings settings) {
        return TensorFlow.description()
                .orElseGet(() -> "TensorFlow starts with the first request that needs it (device " + settings.device()
                        + ", library below " + settings.unpackInto().orElseThrow() + ")");
    }
}
