/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.inputs.CovariateRequest;
import org.deepsalt.processes.inputs.RequestedRegion;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.inputs.SceneName;
import org.deepsalt.processes.job.Engine;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.Stopwatch;
import org.deepsalt.processes.records.IsoRecord;
import org.deepsalt.processes.report.EngineRun;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.processes.report.PublishedReport;
import org.deepsalt.processes.report.Sidecar;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.deepsalt.raster.estimate.EstimationModel;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.estimate.ResultBand;
import org.deepsalt.raster.estimate.SceneEstimation;
import org.deepsalt.raster.estimate.Tally;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The work of {@code deepsalt:EstimateSalinity}: checks everything, estimates, publishes and returns. */
final class Estimation {
    private final LayerCatalog catalog;
    private final ProcessLimits limits;
    private final EngineSettings engine;

    Estimation(LayerCatalog catalog, ProcessLimits limits, EngineSettings engine) {
        this.catalog = catalog;
        this.limits = limits;
        this.engine = engine;
    }

    /**
     * The model, scene, covariates and region of a checked request.
     *
     * @param missing names of the model's covariates that the request leaves out
     */
    private record Inputs(
            ModelCard card,
            Scene scene,
            CovariateStack covariates,
            List<String> missing,
            Optional<RegionMask> region) {}

    Map<String, Object> run(EstimateRequest request, Progress progress) {
        Stopwatch watch = new Stopwatch();
        progress.report(0, "checking the request");
        try (ResourceScope resources = new ResourceScope(catalog, progress.part(0, 0.01))) {
            Inputs inputs = check(request, resources, progress.part(0, 0.01));
            watch.lap("check");
            Progress loading = progress.part(0.01, 0.03);
            String device = Engine.start(engine, loading);
            Estimator estimator = resources.open(() -> Engine.load(catalog, inputs.card, loading), Estimator::close);
            watch.lap("load");
            PixelReader reader = new PixelReader(
                    inputs.scene,
                    inputs.covariates,
                    request.rules(),
                    inputs.card.bands(),
                    inputs.card.wavelengthTolerance());
            SceneEstimation estimation = estimation(request, inputs, reader, estimator);
            Path target = catalog.newResult(inputs.card.target().property().key() + ".tif");
            try {
                Tally tally = estimation.run(
                        target, EstimationReport.tags(request, inputs.card, inputs.scene), progress.part(0.03, 0.96));
                watch.lap("estimate");
                EstimationReport report = new EstimationReport(
                        request,
                        inputs.card,
                        inputs.missing,
                        inputs.scene,
                        estimation.grid(),
                        tally,
                        reader.skippedMasks(),
                        new EngineRun(device, estimator.precision().key(), watch.seconds()));
                Optional<Granule> granule = granule(request, inputs, resources);
                return deliver(request, inputs.card, granule, target, report.toJson(), progress);
            } catch (RuntimeException e) {
                catalog.discard(target);
                throw e;
            }
        }
    }

    /** Opens everything and finds all problems of a request before a pixel is read. */
    private Inputs check(EstimateRequest request, ResourceScope resources, Progress progress) {
        Problems problems = new Problems();
        CovariateRequest given = CovariateRequest.parse(request.covariates(), problems);
        request.check(catalog, problems);
        ModelCard card = problems.attempt(() -> catalog.models().card(request.requireModel()));
        CovariateRequest covariates =
                card == null ? given : given.resolved(CovariateRequest.names(card.covariates()), resources, problems);
        if (card != null) {
            covariates.requireOnly(card.covariates(), problems);
            request.checkStyle(card, problems);
        }
        Scene opened = problems.attempt(() -> resources.scene(request.enmap()));
        request.checkSeries(catalog, card, opened, problems);
        // All that follows needs the scene, so its problem is told with those that are known by now.
        Scene scene = opened != null ? opened : problems.require(opened);
        Geometry wanted = request.region();
        RegionMask region = wanted == null
                ? null
                : problems.attempt(() -> RequestedRegion.of(wanted).on(scene.grid(), progress));
        Grid area = region == null ? scene.grid() : scene.grid().cropped(region.window());
        if (area.pixels() > limits.maxPixels()) {
            problems.add("the area has " + area.pixels() + " pixels, this server allows " + limits.maxPixels()
                    + ": give a smaller region");
        }
        @Nullable CovariateStack stack = null;
        if (card != null) {
            problems.attempt(() -> scene.match(card.bands(), card.wavelengthTolerance()));
            stack = problems.attempt(
                    () -> covariates.open(scene.grid(), area, CovariateRequest.names(card.covariates()), resources));
        }
        ModelCard known = problems.require(card);
        return new Inputs(
                known,
                scene,
                problems.require(stack),
                covariates.missing(known.covariates()),
                Optional.ofNullable(region));
    }

    private SceneEstimation estimation(
            EstimateRequest request, Inputs inputs, PixelReader reader, Estimator estimator) {
        ModelCard card = inputs.card;
        EstimationModel model = new EstimationModel(
                estimator,
                card.target().property(),
                card.calibration()
                        .intervals(
                                request.model().confidence(),
                                card.applicabilityThreshold(),
                                card.target().range()),
                request.threshold(card)
                        .map(threshold -> card.exceedance().above(threshold, card.applicabilityThreshold())));
        return new SceneEstimation(reader, model, inputs.region, limits.threads());
    }

    /** The place of the estimate in its series; empty if it goes to none. */
    private static Optional<Granule> granule(EstimateRequest request, Inputs inputs, ResourceScope resources) {
        if (request.result().series() == null) {
            return Optional.empty();
        }
        String scene =
                SceneName.of(request.enmap(), resources.raster(request.enmap()).file());
        return request.acquired(inputs.scene).map(time -> new Granule(time, Granule.keyOf(scene, inputs.card.files())));
    }

    private Map<String, Object> deliver(
            EstimateRequest request,
            ModelCard card,
            Optional<Granule> granule,
            Path target,
            String report,
            Progress progress) {
        Path sidecar = Sidecar.write(target, report);
        Path file = target;
        String layer = "";
        JsonReport answer = new JsonReport(report);
        String wanted = granule.isPresent()
                ? request.result().series()
                : request.result().layer();
        if (wanted != null) {
            progress.report(0.97, "publishing " + wanted);
            Path isoRecord = IsoRecord.write(target, report, card);
            Publication publication = request.publication(wanted, card, target, sidecar, isoRecord);
            Publication.Published published =
                    granule.isPresent() ? catalog.addGranule(publication, granule.get()) : catalog.publish(publication);
            file = published.geoTiff();
            layer = published.layer();
            answer = PublishedReport.of(report, layer, granule.map(Granule::time), published.remark());
        }
        // A process that is chained to this one takes the first output unless it names another.
        Map<String, Object> outputs = new LinkedHashMap<>();
        outputs.put(
                "coverage",
                ResultCoverage.open(file, ResultBand.titles(card.target().property())));
        outputs.put("published", layer);
        outputs.put("report", answer);
        progress.report(1, "done");
        return outputs;
    }
}
