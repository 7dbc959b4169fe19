/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelCard.CovariateRange;

/** The part of a report on the covariates that a request gave and left out. */
public final class CovariateReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CovariateReport() {}

    /**
     * Which are missing, and the mean absolute errors that the model had with and without covariates.
     *
     * @param missing names of those that were left out
     */
    public static ObjectNode of(ModelCard card, List<String> missing) {
        ObjectNode node = JSON.createObjectNode();
        card.covariates().stream()
                .map(CovariateRange::name)
                .filter(name -> !missing.contains(name))
                .forEach(node.putArray("given")::add);
        missing.forEach(node.putArray("missing")::add);
        if (!missing.isEmpty() && card.testWithoutCovariates() != null) {
            ObjectNode cost = node.putObject("testMae");
            cost.put("withAllCovariates", card.test().overall().metrics().mae());
            cost.put("withoutAny", card.testWithoutCovariates().metrics().mae());
            cost.put("unit", card.target().unit());
        }
        return node;
    }
}
