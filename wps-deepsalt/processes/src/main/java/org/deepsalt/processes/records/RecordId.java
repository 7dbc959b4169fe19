/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.records;

import com.fasterxml.jackson.databind.JsonNode;

/** The identifier that all records of a result have. Stateless. */
final class RecordId {
    /** As times are in the names of products: 20250711T102030. */
    private static final int TIME = 15;

    private RecordId() {}

    /**
     * Scene, target and model, and the time of the acquisition unless the scene's name tells it: a layer may show one
     * scene today and another tomorrow.
     *
     * @param report of the estimation
     */
    static String of(JsonNode report) {
        String scene = report.path("inputs").path("enmap").asText();
        String id = scene
                + "_" + report.path("estimate").path("target").asText()
                + "_" + report.path("model").path("id").asText();
        String time = report.path("acquired").asText("").replaceAll("[:-]|\\.[0-9]+", "");
        boolean told = time.length() < TIME || scene.contains(time.substring(0, TIME));
        return (told ? id : id + "_" + time).replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
