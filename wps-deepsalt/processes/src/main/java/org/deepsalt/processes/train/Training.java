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
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.RadiusIndex;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.BaselineComparison;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.Covariate;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.processes.Defaults;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.inputs.CovariateRequest;
import org.deepsalt.processes.inputs.PlaceCheck;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.inputs.SampleLabels;
import org.deepsalt.processes.inputs.SampleReader;
import org.deepsalt.processes.inputs.SampleRequest;
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

    /** Pixels on which the answers in bfloat16 are compared with those in float32. */
    private static final int REFERENCES = 4096;

    private final LayerCatalog catalog;
    private final ProcessLimits limits;
    private final EngineSettings engine;

    Training(LayerCatalog catalog, ProcessLimits limits, EngineSettings engine) {
        this.catalog = catalog;
        this.limits = limits;
        this.engine = engine;
    }

    /**
     * The opened inputs of a checked request.
     *
     * @param points samples of the field; null for a screening model
     */
    @RecordBuilder
    record Inputs(
            Laboratories laboratories,
            List<PixelReader> scenes,
            List<Path> sceneFiles,
            List<Band> bands,
            CovariateRequest covariates,
            @Nullable List<LabelledPoint> points) {

        List<Covariate> described() {
            return covariates.names().stream().map(Training::covariate).toList();
        }

        private List<LabelledPoint> fieldPoints() {
            return Defaults.of(points, List.of());
        }
    }

    Map<String, Object> run(TrainRequest request, Progress progress) {
        Stopwatch watch = new Stopwatch();
        progress.report(0, "checking the request and reading the laboratory libraries");
        try (ResourceScope resources = new ResourceScope(catalog, progress.part(0, 0.01))) {
            Inputs inputs = check(request, resources, progress.part(0, 0.01));
            watch.lap("check");
            TrainingSettings settings = request.settings();
            String device = Engine.start(engine, progress.part(0.01, 0.02));
            RadiusIndex nearLaboratory =
                    new RadiusIndex(inputs.laboratories.midInfraredPlaces(), settings.pairingDistance());
            TrainingPixels pixels = new TrainingSampler(request.scenes().unlabelled(), nearLaboratory, settings.seed())
                    .sample(inputs.scenes, inputs.fieldPoints(), inputs.bands.size(), progress.part(0.02, 0.07));
            TrainingMaterial material = TrainingMaterial.of(settings, inputs, pixels, progress.part(0.07, 0.08));
            watch.lap("sample");
            ModelCard.Bounded bounded = SampleLabels.check(
                    material.visible().labels(),
                    request.target().outputRange(),
                    request.target().property().isEce());
            Learned learned = DetachedTask.run(
                    progress.part(0.08, 0.97),
                    "preparing what is learned from",
                    inside -> learn(request, material, settings, watch, inside));
            TrainingMaterial.Read read = learned.read;
            ModelCard draft = new CardWriter(request, read.data(), settings, learned.trained)
                    .draft(
                            provenance(request, inputs, resources, progress.part(0.97, 0.99)),
                            inputs.laboratories.notes(read, request.target().property()),
                            bounded,
                            device);
            progress.report(0.99, "storing the model");
            float[] references = read.data().unlabelled().inputs(REFERENCES);
            ModelCard card = catalog.models()
                    .save(draft, learned.trained, references, request.model().overwrite(), progress.part(0.99, 1));
            progress.report(1, "done");
            String report = new TrainingReport(
                            card,
                            learned.trained,
                            learned.baselines,
                            pixels.labelled(),
                            new TrainingReport.Split(read.data().labelled().coordinates(), material.withheld()),
                            watch.seconds())
                    .toJson();
            return Map.of("report", new JsonReport(report), "id", card.id());
        }
    }

    /** What came of the stages that need neither files nor the host. */
    private record Learned(TrainingMaterial.Read read, TrainedModel trained, List<BaselineResult> baselines) {}

    private static Learned learn(
            TrainRequest request,
            TrainingMaterial material,
            TrainingSettings settings,
            Stopwatch watch,
            Progress progress) {
        TrainingMaterial.Read read = material.read(request.target().outputRange(), settings.seed());
        double end = request.options().baselines() ? 0.5 : 1;
        TrainedModel trained = new ModelTrainer(read.data(), settings).train(progress.part(0, end));
        watch.lap("train");
        List<BaselineResult> baselines = List.of();
        if (request.options().baselines()) {
            baselines = baselines(read.data(), settings, trained, progress.part(end, 1));
            watch.lap("baselines");
        }
        return new Learned(read, trained, baselines);
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
        Laboratories laboratories =
                Laboratories.read(request.laboratory(), request.target().property(), catalog, progress, problems);
        SampleRequest samples = request.samples();
        List<LabelledPoint> points =
                samples == null ? null : problems.attempt(() -> new SampleReader(samples).read(resources, 1));
        String[] layers = request.scenes().layers();
        if (samples != null) {
            request.options().split().check(Defaults.of(points, List.of()), layers, problems);
        }
        List<Scene> scenes = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String layer : layers) {
            problems.attempt(() -> {
                files.add(resources.raster(layer).requireFile());
                return scenes.add(resources.scene(layer));
            });
        }
        List<Band> bands = scenes.isEmpty() ? List.of() : VisNirCheck.bands(laboratories, scenes.get(0), problems);
        VisNirCheck.check(request, laboratories, problems);
        List<PixelReader> readers = new ArrayList<>();
        for (Scene scene : scenes) {
            problems.attempt(() -> readers.add(reader(scene, bands, covariates, resources)));
        }
        if (!scenes.isEmpty()) {
            checkPlaces(samples, scenes, laboratories, points, problems);
        }
        problems.throwIfAny();
        return TrainingInputsBuilder.builder()
                .laboratories(laboratories)
                .scenes(readers)
                .sceneFiles(files)
                .bands(bands)
                .covariates(covariates)
                .points(points)
                .build();
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
            @Nullable SampleRequest samples,
            List<Scene> scenes,
            Laboratories laboratories,
            @Nullable List<LabelledPoint> points,
            Problems problems) {
        PlaceCheck check = new PlaceCheck(scenes.stream().map(Scene::grid).toList());
        if (samples != null && points != null) {
            check.check("samples '" + samples.layer() + "'", places(points), true, problems);
        }
        for (Laboratories.Opened library : laboratories.list()) {
            // Vis-NIR samples come from anywhere.
            if (library.content().visNir() == null) {
                check.check("library '" + library.id() + "'", library.places(), false, problems);
            }
        }
    }

    private static List<ModelCard.Input> provenance(
            TrainRequest request, Inputs inputs, ResourceScope resources, Progress progress) {
        Provenance provenance = new Provenance(progress);
        inputs.laboratories
                .list()
                .forEach(library -> provenance.library(library.id(), library.file(), library.places()));
        for (int i = 0; i < inputs.scenes.size(); i++) {
            provenance.scene(
                    request.scenes().layers()[i],
                    inputs.sceneFiles.get(i),
                    inputs.scenes.get(i).scene().grid());
        }
        SampleRequest samples = request.samples();
        if (samples != null) {
            List<LabelledPoint> points = inputs.fieldPoints();
            provenance.samples(samples.layer(), SampleLabels.hash(points), places(points));
        }
        return provenance.covariates(inputs.covariates, resources).list();
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
