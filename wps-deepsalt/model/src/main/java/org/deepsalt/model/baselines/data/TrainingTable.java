/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.data;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.spectra.Band;

/**
 * The labelled, weakly labelled and unlabelled pixels that a baseline may learn from.
 *
 * @param bands of the reflectances, in their order
 * @param labelled pixels with a measured ECe
 * @param weak pixels with the ECe of a laboratory sample nearby; may be empty
 * @param unlabelled reflectances of further pixels, from which standardisation and principal components are taken; may
 *     have no rows, then the labelled and weak pixels serve
 * @param range labels and answers are bounded to it, in dS/m
 */
public record TrainingTable(List<Band> bands, Samples labelled, Samples weak, Matrix unlabelled, OutputRange range) {

    /** The same table with some of its labelled rows, in the order given. */
    public TrainingTable withLabelled(int[] rows) {
        return new TrainingTable(bands, labelled.select(rows), weak, unlabelled, range);
    }

    /** Natural logarithms of labels, bounded to the range. */
    public double[] logs(Samples samples) {
        double[] logs = new double[samples.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = range.toLog(samples.labels()[i]);
        }
        return logs;
    }

    /** The answer in dS/m that belongs to a predicted logarithm. */
    public double answer(double log) {
        return Math.exp(bounded(log));
    }

    /** A natural logarithm of the target, bounded to the range of answers. */
    public double bounded(double log) {
        return Math.min(range.logMaximum(), Math.max(range.logMinimum(), log));
    }
}
