/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.deepsalt.model.estimator.Calibration;

/** The part of a report about the prediction intervals. Stateless. */
public final class CalibrationReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CalibrationReport() {}

    /**
     * Describes the calibration of the intervals.
     *
     * @param confidence share of true values that the intervals shall hold
     */
    public static ObjectNode of(Calibration calibration, double confidence) {
        ObjectNode node = JSON.createObjectNode();
        node.put("confidence", confidence);
        node.put("supported", calibration.supports(confidence));
        node.put("source", calibration.source().name().toLowerCase(Locale.ROOT));
        node.put("widenedOutsideApplicability", calibration.widens());
        double[] edges = calibration.edges();
        double[] factors = calibration.factors(confidence);
        for (int i = 0; i < factors.length; i++) {
            ObjectNode group = node.withArray("groups").addObject();
            group.put("from", i == 0 ? 0 : rounded(edges[i - 1]));
            group.put("to", i == edges.length ? null : (Double) rounded(edges[i]));
            group.put("pixels", calibration.counts().get(i));
            group.put("factor", factors[i]);
        }
        return node;
    }

    /** The edges are logarithms, mostly of whole numbers: rounding makes them whole again. */
    private static double rounded(double log) {
        return Math.round(Math.exp(log) * 1e6) / 1e6;
    }
}
