/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.FtirLibrary;

/**
 * Everything that a training run learns from.
 *
 * @param bands the model's bands, in the order of the reflectances
 * @param covariates in the order of the covariates' columns
 * @param labelled pixels with a measured target
 * @param labels the target at those pixels, in its unit
 * @param unlabelled further pixels of the scenes
 * @param library laboratory spectra with their EC
 */
public record TrainingData(
        List<Band> bands,
        List<Covariate> covariates,
        Pixels labelled,
        float[] labels,
        Pixels unlabelled,
        FtirLibrary library) {}
