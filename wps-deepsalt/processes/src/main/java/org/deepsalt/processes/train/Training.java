/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DetachedTask;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.baselines.Baselines;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.RadiusIndex;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.BaselineComparison;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.Covariate;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.reading.UnmeasuredSamples;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.processes.Defaults;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.inputs.CovariateRequest;
import org.deepsalt.processes.inputs.PlaceCheck;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.inputs.SampleLabels;
import org.deepsalt.processes.inputs.SampleReader;
import org.deepsalt.processes.job.Engine;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.Stopwatch;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.sampling.LabelledPoint;
import org.deepsalt.raster.sampling.TrainingPixels;
import org.deepsalt.raster.sampling.TrainingSampler;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The work of {@code deepsalt:TrainModel}: checks everything, draws pixels, trains, stores the model. */
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

    /** The opened inputs of a checked request. */
    @RecordBuilder
    record Inputs(
            FtirLibraryReader.Content library,
            Path libraryFile,
            List<PixelReader> scenes,
            List<Path> sceneFiles,
            List<Band> bands,
            CovariateRequest covariates,
            List<LabelledPoint> points) {

        private List<Covariate> described() {
            return covariates.names().stream().map(Training::covariate).toList();
        }

        private Coordinates laboratory() {
            FtirLibrary spectra = library.spectra();
            return new Coordinates(spectra.longitude(), spectra.latitude());
        }
    }

    Map<String, Object> run(TrainRequest request, Progress progress) {
        Stopwatch watch = new Stopwatch();
        progress.report(0, "checking the request and reading the laboratory library");
        try (ResourceScope resources = new ResourceScope(catalog, progress.part(0, 0.01))) {
            Inputs inputs = check(request, resources, progress.part(0, 0.01));
            watch.lap("check");
            TrainingSettings settings = request.settings();
            String device = Engine.start(engine, progress.part(0.01, 0.02));
            RadiusIndex nearLaboratory = new RadiusIndex(inputs.laboratory(), settings.pairingDistance());
            TrainingPixels pixels = new TrainingSampler(request.scenes().unlabelled(), nearLaboratory, settings.seed())
                    .sample(inputs.scenes, inputs.points, inputs.bands.size(), progress.part(0.02, 0.08));
            watch.lap("sample");
            Split.Plan plan = request.options().split().plan();
            ModelCard.Bounded bounded = SampleLabels.check(
                    pixels.labelled().labels(),
                    request.target().outputRange(),
                    request.target().property().isEce());
            TrainingData visible = new TrainingData(
                            inputs.bands,
                            inputs.described(),
                            pixels.labelled().pixels(),
                            pixels.labelled().labels(),
                            pixels.unlabelled(),
                            inputs.library.spectra())
                    .visibleTo(plan);
            Learned learned = DetachedTask.run(
                    progress.part(0.08, 0.97),
                    "preparing what is learned from",
                    inside -> learn(request, visible, settings, watch, inside));
            ModelCard draft = new CardWriter(request, learned.data, settings, learned.trained)
                    .draft(
                            provenance(request, inputs, resources, progress.part(0.97, 0.99)),
                            notes(request, inputs, learned.laboratory),
                            bounded,
                            device);
            progress.report(0.99, "storing the model");
            ModelCard card = catalog.models()
                    .save(draft, learned.trained, request.model().overwrite());
            progress.report(1, "done");
            String report = new TrainingReport(
                            card,
                            learned.trained,
                            learned.baselines,
                            pixels.labelled(),
                            inputs.library.spectra().size() - visible.library().size(),
                            watch.seconds())
                    .toJson();
            return Map.of("report", new JsonReport(report), "id", card.id());
        }
    }

    /** What came of the stages that need neither files nor the host. */
    private record Learned(
            TrainingData data,
            UnmeasuredSamples.Result laboratory,
            TrainedModel trained,
            List<BaselineResult> baselines) {}

    private static Learned learn(
            TrainRequest request, TrainingData visible, TrainingSettings settings, Stopwatch watch, Progress progress) {
        UnmeasuredSamples.Result laboratory =
                UnmeasuredSamples.read(visible.library(), request.target().outputRange(), settings.seed());
        TrainingData data = visible.withLibrary(laboratory.library());
        double end = request.options().baselines() ? 0.5 : 1;
        TrainedModel trained = new ModelTrainer(data, settings).train(progress.part(0, end));
        watch.lap("train");
        List<BaselineResult> baselines = List.of();
        if (request.options().baselines()) {
            baselines = baselines(data, settings, trained, progress.part(end, 1));
            watch.lap("baselines");
        }
        return new Learned(data, laboratory, trained, baselines);
    }

    private static LibraryNotes notes(TrainRequest request, Inputs inputs, UnmeasuredSamples.Result laboratory) {
        LibraryNotes notes = inputs.library.notes();
        return inputs.library.unmeasured().size() == 0
                ? notes
                : notes.withReadings(
                        laboratory.readings(), request.target().property().key());
    }

    private static List<BaselineResult> baselines(
            TrainingData data, TrainingSettings settings, TrainedModel trained, Progress progress) {
        return new BaselineComparison(
                        data,
                        trained.split(),
                        trained.folds(),
                        trained.pairs(),
                        settings.head().range())
                .run(Baselines.all(), settings.seed(), progress);
    }

    private Inputs check(TrainRequest request, ResourceScope resources, Progress progress) {
        Problems problems = new Problems();
        request.check(catalog, limits, problems);
        CovariateRequest covariates =
                CovariateRequest.parse(request.scenes().covariates(), problems).resolved(null, resources, problems);
        Path libraryFile =
                problems.attempt(() -> catalog.library(request.laboratory().library()));
        FtirLibraryReader.Content library = libraryFile == null
                ? null
                : problems.attempt(() -> DetachedTask.run(
                        progress, "reading the laboratory library", inside -> library(request, libraryFile, inside)));
        List<LabelledPoint> points =
                problems.attempt(() -> new SampleReader(request.target().samples()).read(resources, 1));
        String[] layers = request.scenes().layers();
        request.options().split().check(Defaults.of(points, List.of()), layers, problems);
        List<Scene> scenes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String layer : layers) {
            problems.attempt(() -> {
                files.add(resources.raster(layer).requireFile());
                return scenes.add(resources.scene(layer));
            });
        }
        List<PixelReader> readers = new ArrayList<>();
        for (Scene scene : scenes) {
            problems.attempt(() -> readers.add(reader(scene, scenes.get(0).usableBands(), covariates, resources)));
        }
        if (!scenes.isEmpty()) {
            checkPlaces(request, scenes, library, points, problems);
        }
        problems.throwIfAny();
        return TrainingInputsBuilder.builder()
                .library(problems.require(library))
                .libraryFile(problems.require(libraryFile))
                .scenes(readers)
                .sceneFiles(files)
                .bands(scenes.get(0).usableBands())
                .covariates(covariates)
                .points(problems.require(points))
                .build();
    }

    private static FtirLibraryReader.Content library(TrainRequest request, Path file, Progress progress) {
        return new FtirLibraryReader(Wavenumbers.BRUKER)
                .read(
                        file,
                        request.target().property(),
                        request.laboratory().reading().options(),
                        progress);
    }

    private static PixelReader reader(
            Scene scene, List<Band> bands, CovariateRequest covariates, ResourceScope resources) {
        CovariateStack stack = covariates.open(scene.grid(), scene.grid(), covariates.names(), resources);
        return new PixelReader(scene, stack, MaskRules.STANDARD, bands, WAVELENGTH_TOLERANCE);
    }

    static double tolerance() {
        return WAVELENGTH_TOLERANCE;
    }

    private static void checkPlaces(
            TrainRequest request,
            List<Scene> scenes,
            FtirLibraryReader.@Nullable Content library,
            @Nullable List<LabelledPoint> points,
            Problems problems) {
        PlaceCheck check = new PlaceCheck(scenes.stream().map(Scene::grid).toList());
        if (points != null) {
            check.check("samples '" + request.target().samples().layer() + "'", places(points), true, problems);
        }
        if (library != null) {
            FtirLibrary spectra = library.spectra();
            Coordinates laboratory = new Coordinates(spectra.longitude(), spectra.latitude());
            check.check("library '" + request.laboratory().library() + "'", laboratory, false, problems);
        }
    }

    private static List<ModelCard.Input> provenance(
            TrainRequest request, Inputs inputs, ResourceScope resources, Progress progress) {
        Provenance provenance = new Provenance(progress)
                .library(request.laboratory().library(), inputs.libraryFile, inputs.laboratory());
        for (int i = 0; i < inputs.scenes.size(); i++) {
            provenance.scene(
                    request.scenes().layers()[i],
                    inputs.sceneFiles.get(i),
                    inputs.scenes.get(i).scene().grid());
        }
        return provenance
                .samples(request.target().samples().layer(), SampleLabels.hash(inputs.points), places(inputs.points))
                .covariates(inputs.covariates, resources)
                .list();
    }

    private static Coordinates places(List<LabelledPoint> points) {
        return new Coordinates(
                points.stream().mapToDouble(LabelledPoint::longitude).toArray(),
                points.stream().mapToDouble(LabelledPoint::latitude).toArray());
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
