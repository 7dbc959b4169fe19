/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.DetachedTask;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.inputs.CovariateRequest;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.inputs.SampleReader;
import org.deepsalt.processes.job.Engine;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.Stopwatch;
import org.deepsalt.processes.report.EngineRun;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.processes.report.SamplesReport;
import org.deepsalt.raster.sampling.LabelledPixels;
import org.deepsalt.raster.sampling.LabelledPoint;
import org.deepsalt.raster.sampling.LabelledSampler;
import org.deepsalt.raster.sampling.LandSampler;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The work of {@code deepsalt:EvaluateModel}: checks everything, reads the samples' pixels, estimates and compares. */
final class ModelEvaluation {
    private static final int LAND_PIXELS = 4096;
    private static final long LAND_SEED = 1;

    private final LayerCatalog catalog;
    private final ProcessLimits limits;
    private final EngineSettings engine;

    ModelEvaluation(LayerCatalog catalog, ProcessLimits limits, EngineSettings engine) {
        this.catalog = catalog;
        this.limits = limits;
        this.engine = engine;
    }

    /** The model, scenes and samples of a checked request. */
    private record Inputs(ModelCard card, List<PixelReader> scenes, List<String> missing, List<LabelledPoint> points) {}

    JsonReport run(EvaluateRequest request, Progress progress) {
        Stopwatch watch = new Stopwatch();
        progress.report(0, "checking the request");
        try (ResourceScope resources = new ResourceScope(catalog, progress.part(0, 0.01))) {
            Inputs inputs = check(request, resources);
            ModelCard card = inputs.card;
            watch.lap("check");
            Progress loading = progress.part(0.05, 0.1);
            String device = Engine.start(engine, loading);
            Estimator estimator = resources.open(() -> Engine.load(catalog, card, loading), Estimator::close);
            watch.lap("load");
            LabelledPixels samples = LabelledSampler.sample(
                    inputs.scenes, inputs.points, card.bands().size(), progress.part(0.1, 0.5));
            requirePixels(samples);
            Pixels land = LandSampler.sample(
                    inputs.scenes, LAND_PIXELS, card.bands().size(), LAND_SEED, progress.part(0.5, 0.9));
            watch.lap("sample");
            progress.report(0.9, "estimating the samples");
            Readings readings = predict(request, card, estimator, samples, land, progress.part(0.9, 0.95));
            watch.lap("estimate");
            EngineRun run = new EngineRun(device, estimator.precision().key(), watch.seconds());
            String report = DetachedTask.run(progress.part(0.95, 1), "comparing", inside -> new EvaluationReport(
                            request, card, inputs.missing, samples, readings, run)
                    .toJson());
            progress.report(1, "done");
            return new JsonReport(report);
        }
    }

    /** Finds all problems of a request before a pixel is read. */
    private Inputs check(EvaluateRequest request, ResourceScope resources) {
        Problems problems = new Problems();
        request.check(problems);
        CovariateRequest given = CovariateRequest.parse(request.covariates(), problems);
        ModelCard card = problems.attempt(() -> catalog.models().card(request.model()));
        CovariateRequest covariates =
                card == null ? given : given.resolved(CovariateRequest.names(card.covariates()), resources, problems);
        @Nullable List<LabelledPoint> points = List.of();
        List<PixelReader> readers = new ArrayList<>();
        if (card != null) {
            covariates.requireOnly(card.covariates(), problems);
            points = problems.attempt(() -> points(request, card, resources));
        }
        for (String layer : request.enmap()) {
            Scene scene = problems.attempt(() -> resources.scene(layer));
            if (scene != null && card != null) {
                problems.attempt(() -> readers.add(reader(scene, card, covariates, resources)));
            }
        }
        ModelCard known = problems.require(card);
        return new Inputs(known, readers, covariates.missing(known.covariates()), problems.require(points));
    }

    private List<LabelledPoint> points(EvaluateRequest request, ModelCard card, ResourceScope resources) {
        ModelCard.Target target = card.target();
        List<LabelledPoint> points = new SampleReader(request.samples().orTarget(target.attribute()))
                .read(resources, target.conversionFactor());
        if (points.size() > limits.maxTrainingPixels()) {
            throw new DeepSaltException("samples '" + request.samples().layer() + "' have " + points.size()
                    + " points, this server allows " + limits.maxTrainingPixels() + ": give fewer");
        }
        return points;
    }

    private static PixelReader reader(
            Scene scene, ModelCard card, CovariateRequest covariates, ResourceScope resources) {
        return new PixelReader(
                scene,
                covariates.open(scene.grid(), scene.grid(), CovariateRequest.names(card.covariates()), resources),
                MaskRules.STANDARD,
                card.bands(),
                card.wavelengthTolerance());
    }

    private static void requirePixels(LabelledPixels samples) {
        if (samples.labels().length == 0) {
            StringBuilder reasons = new StringBuilder();
            samples.dropped().forEach((reason, count) -> reasons.append(reasons.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(SamplesReport.key(reason)));
            throw new DeepSaltException("no sample lies on bare, unmasked soil of the scenes (" + reasons
                    + "): give other samples or scenes, and check that longitude and latitude are not swapped");
        }
    }

    /**
     * Estimates, intervals and probabilities of the samples.
     *
     * @param saline probabilities of lying above {@link Exceedance#SALINE}
     * @param land estimates at bare pixels of the scenes, drawn as the land lies
     */
    record Readings(Predictions predictions, float[] saline, float[] land) {}

    private static Readings predict(
            EvaluateRequest request,
            ModelCard card,
            Estimator estimator,
            LabelledPixels samples,
            Pixels land,
            Progress progress) {
        try (Estimator.Worker worker = estimator.worker()) {
            float[] answers = answers(worker, samples.pixels(), progress);
            float[] ofLand = answers(worker, land, progress);
            Intervals intervals = card.calibration()
                    .intervals(
                            request.confidence(),
                            card.applicabilityThreshold(),
                            card.target().range());
            return new Readings(
                    intervals.predictions(samples.labels(), answers),
                    card.exceedance()
                            .above(Exceedance.SALINE, card.applicabilityThreshold())
                            .of(answers),
                    intervals.predictions(new float[land.size()], ofLand).estimate());
        }
    }

    private static float[] answers(Estimator.Worker worker, Pixels pixels, Progress progress) {
        return worker.answers(pixels.reflectance().beside(pixels.covariates()).values(), pixels.size(), progress);
    }
}
