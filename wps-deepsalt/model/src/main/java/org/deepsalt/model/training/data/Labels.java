/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

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
