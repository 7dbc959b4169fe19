/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

import io.soabase.recordbuilder.core.RecordBuilder;
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
 * @param labelled pixels with a measured target, by which the model is measured too
 * @param labels the target at those pixels, in its unit
 * @param unlabelled further pixels of the scenes
 * @param library laboratory spectra with their EC
 * @param soils laboratory samples as the satellite would see them; none of a mid-infrared library
 * @param screening whether the labelled pixels are the soils, because no field sample was given
 */
@RecordBuilder
public record TrainingData(
        List<Band> bands,
        List<Covariate> covariates,
        Pixels labelled,
        float[] labels,
        Pixels unlabelled,
        FtirLibrary library,
        SoilPixels soils,
        boolean screening) {

    /** Labelled field samples and a mid-infrared library. */
    public TrainingData(
            List<Band> bands,
            List<Covariate> covariates,
            Pixels labelled,
            float[] labels,
            Pixels unlabelled,
            FtirLibrary library) {
        this(
                bands,
                covariates,
                labelled,
                labels,
                unlabelled,
                library,
                SoilPixels.none(bands.size(), covariates.size()),
                false);
    }

    /** The pixels that pairs name: those without a label, then the soils. */
    public Pixels pixels() {
        return soils.size() == 0 ? unlabelled : unlabelled.above(soils.pixels());
    }

    /** The property of a sample that pairs name: those of the library, then the soils. */
    public float value(int sample) {
        return sample < library.size() ? library.ece()[sample] : soils.values()[sample - library.size()];
    }

    /** How certain that property is: 1 where it was measured. */
    public float certainty(int sample) {
        return sample < library.size() ? library.certainty()[sample] : soils.certainty()[sample - library.size()];
    }

    /**
     * What a split allows to be seen: if it withholds a region, no laboratory sample from there, since its value would
     * reach the student by way of its pixel. A sample belongs to the region of the nearest labelled pixel. Pixels
     * without a label stay, and so do soils, which come from anywhere.
     */
    public TrainingData visibleTo(Split.Plan plan) {
        if (plan.kind() != Split.Kind.REGION || soils.exact()) {
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
        return TrainingDataBuilder.builder(this).library(other).build();
    }
}
