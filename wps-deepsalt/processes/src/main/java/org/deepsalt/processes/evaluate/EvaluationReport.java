/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.ErrorDetection;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Grouping;
import org.deepsalt.model.metrics.Groupings;
import org.deepsalt.model.metrics.LandFigures;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.metrics.Reliability;
import org.deepsalt.model.store.Json;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.processes.report.CalibrationReport;
import org.deepsalt.processes.report.CovariateReport;
import org.deepsalt.processes.report.EngineRun;
import org.deepsalt.processes.report.SamplesReport;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.sampling.LabelledPixels;

/** The report of an evaluation, as JSON. */
final class EvaluationReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Errors larger than this many times those of the model's own test are what a user should be warned of. */
    private static final double LARGE = 2;

    private final EvaluateRequest request;
    private final ModelCard card;
    private final List<String> missing;
    private final LabelledPixels samples;
    private final ModelEvaluation.Readings readings;
    private final EngineRun run;

    /** @param missing names of the covariates of the model that the request leaves out */
    EvaluationReport(
            EvaluateRequest request,
            ModelCard card,
            List<String> missing,
            LabelledPixels samples,
            ModelEvaluation.Readings readings,
            EngineRun run) {
        this.request = request;
        this.card = card;
        this.missing = missing;
        this.samples = samples;
        this.readings = readings;
        this.run = run;
    }

    String toJson() {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:EvaluateModel");
        report.put("created", Instant.now().toString());
        report.set("inputs", inputs());
        ObjectNode model = report.putObject("model");
        model.put("id", card.id());
        model.put("created", card.created());
        model.put("synthetic", card.synthetic());
        model.put("screening", card.screening());
        model.set("files", Json.tree(card.files()));
        report.set("covariates", CovariateReport.of(card, missing));
        report.put("unit", card.target().unit());
        report.set("samples", SamplesReport.of(samples));
        report.set("evaluation", Json.tree(evaluation()));
        report.set("intervals", CalibrationReport.of(card.calibration(), request.confidence()));
        report.set("applicability", applicability());
        report.put("version", Version.text());
        report.put("engine", run.device());
        report.put("precision", run.precision());
        report.set("seconds", Json.tree(run.seconds()));
        return report.toPrettyString();
    }

    private ObjectNode inputs() {
        ObjectNode inputs = JSON.createObjectNode();
        for (String layer : request.enmap()) {
            inputs.withArray("enmap").add(layer);
        }
        for (String covariate : request.covariates()) {
            inputs.withArray("covariate").add(covariate);
        }
        inputs.put("samples", request.samples().layer());
        inputs.put(
                "target", request.samples().orTarget(card.target().attribute()).target());
        inputs.put("confidence", request.confidence());
        return inputs;
    }

    private Evaluation evaluation() {
        Predictions predictions = readings.predictions();
        Evaluation evaluation = Evaluation.of(predictions, request.confidence(), groupings());
        boolean ece = card.target().property().isEce();
        if (ece) {
            evaluation = evaluation.with(Reliability.of(Exceedance.SALINE, readings.saline(), predictions.observed()));
        }
        return evaluation.with(
                LandFigures.of(predictions, ece ? readings.saline() : null, Exceedance.SALINE, readings.land()));
    }

    private List<Grouping> groupings() {
        Predictions predictions = readings.predictions();
        List<String> names =
                card.covariates().stream().map(ModelCard.CovariateRange::name).toList();
        Matrix covariates = samples.pixels().covariates();
        return List.of(
                Groupings.salinity(predictions.observed(), card.target().unit()),
                Groupings.texture(names, covariates),
                Groupings.climate(names, covariates),
                Groupings.region(samples.pixels().regions()),
                Groupings.applicability(predictions.dissimilarity(), card.applicabilityThreshold()));
    }

    private ObjectNode applicability() {
        Predictions predictions = readings.predictions();
        double threshold = card.applicabilityThreshold();
        long outside = Groupings.applicability(predictions.dissimilarity(), threshold).labels().stream()
                .filter(Groupings.OUTSIDE::equals)
                .count();
        double seen = card.test().overall().metrics().mae();
        ObjectNode node = JSON.createObjectNode();
        node.put("threshold", threshold);
        node.put("pixelsOutside", outside);
        node.put("shareOutside", (double) outside / predictions.size());
        node.put("maeOfTheModelsTest", seen);
        node.set("errorsAboveTwiceThat", Json.tree(ErrorDetection.of(predictions, LARGE * seen, threshold)));
        return node;
    }
}
