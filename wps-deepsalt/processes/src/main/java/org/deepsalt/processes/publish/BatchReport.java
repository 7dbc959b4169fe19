/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.processes.report.Version;
import org.jspecify.annotations.Nullable;

/** What became of the records of a manifest, as JSON. Not thread-safe. */
final class BatchReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What became of a record. */
    enum Outcome {
        ADDED,
        REPLACED,
        /** The series has a map of that scene and model, and nothing shall be overwritten. */
        KEPT,
        /** The batch has no result for it. */
        WITHOUT_RESULT,
        /** The result could not be added. */
        FAILED
    }

    private final BatchRequest request;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final ArrayNode scenes = JSON.createArrayNode();

    BatchReport(BatchRequest request) {
        this.request = request;
    }

    /**
     * Notes a record.
     *
     * @param time of the acquisition; null where it is not known
     * @param reason empty for nothing
     */
    void add(String scene, Outcome outcome, @Nullable Instant time, String reason) {
        counts.merge(outcome, 1L, Long::sum);
        ObjectNode entry = scenes.addObject();
        entry.put("scene", scene);
        entry.put("outcome", name(outcome));
        if (time != null) {
            entry.put("time", time.toString());
        }
        if (!reason.isEmpty()) {
            entry.put("reason", reason);
        }
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** @param published name of the series with its workspace; empty if nothing was added */
    String toJson(String published) {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:PublishBatch");
        report.put("created", Instant.now().toString());
        ObjectNode inputs = report.putObject("inputs");
        inputs.put("manifest", request.manifest());
        inputs.put("series", request.series());
        inputs.put("style", request.style());
        inputs.put("overwrite", request.overwrite());
        report.put("published", published);
        report.put("records", scenes.size());
        ObjectNode counted = report.putObject("counts");
        for (Outcome outcome : Outcome.values()) {
            counted.put(name(outcome), counts.getOrDefault(outcome, 0L));
        }
        report.set("scenes", scenes);
        report.put("version", Version.text());
        return report.toPrettyString();
    }
}
