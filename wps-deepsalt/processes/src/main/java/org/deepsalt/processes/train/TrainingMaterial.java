/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.data.SoilPixels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.data.TrainingDataBuilder;
import org.deepsalt.model.training.reading.UnmeasuredSamples;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.simulation.SoilSimulation;
import org.deepsalt.raster.sampling.TrainingPixels;
import org.deepsalt.raster.sampling.VegetationSampler;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;

/**
 * What a model learns from, made of pixels and libraries. Mid-infrared samples wait for their pixels; Vis-NIR samples
 * are pixels themselves, and where no field sample was given they are the labelled ones.
 *
 * @param visible what the split allows to be seen; samples that nobody measured have no value yet
 * @param withheld laboratory samples that it does not
 */
record TrainingMaterial(TrainingData visible, int withheld) {

    /**
     * The same with a value for each sample.
     *
     * @param readings what became of those that nobody measured
     * @param made whether readings may be learned from at all
     */
    record Read(TrainingData data, UnmeasuredSamples.Result readings, boolean made) {}

    /**
     * Puts the material of a checked request together.
     *
     * @param pixels drawn from the scenes
     */
    static TrainingMaterial of(
            TrainingSettings settings, Training.Inputs inputs, TrainingPixels pixels, Progress progress) {
        TrainingData scenes = new TrainingData(
                inputs.bands(),
                inputs.described(),
                pixels.labelled().pixels(),
                pixels.labelled().labels(),
                pixels.unlabelled(),
                inputs.laboratories().midInfrared());
        TrainingData all = inputs.laboratories().hasVisNir() ? withSoils(scenes, inputs, settings, progress) : scenes;
        TrainingData visible = all.visibleTo(settings.split());
        return new TrainingMaterial(
                visible, all.library().size() - visible.library().size());
    }

    /** Reads samples that nobody measured, which may take a minute. */
    Read read(OutputRange range, long seed) {
        UnmeasuredSamples.Result readings = UnmeasuredSamples.read(visible.library(), range, seed);
        TrainingData data = visible.withLibrary(readings.library());
        if (data.soils().exact()) {
            SoilPixels kept = data.soils().select(readings.kept()).exactly(readings.library());
            data = TrainingDataBuilder.builder(data).soils(kept).build();
        }
        return new Read(data, readings, !(data.screening() && data.soils().exact()));
    }

    private static TrainingData withSoils(
            TrainingData data, Training.Inputs inputs, TrainingSettings settings, Progress progress) {
        List<Scene> scenes = inputs.scenes().stream().map(PixelReader::scene).toList();
        Matrix vegetation =
                new VegetationSampler(inputs.bands(), Training.tolerance(), settings.seed()).sample(scenes, progress);
        SoilSimulation simulation = new SoilSimulation(inputs.laboratories().visNir());
        SoilPixels all = simulation.pixels(
                new SoilSimulation.Scenes(
                        data.bands(),
                        data.unlabelled().reflectance(),
                        vegetation,
                        data.covariates().size()),
                settings.seed());
        boolean screening = inputs.points() == null;
        boolean exact = !inputs.laboratories().hasMidInfrared();
        // Readings know the values of all countries: held-out figures must not.
        SoilPixels soils = exact && !screening ? all : all.select(all.measured());
        FtirLibrary library = simulation.library();
        if (exact) {
            library = screening ? library.select(library.measured()) : library;
            soils = soils.exactly(library);
        }
        TrainingDataBuilder built = TrainingDataBuilder.builder(data)
                .library(exact ? library : data.library())
                .soils(soils);
        return screening
                ? built.labelled(soils.pixels())
                        .labels(soils.values())
                        .screening(true)
                        .build()
                : built.build();
    }
}
