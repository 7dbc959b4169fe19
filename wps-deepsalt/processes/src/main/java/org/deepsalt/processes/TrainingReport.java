/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.raster.scene.MaskReason;

/** What a training says about itself, as JSON. */
record TrainingReport(
        ModelCard card,
        TrainedModel trained,
        List<BaselineResult> baselines,
        Map<MaskReason, Long> dropped,
        Map<String, Double> seconds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:TrainModel");
        report.put("model", card.id());
        report.put("created", card.created());
        report.put("synthetic", card.synthetic());
        report.put("preset", card.preset());
        report.put("seed", card.seed());
        report.putPOJO("counts", card.counts());
        ObjectNode lost = report.putObject("samplesWithoutPixel");
        dropped.forEach((reason, count) -> lost.put(reason.key(), count));
        report.put("target", card.target().attribute());
        report.put("unit", card.target().unit());
        report.putPOJO("outputRange", card.target().range());
        report.putPOJO("labelsOutsideRange", card.bounded());
        report.putPOJO("library", card.laboratory());
        report.set("test", metrics(trained.test()));
        report.set("teacherOnUnseenSamples", metrics(trained.teacher()));
        report.putPOJO("meanCosinesOfCodes", trained.codes());
        if (!baselines.isEmpty()) {
            report.set("baselines", BaselinesReport.of(baselines));
        }
        report.put("applicabilityThreshold", card.applicabilityThreshold());
        report.set("curves", curves());
        report.putPOJO("seconds", seconds);
        report.putPOJO("software", card.software());
        return report.toPrettyString();
    }

    static ObjectNode metrics(RegressionMetrics metrics) {
        ObjectNode node = JSON.createObjectNode();
        node.put("count", metrics.count());
        put(node, "mae", metrics.mae());
        put(node, "rmse", metrics.rmse());
        put(node, "r2", metrics.r2());
        put(node, "bias", metrics.bias());
        put(node, "rpd", metrics.rpd());
        put(node, "rpiq", metrics.rpiq());
        put(node, "ccc", metrics.ccc());
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        node.put(name, Double.isFinite(value) ? value : null);
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
