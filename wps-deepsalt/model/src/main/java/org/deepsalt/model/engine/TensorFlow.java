/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.engine;

import ai.djl.engine.Engine;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.deepsalt.model.DeepSaltException;

/**
 * Starts TensorFlow once per JVM, the same native library for training and for DJL. Call {@link #start} before any
 * class of DJL or {@code org.tensorflow} is touched: DJL collects its engines in a static initialiser through the
 * thread's context class loader, and a first touch with another loader leaves it without engines until the JVM ends.
 * Thread-safe.
 */
public final class TensorFlow {
    private static final String LIBRARY_PATH = "TENSORFLOW_LIBRARY_PATH";

    private static String description;

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
            } catch (LinkageError | RuntimeException e) {
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
        settings.unpackInto().ifPresent(folder -> setIfAbsent("org.bytedeco.javacpp.cachedir", folder.toString()));
        setIfAbsent("ai.djl.offline", "true");
        setIfAbsent("ai.djl.tensorflow.num_intraop_threads", String.valueOf(settings.threadsPerCall()));
        setIfAbsent("ai.djl.tensorflow.num_interop_threads", "1");
        if (System.getenv(LIBRARY_PATH) == null) {
            String library = Loader.load(org.tensorflow.internal.c_api.global.tensorflow.class);
            setIfAbsent(LIBRARY_PATH, String.valueOf(Path.of(library).getParent()));
        }
        Engine engine = Engine.getEngine("TensorFlow");
        return engine.getEngineName() + " " + engine.getVersion() + " on " + engine.defaultDevice();
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }
}
