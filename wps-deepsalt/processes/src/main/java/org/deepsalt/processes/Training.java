/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.FtirLibrary;
import org.deepsalt.model.spectra.FtirLibraryReader;
import org.deepsalt.model.spectra.Wavenumbers;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.Covariate;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.Split;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.TrainingData;
import org.deepsalt.model.training.TrainingSettings;
import org.deepsalt.raster.sampling.LabelledPoint;
import org.deepsalt.raster.sampling.TrainingPixels;
import org.deepsalt.raster.sampling.TrainingSampler;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;

/** The work of {@code deepsalt:TrainModel}: check everything, draw pixels, train, keep the model. */
final class Training {
    /** Wider than the drift of the centres from scene to scene, narrower than half the distance of two bands. */
    private static final double WAVELENGTH_TOLERANCE = 2.5;

    private final LayerCatalog catalog;
    private final ProcessLimits limits;
    private final EngineSettings engine;

    Training(LayerCatalog catalog, ProcessLimits limits, EngineSettings engine) {
        this.catalog = catalog;
        this.limits = limits;
        this.engine = engine;
    }

    /** What a checked request works on. */
    private record Inputs(
            FtirLibrary library,
            Path libraryFile,
            List<PixelReader> scenes,
            List<Path> sceneFiles,
            List<Band> bands,
            List<Covariate> covariates,
            List<LabelledPoint> points) {}

    Map<String, Object> run(TrainRequest request, Progress progress) {
        Stopwatch watch = new Stopwatch();
        progress.report(0, "checking the request and reading the laboratory library");
        try (OpenThings things = new OpenThings(catalog)) {
            Inputs inputs = check(request, things);
            watch.lap("check");
            String device = TensorFlow.start(engine);
            TrainingPixels pixels = new TrainingSampler(request.unlabelled(), request.seed())
                    .sample(inputs.scenes, inputs.points, inputs.bands.size(), progress.part(0.02, 0.08));
            watch.lap("sample");
            Split.Plan plan = request.split().plan();
            TrainingData data = new TrainingData(
                            inputs.bands,
                            inputs.covariates,
                            pixels.labelled().pixels(),
                            pixels.labelled().labels(),
                            pixels.unlabelled(),
                            inputs.library)
                    .visibleTo(plan);
            TrainingSettings settings =
                    TrainingSettings.standard(request.pairingDistance(), plan, request.epochs(), request.seed());
            TrainedModel trained = new ModelTrainer(data, settings).train(progress.part(0.08, 0.98));
            watch.lap("train");
            ModelCard draft = new CardWriter(request, data, settings, trained)
                    .draft(inputs.libraryFile, inputs.sceneFiles, device);
            ModelCard card = catalog.models().save(draft, trained, request.overwrite());
            progress.report(1, "done");
            String report = new TrainingReport(
                            card,
                            trained,
                            pixels.labelled(),
                            inputs.library.size() - data.library().size(),
                            watch.seconds())
                    .toJson();
            return Map.of("report", new JsonReport(report), "id", card.id());
        }
    }

    private Inputs check(TrainRequest request, OpenThings things) {
        Problems problems = new Problems();
        request.check(catalog, limits, problems);
        CovariateRequest covariates = CovariateRequest.parse(request.covariates(), problems);
        Path libraryFile = problems.attempt(() -> catalog.library(request.ftir()));
        FtirLibrary library = libraryFile == null
                ? null
                : problems.attempt(() -> new FtirLibraryReader(Wavenumbers.BRUKER).read(libraryFile));
        List<LabelledPoint> points = problems.attempt(() -> request.samples().read(catalog, 1));
        String[] layers = Defaults.of(request.enmap(), new String[0]);
        request.split().check(Defaults.of(points, List.of()), layers, problems);
        List<Scene> scenes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String layer : layers) {
            problems.attempt(() -> {
                files.add(things.raster(layer).requireFile());
                return scenes.add(things.scene(layer));
            });
        }
        List<PixelReader> readers = new ArrayList<>();
        for (Scene scene : scenes) {
            problems.attempt(() -> readers.add(reader(scene, scenes.get(0).usableBands(), covariates, things)));
        }
        problems.throwIfAny();
        List<Covariate> described =
                covariates.names().stream().map(Training::covariate).toList();
        return new Inputs(library, libraryFile, readers, files, scenes.get(0).usableBands(), described, points);
    }

    private static PixelReader reader(Scene scene, List<Band> bands, CovariateRequest covariates, OpenThings things) {
        CovariateStack stack = covariates.open(scene.grid(), scene.grid(), covariates.names(), things);
        return new PixelReader(scene, stack, MaskRules.STANDARD, bands, WAVELENGTH_TOLERANCE);
    }

    static double tolerance() {
        return WAVELENGTH_TOLERANCE;
    }

    private static Covariate covariate(String name) {
        String unit =
                switch (name) {
                    case "sand", "silt", "clay" -> "%";
                    case "tmin", "tmax", "tavg" -> "degC";
                    case "pmin", "pmax", "pavg" -> "mm";
                    default -> "its own unit";
                };
        return new Covariate(name, unit);
    }
}
