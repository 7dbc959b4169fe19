/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepsalt.model.metrics.ProbabilityClass;
import org.deepsalt.raster.estimate.ProbabilityTally;

/** The part of a report on the probability of lying above a threshold. */
public final class ProbabilityReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HECTARE_DECIMALS = 4;

    private ProbabilityReport() {}

    /** Hectares by probability, and those that are expected. */
    public static ObjectNode of(ProbabilityTally tally) {
        ObjectNode node = JSON.createObjectNode();
        node.put("expectedHectares", ReportNumbers.hectares(tally.expected(), HECTARE_DECIMALS));
        for (ProbabilityClass one : ProbabilityClass.values()) {
            ObjectNode entry = node.withArray("classes").addObject();
            entry.put("title", one.title());
            entry.put("from", one.from());
            entry.put("to", one.to());
            entry.put("hectares", ReportNumbers.hectares(tally.area(one), HECTARE_DECIMALS));
        }
        return node;
    }
}
