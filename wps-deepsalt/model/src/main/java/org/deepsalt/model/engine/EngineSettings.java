/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of TensorFlow for this JVM: its native library, threads and device.
 *
 * @param unpackInto folder for the native libraries, about 600 MB; empty for JavaCPP's default below the home folder
 * @param threadsPerCall threads that share one multiplication: all cores while training, 1 where several windows of a
 *     scene are estimated side by side
 * @param device where it multiplies
 * @param precision in what numbers it multiplies
 */
public record EngineSettings(Optional<Path> unpackInto, int threadsPerCall, Device device, Precision precision) {
    /** The device on which TensorFlow computes. */
    public enum Device {
        /** A GPU if the library and the machine have one, else the processor. */
        AUTO,
        /** The processor, even beside a GPU. */
        CPU,
        /** A GPU; without one, TensorFlow does not start. */
        GPU
    }

    /** Settings that leave the precision open. */
    public EngineSettings(Optional<Path> unpackInto, int threadsPerCall, Device device) {
        this(unpackInto, threadsPerCall, device, Precision.AUTO);
    }

    /** The same with so many threads per multiplication. */
    public EngineSettings withThreadsPerCall(int threads) {
        return new EngineSettings(unpackInto, threads, device, precision);
    }

    /** The same with another precision. */
    public EngineSettings withPrecision(Precision wanted) {
        return new EngineSettings(unpackInto, threadsPerCall, device, wanted);
    }

    /**
     * Settings with a thread per processor, on whatever device there is, with the native library where TensorFlow
     * puts it.
     */
    public static EngineSettings defaults() {
        return new EngineSettings(Optional.empty(), Runtime.getRuntime().availableProcessors(), Device.AUTO);
    }
}
