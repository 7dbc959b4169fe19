/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.BaselineComparison;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.baselines.Baselines;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.FtirLibrary;
import org.deepsalt.model.spectra.FtirLibraryReader;
import org.deepsalt.model.spectra.Wavenumbers;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.Covariate;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.Pairing;
import org.deepsalt.model.training.Places;
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
            TrainingData data = new TrainingData(
                    inputs.bands,
                    inputs.covariates,
                    pixels.labelled(),
                    pixels.labels(),
                    pixels.unlabelled(),
                    inputs.library);
            TrainingSettings settings = request.settings();
            double end = request.baselines() ? 0.5 : 0.98;
            TrainedModel trained = new ModelTrainer(data, settings).train(progress.part(0.08, end));
            watch.lap("train");
            List<BaselineResult> baselines = List.of();
            if (request.baselines()) {
                baselines = baselines(data, settings, trained.split(), progress.part(end, 0.98));
                watch.lap("baselines");
            }
            ModelCard draft = new CardWriter(request, data, settings, trained)
                    .draft(inputs.libraryFile, inputs.sceneFiles, device);
            ModelCard card = catalog.models().save(draft, trained, request.overwrite());
            progress.report(1, "done");
            String report = new TrainingReport(card, trained, baselines, pixels.dropped(), watch.seconds()).toJson();
            return Map.of("report", new JsonReport(report), "id", card.id());
        }
    }

    private static List<BaselineResult> baselines(
            TrainingData data, TrainingSettings settings, Split split, Progress progress) {
        List<Pairing.Pair> pairs = Pairing.find(
                new Places(data.library().longitude(), data.library().latitude()),
                data.unlabelled().places(),
                settings.pairingDistance());
        return new BaselineComparison(data, split, pairs, settings.head().range())
                .run(Baselines.all(), settings.seed(), progress);
    }

    private Inputs check(TrainRequest request, OpenThings things) {
        Problems problems = new Problems();
        request.check(catalog, limits, problems);
        CovariateRequest covariates = CovariateRequest.parse(request.covariates(), problems);
        Path libraryFile = problems.attempt(() -> catalog.library(request.ftir()));
        FtirLibrary library = libraryFile == null
                ? null
                : problems.attempt(() -> new FtirLibraryReader(Wavenumbers.BRUKER).read(libraryFile));
        List<LabelledPoint> points = problems.attempt(() -> points(request));
        List<Scene> scenes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String layer : request.enmap() == null ? new String[0] : request.enmap()) {
            problems.attempt(() -> {
                RasterLayer image = things.raster(layer);
                files.add(image.requireFile());
                return scenes.add(things.open(
                        () -> Scene.open(layer, image.reader(), image.requireFile(), image.bandNames()), Scene::close));
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

    private List<LabelledPoint> points(TrainRequest request) {
        List<LabelledPoint> points = new ArrayList<>();
        for (PointFeature feature : catalog.points(request.samples())) {
            if (!(feature.attributes().get(request.target()) instanceof Number value)) {
                throw new DeepSaltException("samples '" + request.samples() + "' have a point whose attribute '"
                        + request.target() + "' is '" + feature.attributes().get(request.target())
                        + "', wanted a number; the attributes are "
                        + feature.attributes().keySet()
                        + ": name another target");
            }
            if (!(value.doubleValue() >= 0)) {
                throw new DeepSaltException("samples '" + request.samples() + "' have a point with " + request.target()
                        + " = " + value + ", wanted 0 or more");
            }
            points.add(new LabelledPoint(feature.longitude(), feature.latitude(), value.floatValue()));
        }
        return points;
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
