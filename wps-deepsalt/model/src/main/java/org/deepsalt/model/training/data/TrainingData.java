/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.split.Split;

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
        FtirLibrary library) {

    /**
     * What a split allows to be seen: if it withholds a region, no laboratory sample from there, since its value would
     * reach the student by way of its pixel. A sample belongs to the region of the nearest labelled pixel. Pixels
     * without a label stay.
     */
    public TrainingData visibleTo(Split.Plan plan) {
        if (plan.kind() != Split.Kind.REGION) {
            return this;
        }
        int[] visible = IntStream.range(0, library.size())
                .filter(i -> {
                    int nearest = labelled.coordinates().nearest(library.longitude()[i], library.latitude()[i]);
                    return nearest < 0 || !plan.withholds(labelled.regions().get(nearest));
                })
                .toArray();
        return withLibrary(library.select(visible));
    }

    /** The same with other laboratory samples. */
    public TrainingData withLibrary(FtirLibrary other) {
        return new TrainingData(bands, covariates, labelled, labels, unlabelled, other);
    }
}
