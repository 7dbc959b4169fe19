/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import org.deepsalt.model.spectra.Matrix;

/**
 * Bare-soil pixels of the training scenes: what the student sees. The parts run in step.
 *
 * @param reflectance one row per pixel, 0 to 1, in the order of the model's bands
 * @param covariates one row per pixel, in the units of the covariates
 * @param places where the pixels lie
 */
public record Pixels(Matrix reflectance, Matrix covariates, Places places) {
    public int size() {
        return reflectance.rows();
    }

    public Pixels select(int[] chosen) {
        return new Pixels(reflectance.select(chosen), covariates.select(chosen), places.select(chosen));
    }
}
