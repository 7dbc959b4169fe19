/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.deepsalt.model.metrics.Reliability;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.report.CalibrationReport;
import org.deepsalt.processes.report.CovariateReport;
import org.deepsalt.processes.report.EngineRun;
import org.deepsalt.processes.report.ProbabilityReport;
import org.deepsalt.processes.report.ReportNumbers;
import org.deepsalt.processes.report.ScreeningText;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.estimate.ResultBand;
import org.deepsalt.raster.estimate.Stage;
import org.deepsalt.raster.estimate.Tally;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.scene.MaskReason;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.QualityRules;
import org.deepsalt.raster.scene.Scene;
import org.deepsalt.raster.scene.TestFlag;
import org.locationtech.jts.geom.Geometry;

/** The report of an estimation, as JSON. */
final class EstimationReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HECTARE_DECIMALS = 2;

    private final EstimateRequest request;
    private final ModelCard card;
    private final List<String> missing;
    private final Scene scene;
    private final Grid grid;
    private final Tally tally;
    private final List<String> skippedMasks;
    private final EngineRun run;

    /**
     * Makes a report.
     *
     * @param missing names of the covariates of the model that the request leaves out
     * @param grid of the result, a part of the scene's where the request has a region
     */
    EstimationReport(
            EstimateRequest request,
            ModelCard card,
            List<String> missing,
            Scene scene,
            Grid grid,
            Tally tally,
            List<String> skippedMasks,
            EngineRun run) {
        this.request = request;
        this.card = card;
        this.missing = missing;
        this.scene = scene;
        this.grid = grid;
        this.tally = tally;
        this.skippedMasks = skippedMasks;
        this.run = run;
    }

    /**
     * The provenance in short, for the tags of the result's file. It has no date of today, so that the same inputs give
     * the same file; the report has one.
     */
    static GdalMetadata tags(EstimateRequest request, ModelCard card, Scene scene) {
        GdalMetadata tags = new GdalMetadata()
                .put("deepsalt_process", "deepsalt:EstimateSalinity")
                .put("deepsalt_model", card.id())
                .put("deepsalt_model_synthetic", String.valueOf(card.synthetic()))
                .put("deepsalt_model_screening", String.valueOf(card.screening()))
                .put("deepsalt_target", card.target().attribute())
                .put("deepsalt_unit", card.target().unit())
                .put("deepsalt_scene", request.enmap())
                .put("deepsalt_confidence", String.valueOf(request.model().confidence()))
                .put("deepsalt_version", Version.text());
        request.acquired(scene).ifPresent(time -> tags.put("deepsalt_acquired", time.toString()));
        return tags;
    }

    String toJson() {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:EstimateSalinity");
        report.put("created", Instant.now().toString());
        report.set("inputs", inputs());
        request.acquired(scene).ifPresent(time -> report.put("acquired", time.toString()));
        report.set("covariates", CovariateReport.of(card, missing));
        report.set("model", model());
        report.set("result", result());
        report.set("pixels", pixels());
        report.set("estimate", estimate());
        if (card.target().property().isEce()) {
            report.set("salinity", salinity());
        }
        request.threshold(card).ifPresent(threshold -> report.set("probability", probability(threshold)));
        report.set("applicability", applicability());
        report.put("version", Version.text());
        report.put("engine", run.device());
        report.put("precision", run.precision());
        report.putPOJO("seconds", run.seconds());
        report.set("threadSeconds", threadSeconds());
        return report.toPrettyString();
    }

    private ObjectNode inputs() {
        ObjectNode inputs = JSON.createObjectNode();
        inputs.put("enmap", request.enmap());
        for (String covariate : request.covariates()) {
            inputs.withArray("covariate").add(covariate);
        }
        inputs.put("confidence", request.model().confidence());
        request.threshold(card).ifPresent(threshold -> inputs.put("threshold", threshold));
        Geometry region = request.region();
        if (region != null) {
            inputs.put("region", region.toText());
        }
        if (request.time() != null) {
            inputs.put("time", request.time());
        }
        if (request.result().series() != null) {
            inputs.put("series", request.result().series());
        }
        masks(inputs, request.rules());
        return inputs;
    }

    private static void masks(ObjectNode inputs, MaskRules rules) {
        inputs.put("maxNdvi", rules.maxNdvi());
        inputs.put("minNdwi", rules.minNdwi());
        inputs.put("maxWaterSwir", rules.maxWaterSwir());
        inputs.put("maxNcai", rules.maxNcai());
        inputs.put("maxNbr2", rules.maxNbr2());
        QualityRules quality = rules.quality();
        inputs.put("maskCloud", quality.cloud());
        inputs.put("minCirrus", quality.minCirrus());
        inputs.put("maskHaze", quality.haze());
        inputs.put("minNdsi", quality.minNdsi());
        inputs.put("worstQuality", quality.worstQuality());
        for (TestFlag flag : TestFlag.values()) {
            if (quality.flags().contains(flag)) {
                inputs.withArray("maskFlag").add(flag.name());
            }
        }
        inputs.put("maxDefects", quality.maxDefects());
    }

    private ObjectNode model() {
        ObjectNode model = JSON.createObjectNode();
        model.put("id", card.id());
        model.put("created", card.created());
        model.put("synthetic", card.synthetic());
        model.put("screening", card.screening());
        if (card.screening()) {
            model.put("statement", ScreeningText.WHAT);
        }
        model.putPOJO("files", card.files());
        model.set(
                "intervals",
                CalibrationReport.of(card.calibration(), request.model().confidence()));
        return model;
    }

    private ObjectNode result() {
        ObjectNode result = JSON.createObjectNode();
        result.put("width", grid.width());
        result.put("height", grid.height());
        result.put("crs", grid.crsName());
        result.put("unit", card.target().unit());
        ResultBand.titles(card.target().property()).forEach(result.withArray("bands")::add);
        return result;
    }

    private ObjectNode pixels() {
        ObjectNode pixels = JSON.createObjectNode();
        pixels.put("total", grid.pixels());
        pixels.put("estimated", tally.pixels(MaskReason.NONE));
        ObjectNode masked = pixels.putObject("masked");
        for (MaskReason reason : MaskReason.values()) {
            if (reason != MaskReason.NONE) {
                masked.put(reason.key(), tally.pixels(reason));
            }
        }
        skippedMasks.forEach(pixels.putArray("skippedMasks")::add);
        return pixels;
    }

    /** Seconds of all threads by stage; what these lack of wall time x threads was spent waiting. */
    private ObjectNode threadSeconds() {
        ObjectNode spent = JSON.createObjectNode();
        for (Stage stage : Stage.values()) {
            spent.put(stage.key(), Math.round(tally.threadSeconds(stage) * 1e3) / 1e3);
        }
        return spent;
    }

    private ObjectNode estimate() {
        ObjectNode estimate = JSON.createObjectNode();
        estimate.put("target", card.target().attribute());
        estimate.put("unit", card.target().unit());
        estimate.put("mean", ReportNumbers.finite(tally.mean()));
        return estimate;
    }

    private ObjectNode salinity() {
        ObjectNode salinity = JSON.createObjectNode();
        salinity.put("meanEce", ReportNumbers.finite(tally.mean()));
        for (SalinityClass one : SalinityClass.values()) {
            ObjectNode entry = salinity.withArray("classes").addObject();
            entry.put("title", one.title());
            entry.put("from", one.from());
            entry.put("to", ReportNumbers.finite(one.to()));
            entry.put("pixels", tally.pixels(one));
            entry.put("hectares", ReportNumbers.hectares(tally.area(one), HECTARE_DECIMALS));
        }
        salinity.put("areas", new PixelArea(grid).method());
        return salinity;
    }

    private ObjectNode probability(double threshold) {
        ObjectNode probability = ProbabilityReport.of(tally.probabilities());
        probability.put("threshold", threshold);
        probability.put("unit", card.target().unit());
        Reliability tested = card.test().saline();
        if (tested != null && tested.threshold() == threshold) {
            probability.put("brierScoreOfTest", tested.brier());
            probability.put("brierScoreOfTheShareAlone", tested.brierOfShare());
        }
        return probability;
    }

    private ObjectNode applicability() {
        long estimated = tally.pixels(MaskReason.NONE);
        double share = estimated == 0 ? 0 : (double) tally.outsideApplicability() / estimated;
        ObjectNode applicability = JSON.createObjectNode();
        applicability.put("threshold", card.applicabilityThreshold());
        applicability.put("pixelsOutside", tally.outsideApplicability());
        applicability.put("shareOutside", share);
        applicability.put(
                "hectaresOutside", ReportNumbers.hectares(tally.areaOutsideApplicability(), HECTARE_DECIMALS));
        applicability.put("verdict", verdict(estimated, share));
        applicability.putPOJO("trainingArea", card.area());
        return applicability;
    }

    private static String verdict(long estimated, double share) {
        if (estimated == 0) {
            return "no pixel could be estimated";
        }
        if (share > 0.5) {
            return "the area lies outside the model's applicability: do not use these values";
        }
        return share > 0.05
                ? "parts of the area lie outside the model's applicability: see band dissimilarity"
                : "the area lies inside the model's applicability";
    }
}
