/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Matrix;

/** A method beside the nets of an ensemble, which moves what they say. */
interface Beside {
    /**
     * Moves what nets say towards what the method says; how sure they are stays.
     *
     * @param nets joint prediction for the pixels, in their order
     * @param reflectance of the pixels
     * @param covariates all that are known of the pixels, whether or not the nets saw them
     * @param seen the covariates that the nets saw
     */
    Ensemble joined(Ensemble nets, Matrix reflectance, Matrix covariates, Matrix seen);

    /** A method with the answers of nets and method together for the pixels that the folds left out. */
    record Crossed(Beside method, HeldOut answers) {}
}
