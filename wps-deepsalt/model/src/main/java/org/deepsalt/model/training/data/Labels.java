/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.OutputRange;

/** Turns labels into the column that a head learns, and answers back into the unit of the target. */
public final class Labels {
    private Labels() {}

    /** Labels on the scale on which a head learns them, one column. */
    public static Matrix learned(float[] values, Head head) {
        Matrix column = Matrix.zeros(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            column.values()[i] = head.learned(values[i]);
        }
        return column;
    }

    /**
     * What the scale of an answer is learned from, one column on the head's scale: of a measured sample its label; of
     * one whose value was read off its spectrum a deviation of the reading above or below, either as often. Readings
     * are expectations and vary less than what they stand for; a scale that is learned from them would promise too
     * much.
     *
     * @param data of the training, whose measured laboratory samples tell how much the property varies
     * @param samples of the library, or beyond it of the soils
     */
    public static Matrix scaleTargets(TrainingData data, int[] samples, Head head) {
        float[] logs = logs(data.library().ece(), data.library().measured(), head.range());
        double deviation =
                logs.length < 2 ? 0 : StandardDeviation.of(doubles(logs)).getAsDouble();
        Random random = new Random(samples.length);
        float[] targets = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            targets[i] = data.value(samples[i]);
            double certainty = data.certainty(samples[i]);
            if (certainty < 1) {
                double off = deviation * Math.sqrt(1 - certainty);
                targets[i] *= (float) Math.exp(random.nextBoolean() ? off : -off);
            }
        }
        return learned(targets, head);
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    /** Natural logarithms of some values, bounded to the range. */
    public static float[] logs(float[] values, int[] rows, OutputRange range) {
        float[] logs = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            logs[i] = range.toLog(values[rows[i]]);
        }
        return logs;
    }

    /** The values behind some rows of a column of logarithms. */
    public static float[] undo(Matrix logs, int[] rows) {
        float[] values = column(logs, rows);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(values[i]);
        }
        return values;
    }

    /** Some rows of a column. */
    public static float[] column(Matrix single, int[] rows) {
        return single.select(rows).values();
    }
}
