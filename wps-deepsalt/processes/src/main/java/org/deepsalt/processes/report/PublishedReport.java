/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A report with the name by which its result can be asked for. The report beside the result's file cannot have it: that
 * file is part of what is published. Stateless.
 */
public final class PublishedReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedReport() {}

    /**
     * Adds {@code published}, and {@code remark} where there is one.
     *
     * @param report a JSON object
     * @param published name with workspace
     * @param remark what the caller should know about the layer; empty for nothing
     */
    public static JsonReport of(String report, String published, String remark) {
        return of(report, published, Optional.empty(), remark);
    }

    /**
     * The same of a map in a series, with the {@code time} by which it can be asked for.
     *
     * @param time of the acquisition; empty for a layer that is no series
     */
    public static JsonReport of(String report, String published, Optional<Instant> time, String remark) {
        try {
            ObjectNode object = (ObjectNode) JSON.readTree(report);
            object.put("published", published);
            time.ifPresent(acquired -> object.put("time", acquired.toString()));
            if (!remark.isEmpty()) {
                object.put("remark", remark);
            }
            return new JsonReport(object.toPrettyString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
