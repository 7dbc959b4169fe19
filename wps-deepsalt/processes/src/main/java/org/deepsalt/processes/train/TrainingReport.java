/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.store.Json;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.processes.report.CalibrationReport;
import org.deepsalt.processes.report.SamplesReport;
import org.deepsalt.processes.report.ScreeningText;
import org.deepsalt.raster.sampling.LabelledPixels;

/** The report of a training, as JSON. */
final class TrainingReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelCard card;
    private final TrainedModel trained;
    private final List<BaselineResult> baselines;
    private final LabelledPixels samples;
    private final Split split;
    private final Map<String, Double> seconds;

    /**
     * What a split divided.
     *
     * @param labelled places of the labelled pixels
     * @param laboratoryWithheld laboratory samples that nothing was learned from
     */
    record Split(Coordinates labelled, int laboratoryWithheld) {}

    TrainingReport(
            ModelCard card,
            TrainedModel trained,
            List<BaselineResult> baselines,
            LabelledPixels samples,
            Split split,
            Map<String, Double> seconds) {
        this.card = card;
        this.trained = trained;
        this.baselines = baselines;
        this.samples = samples;
        this.split = split;
        this.seconds = seconds;
    }

    String toJson() {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:TrainModel");
        report.put("model", card.id());
        report.put("created", card.created());
        report.put("synthetic", card.synthetic());
        report.put("screening", card.screening());
        if (card.screening()) {
            report.put("statement", ScreeningText.WHAT + " " + ScreeningText.MEASURED);
        }
        report.put("preset", card.preset());
        report.put("seed", card.seed());
        report.putPOJO("counts", card.counts());
        if (!card.screening()) {
            report.set("samples", SamplesReport.of(samples));
        }
        report.set("split", split());
        report.put("target", card.target().attribute());
        report.put("unit", card.target().unit());
        report.putPOJO("outputRange", card.target().range());
        report.putPOJO("labelsOutsideRange", card.bounded());
        report.putPOJO("libraries", card.laboratory());
        report.set("test", Json.tree(card.test()));
        report.set("testWithoutCovariates", Json.tree(card.testWithoutCovariates()));
        report.set("unseen", Json.tree(card.unseen()));
        report.set("teacherOnUnseenSamples", Json.tree(card.teacher()));
        report.putPOJO("meanCosinesOfCodes", trained.codes());
        report.set("intervals", CalibrationReport.of(card.calibration(), Evaluation.CONFIDENCE));
        if (!baselines.isEmpty()) {
            report.set("baselines", BaselinesReport.of(baselines));
        }
        report.put("applicabilityThreshold", card.applicabilityThreshold());
        report.set("curves", curves());
        report.putPOJO("seconds", seconds);
        report.putPOJO("software", card.software());
        return report.toPrettyString();
    }

    /** The farther the test pixels lie from the training pixels, the more their scores say about other places. */
    private ObjectNode split() {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", card.counts().split());
        node.put("holdout", card.counts().holdout());
        node.put("laboratorySamplesWithheld", split.laboratoryWithheld);
        double distance = trained.testDistance(split.labelled);
        if (Double.isFinite(distance)) {
            node.put("medianKilometresFromTestToTraining", distance);
        }
        return node;
    }

    private ObjectNode curves() {
        ObjectNode curves = JSON.createObjectNode();
        for (Map.Entry<String, List<double[]>> stage : new TreeMap<>(trained.curves()).entrySet()) {
            ArrayNode learning = JSON.createArrayNode();
            ArrayNode validation = JSON.createArrayNode();
            for (double[] epoch : stage.getValue()) {
                learning.add(epoch[0]);
                if (Double.isFinite(epoch[1])) {
                    validation.add(epoch[1]);
                }
            }
            ObjectNode curve = curves.putObject(stage.getKey());
            curve.set("training", learning);
            if (!validation.isEmpty()) {
                curve.set("validation", validation);
            }
        }
        return curves;
    }
}
