/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.spectra.Matrix;

/** The target and its logarithm. */
final class Logs {
    private Logs() {}

    /** Natural logarithms, bounded to the range, as one column. */
    static Matrix of(float[] values, OutputRange range) {
        Matrix logs = Matrix.zeros(values.length, 1);
        for (int i = 0; i < values.length; i++) {
            logs.values()[i] = range.toLog(values[i]);
        }
        return logs;
    }

    /** The values behind some rows of a column of logarithms. */
    static float[] undo(Matrix logs, int[] rows) {
        float[] values = column(logs, rows);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.exp(values[i]);
        }
        return values;
    }

    /** Some rows of a column. */
    static float[] column(Matrix single, int[] rows) {
        return single.select(rows).values();
    }
}
