/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.training.data.Covariate;
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
 * @param data of the training
 * @param notes how each library was read
 * @param withheld laboratory samples that the split does not allow to be seen
 */
record TrainingMaterial(TrainingData data, List<LibraryNotes> notes, int withheld) {

    /**
     * Puts the material of a checked request together.
     *
     * @param pixels drawn from the scenes
     */
    static TrainingMaterial of(TrainRequest request, Training.Inputs inputs, TrainingPixels pixels, Progress progress) {
        TrainingSettings settings = request.settings();
        List<Covariate> covariates = inputs.described();
        TrainingData scenes = new TrainingData(
                inputs.bands(),
                covariates,
                pixels.labelled().pixels(),
                pixels.labelled().labels(),
                pixels.unlabelled(),
                inputs.laboratories().midInfrared());
        TrainingData all = inputs.laboratories().hasVisNir() ? withSoils(scenes, inputs, settings, progress) : scenes;
        TrainingData visible = all.visibleTo(settings.split());
        boolean read = !(visible.screening() && visible.soils().exact());
        UnmeasuredSamples.Result laboratory =
                UnmeasuredSamples.read(visible.library(), request.target().outputRange(), settings.seed());
        TrainingData data = visible.withLibrary(laboratory.library());
        if (data.soils().exact()) {
            SoilPixels kept = data.soils().select(laboratory.kept()).exactly(laboratory.library());
            data = TrainingDataBuilder.builder(data).soils(kept).build();
        }
        return new TrainingMaterial(
                data,
                inputs.laboratories().notes(read, laboratory, request.target().property()),
                all.library().size() - visible.library().size());
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
