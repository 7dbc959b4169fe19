/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.engine;

import ai.djl.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.OptimizerOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * Starts TensorFlow once per JVM, the same native library for training and for DJL. Call {@link #start} before any
 * class of DJL or {@code org.tensorflow} is touched: DJL collects its engines in a static initialiser through the
 * thread's context class loader, and a first touch with another loader leaves it without engines until the JVM ends.
 * Thread-safe.
 */
public final class TensorFlow {
    private static final String LIBRARY_PATH = "TENSORFLOW_LIBRARY_PATH";

    /** With a pool of its own, even of one thread, TensorFlow lets one caller at a time compute. */
    private static final int IN_THE_CALLING_THREAD = -1;

    private static @Nullable String description;
    private static @Nullable EngineSettings active;

    /** Unpacked, the library for processors has some 600 million bytes. */
    private static final long LIBRARY_BYTES = 700L << 20;

    private TensorFlow() {}

    /**
     * Unpacks the native library on first use and starts the engine.
     *
     * @param settings where to unpack and how many threads to use; only the first call's count
     * @return engine, version and device, for people
     * @throws DeepSaltException if the library for this platform is not on the class path or cannot be loaded
     */
    public static synchronized String start(EngineSettings settings) {
        if (description == null) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(TensorFlow.class.getClassLoader());
            try {
                description = boot(settings);
                active = settings;
            } catch (LinkageError | RuntimeException e) {
                requireRoom(settings, e);
                throw new DeepSaltException(
                        "TensorFlow does not start on this machine (" + System.getProperty("os.name") + " "
                                + System.getProperty("os.arch")
                                + "): put org.tensorflow:tensorflow-core-native with the classifier of this platform on"
                                + " the class path, or set " + LIBRARY_PATH + " to a folder that holds the library; "
                                + e.getMessage(),
                        e);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
        return description;
    }

    private static String boot(EngineSettings settings) {
        settings.unpackInto()
                .filter(TensorFlow::isOfUse)
                .ifPresent(folder -> setIfAbsent("org.bytedeco.javacpp.cachedir", folder.toString()));
        setIfAbsent("ai.djl.offline", "true");
        // DJL's first call makes the one pool of the process, whatever sessions ask for later; its threads wait by
        // spinning.
        setIfAbsent("ai.djl.tensorflow.num_intraop_threads", Integer.toString(settings.threadsPerCall()));
        if (System.getenv(LIBRARY_PATH) == null) {
            String library = Loader.load(org.tensorflow.internal.c_api.global.tensorflow.class);
            setIfAbsent(LIBRARY_PATH, String.valueOf(Path.of(library).getParent()));
        }
        Engine engine = Engine.getEngine("TensorFlow");
        String name = engine.getEngineName() + " " + engine.getVersion();
        if (settings.device() == EngineSettings.Device.GPU && engine.getGpuCount() == 0) {
            throw new IllegalStateException(
                    name + " finds no GPU and the device is set to GPU: set it to AUTO or CPU, or"
                            + " install the GPU library with CUDA 12.3 and cuDNN 8.9");
        }
        return name + " on "
                + (settings.device() == EngineSettings.Device.CPU
                        ? "cpu, as set"
                        : engine.defaultDevice().getDeviceType());
    }

    /** Where nothing is unpacked and nothing can be, the loader chooses among the system's folders. */
    private static boolean isOfUse(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && (there.equals(folder.toAbsolutePath()) || Files.isWritable(there));
    }

    /** The loader tells a full disk as a library that it does not find. */
    private static void requireRoom(EngineSettings settings, Throwable cause) {
        Path folder = settings.unpackInto().orElse(Path.of(System.getProperty("java.io.tmpdir")));
        long room = WriteFailure.room(folder);
        if (room < LIBRARY_BYTES) {
            throw new DeepSaltException(
                    "TensorFlow does not start: the disk onto which its library is unpacked has "
                            + (room >> 20) + " MB left, wanted " + (LIBRARY_BYTES >> 20)
                            + " where it is not there yet: make room and start the"
                            + " server again; " + cause.getMessage(),
                    cause);
        }
    }

    /** What was told at the start; empty before it. Touches nothing native. */
    public static synchronized Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** The precision that was set at the start; {@link Precision#FLOAT32} before it. */
    public static synchronized Precision precision() {
        return active == null ? Precision.FLOAT32 : active.precision();
    }

    /**
     * For sessions of our own and of DJL: threads, and the device if it is not TensorFlow's own choice.
     *
     * @throws IllegalStateException before {@link #start}
     */
    public static synchronized ConfigProto sessions() {
        if (active == null) {
            throw new IllegalStateException("TensorFlow has not been started: call TensorFlow.start first");
        }
        ConfigProto.Builder config = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(active.threadsPerCall())
                .setInterOpParallelismThreads(IN_THE_CALLING_THREAD)
                .setAllowSoftPlacement(true);
        if (active.device() == EngineSettings.Device.CPU) {
            config.putDeviceCount("GPU", 0);
        } else {
            // All of a GPU's memory at once would leave none for the other users of the machine.
            config.setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
        }
        return config.build();
    }

    /**
     * For graphs that are trained for a short time and thrown away: {@link #sessions} without TensorFlow's optimisers
     * of graphs. Each kind of run of each graph would get a plan of its own, which costs more than a hundred steps of a
     * small training and gains a dense net hardly anything.
     *
     * @throws IllegalStateException before {@link #start}
     */
    public static ConfigProto trainingSessions() {
        GraphOptions asBuilt = GraphOptions.newBuilder()
                .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true))
                .setOptimizerOptions(OptimizerOptions.newBuilder().setOptLevel(OptimizerOptions.Level.L0))
                .build();
        return sessions().toBuilder().setGraphOptions(asBuilt).build();
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
