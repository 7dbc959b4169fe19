/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a record takes from the report of an estimation. */
final class ReportFacts {
    private static final double DIGITS = 1e4;

    private ReportFacts() {}

    static Map<String, Double> hectares(JsonNode report) {
        Map<String, Double> hectares = new LinkedHashMap<>();
        for (JsonNode one : report.path("salinity").path("classes")) {
            hectares.put(one.path("title").asText(), one.path("hectares").asDouble());
        }
        return hectares;
    }

    static double validShare(JsonNode report) {
        JsonNode pixels = report.path("pixels");
        return rounded(pixels.path("estimated").asDouble()
                / Math.max(1, pixels.path("total").asDouble()));
    }

    static double shareOutside(JsonNode report) {
        return rounded(report.path("applicability").path("shareOutside").asDouble());
    }

    private static double rounded(double share) {
        return Math.round(share * DIGITS) / DIGITS;
    }
}
