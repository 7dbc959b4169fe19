/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.List;
import java.util.Random;
import org.deepsalt.model.matrix.Matrix;

/**
 * Several students that each left out another part of the labelled pixels, and what they say together. Their common
 * output of pixels without a label is steadier than that of any of them, and one student can learn it (Bucila, Caruana
 * and Niculescu-Mizil 2006; Hinton, Vinyals and Dean 2015).
 *
 * @param mean expected natural logarithm of the target, one column
 * @param scaleTarget the same plus or minus the deviation, by lot: what a label of such a pixel may be
 */
record Ensemble(Matrix mean, Matrix scaleTarget) {

    static Ensemble of(List<RegressorOutput> members, long seed) {
        int rows = members.get(0).mean().rows();
        Matrix mean = Matrix.zeros(rows, 1);
        Matrix scaleTarget = Matrix.zeros(rows, 1);
        Random random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            double squares = 0;
            for (RegressorOutput member : members) {
                double own = member.mean().get(row, 0);
                double scale = member.scale().get(row, 0);
                sum += own;
                squares += own * own + scale * scale;
            }
            double middle = sum / members.size();
            double deviation = Math.sqrt(squares / members.size() - middle * middle);
            mean.values()[row] = (float) middle;
            scaleTarget.values()[row] = (float) (middle + (random.nextBoolean() ? deviation : -deviation));
        }
        return new Ensemble(mean, scaleTarget);
    }
}
