/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.engine.Processor;

/** Decides in which precision a model is run. Stateless. */
public final class PrecisionChoice {
    /** Less than this is not worth other answers than every other machine's. */
    private static final double WORTHWHILE = 1.25;

    private static final String COMPARING = "comparing the precisions of the model";
    private static final int TRIES = 4;
    private static final float BRIGHTEST = 0.5f;

    private PrecisionChoice() {}

    /**
     * Loads a SavedModel in the precision that is wanted.
     *
     * @param folder written by {@link SavedModelWriter}
     * @param inputs numbers per pixel that it wants
     * @param small whether the model is known to answer nearly the same in bfloat16
     * @throws DeepSaltException if bfloat16 is demanded and the model was stored without it
     */
    public static Estimator load(Path folder, int inputs, Precision wanted, boolean small) throws IOException {
        if (wanted == Precision.FLOAT32 || (wanted == Precision.AUTO && !(small && Processor.multipliesBfloat16()))) {
            return Estimator.load(folder, inputs);
        }
        if (!SavedModelWriter.hasBfloat16(folder)) {
            if (wanted == Precision.AUTO) {
                return Estimator.load(folder, inputs);
            }
            throw new DeepSaltException(
                    "the model was stored by a version without bfloat16, and the precision is set to"
                            + " bfloat16: train it again or set the precision to auto or float32");
        }
        Estimator rounded = Estimator.load(folder, inputs, Precision.BFLOAT16);
        return wanted == Precision.BFLOAT16 ? rounded : faster(Estimator.load(folder, inputs), rounded);
    }

    private static Estimator faster(Estimator exact, Estimator rounded) {
        boolean worthwhile;
        try {
            worthwhile = seconds(exact) > WORTHWHILE * seconds(rounded);
        } catch (RuntimeException e) {
            exact.close();
            rounded.close();
            throw e;
        }
        (worthwhile ? exact : rounded).close();
        return worthwhile ? rounded : exact;
    }

    /** The best of some batches of noise; the first one makes the plan. */
    private static double seconds(Estimator estimator) {
        try (Estimator.Worker worker = estimator.worker()) {
            Random random = new Random(1);
            for (int i = 0; i < worker.pixels().capacity(); i++) {
                worker.pixels().put(i, BRIGHTEST * random.nextFloat());
            }
            float[] answers = new float[Estimator.BATCH * EstimatorNet.OUTPUTS];
            worker.run(Estimator.BATCH, answers);
            long best = Long.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long start = System.nanoTime();
                worker.run(Estimator.BATCH, answers);
                best = Math.min(best, System.nanoTime() - start);
            }
            return best / 1e9;
        }
    }

    /**
     * Runs reference pixels through a stored model in both precisions.
     *
     * @param rows {@code inputs} numbers for each pixel
     * @param intervals that read the answers
     * @param exceedance calibrated
     * @param progress is asked between the steps
     */
    public static Bfloat16Difference compare(
            Path folder, int inputs, float[] rows, Intervals intervals, Exceedance exceedance, Progress progress) {
        float[] exact = answers(folder, inputs, Precision.FLOAT32, rows, progress.part(0, 0.5));
        float[] rounded = answers(folder, inputs, Precision.BFLOAT16, rows, progress.part(0.5, 1));
        return Bfloat16Difference.of(exact, rounded, intervals, exceedance);
    }

    private static float[] answers(Path folder, int inputs, Precision precision, float[] rows, Progress progress) {
        progress.report(0, COMPARING);
        try (Estimator estimator = Estimator.load(folder, inputs, precision);
                Estimator.Worker worker = estimator.worker()) {
            progress.report(0.5, COMPARING);
            float[] answers = worker.answers(rows, rows.length / estimator.inputs());
            progress.report(1, COMPARING);
            return answers;
        }
    }
}
