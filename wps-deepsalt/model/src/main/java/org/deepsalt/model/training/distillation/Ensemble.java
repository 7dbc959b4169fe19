/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.List;
import java.util.Random;
import org.deepsalt.model.matrix.Matrix;

/**
 * The joint prediction of several students that each left out another part of the labelled pixels. On
 * pixels without a label it varies less than that of any one of them, and one student can learn it (Bucila, Caruana
 * and Niculescu-Mizil 2006; Hinton, Vinyals and Dean 2015).
 *
 * @param mean expected natural logarithm of the target, one column
 * @param scaleTarget the mean plus or minus the standard deviation of the mixture, either sign with equal probability:
 *     what a label of such a pixel may be, from which the student's scale is learned
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
                double memberMean = member.mean().get(row, 0);
                double scale = member.scale().get(row, 0);
                sum += memberMean;
                squares += memberMean * memberMean + scale * scale;
            }
            double mixtureMean = sum / members.size();
            double deviation = Math.sqrt(squares / members.size() - mixtureMean * mixtureMean);
            mean.values()[row] = (float) mixtureMean;
            scaleTarget.values()[row] = (float) (mixtureMean + (random.nextBoolean() ? deviation : -deviation));
        }
        return new Ensemble(mean, scaleTarget);
    }
}
