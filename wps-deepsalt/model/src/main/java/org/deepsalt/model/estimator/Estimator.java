/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.engine.TensorFlow;

/**
 * A trained model, loaded through DJL, that answers for batches of pixels. Thread-safe: each thread takes a
 * {@link Worker} of its own. TensorFlow must have been started (see {@link org.deepsalt.model.engine.TensorFlow}).
 */
public final class Estimator implements AutoCloseable {
    /** Pixels per call: large enough to keep the cores multiplying, small enough to stay in their caches. */
    public static final int BATCH = 2048;

    private final Model model;
    private final int inputs;
    private final Precision precision;

    private Estimator(Model model, int inputs, Precision precision) {
        this.model = model;
        this.inputs = inputs;
        this.precision = precision;
    }

    /** Loads a SavedModel to run in float32; see {@link PrecisionChoice} for the other way. */
    public static Estimator load(Path folder, int inputs) {
        return load(folder, inputs, Precision.FLOAT32);
    }

    /**
     * Loads a SavedModel.
     *
     * @param folder written by {@link SavedModelWriter}
     * @param inputs numbers per pixel that it wants
     * @param precision one of the two, which the model must have
     */
    static Estimator load(Path folder, int inputs, Precision precision) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Estimator.class.getClassLoader());
        try {
            Model model = Model.newInstance("estimator", "TensorFlow");
            try {
                model.load(
                        folder,
                        null,
                        Map.of(
                                "ConfigProto",
                                TensorFlow.sessions(),
                                "SignatureDefKey",
                                precision == Precision.BFLOAT16
                                        ? SavedModelWriter.BFLOAT16
                                        : SavedModelWriter.FLOAT32));
                return new Estimator(model, inputs, precision);
            } catch (IOException | MalformedModelException | RuntimeException e) {
                model.close();
                throw e;
            }
        } catch (IOException | MalformedModelException e) {
            throw new DeepSaltException("TensorFlow cannot load the model: " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Numbers per pixel: reflectances, then covariates. */
    public int inputs() {
        return inputs;
    }

    /** In what numbers it multiplies, {@link Precision#FLOAT32} or {@link Precision#BFLOAT16}. */
    public Precision precision() {
        return precision;
    }

    /** A worker for one thread. */
    public Worker worker() {
        return new Worker();
    }

    @Override
    public void close() {
        model.close();
    }

    /** Runs batches through the net, for one thread. Not thread-safe. */
    public final class Worker implements AutoCloseable {
        private final Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        private final ByteBuffer bytes =
                ByteBuffer.allocateDirect(BATCH * inputs * Float.BYTES).order(ByteOrder.nativeOrder());
        private final FloatBuffer pixels = bytes.asFloatBuffer();

        /** The input of up to {@link #BATCH} pixels, {@code inputs()} numbers each, before {@link #run}. */
        public FloatBuffer pixels() {
            return pixels;
        }

        /**
         * Answers for the first pixels of the buffer. Every call multiplies a whole batch, so that a pixel's answer
         * does not depend on how many others came with it.
         *
         * @param count pixels, at most {@link #BATCH}
         * @param answers receives {@link EstimatorNet#OUTPUTS} numbers per pixel
         */
        public void run(int count, float[] answers) {
            try (NDManager scope = model.getNDManager().newSubManager()) {
                bytes.rewind();
                NDArray batch = scope.create(bytes, new Shape(BATCH, inputs), DataType.FLOAT32);
                NDList result = predictor.predict(new NDList(batch));
                result.get(0).toByteBuffer().asFloatBuffer().get(answers, 0, count * EstimatorNet.OUTPUTS);
            } catch (TranslateException e) {
                throw new DeepSaltException("TensorFlow cannot run the model: " + e.getMessage(), e);
            }
        }

        /**
         * Answers for any number of pixels.
         *
         * @param rows {@code inputs()} numbers for each pixel; may be longer than they need
         * @param count pixels
         * @return {@link EstimatorNet#OUTPUTS} numbers per pixel
         */
        public float[] answers(float[] rows, int count) {
            return answers(rows, count, Progress.SILENT);
        }

        /** The same for very many pixels, with a look at the progress at each batch. */
        public float[] answers(float[] rows, int count, Progress progress) {
            float[] all = new float[Math.multiplyExact(count, EstimatorNet.OUTPUTS)];
            float[] batch = new float[BATCH * EstimatorNet.OUTPUTS];
            for (int from = 0; from < count; from += BATCH) {
                progress.report((double) from / count, "estimating");
                int size = Math.min(BATCH, count - from);
                pixels.put(0, rows, from * inputs, size * inputs);
                run(size, batch);
                System.arraycopy(batch, 0, all, from * EstimatorNet.OUTPUTS, size * EstimatorNet.OUTPUTS);
            }
            return all;
        }

        @Override
        public void close() {
            predictor.close();
        }
    }
}
