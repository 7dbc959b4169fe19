/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.List;
import org.deepsalt.demohost.http.OwsReply;

/** The answer to GetExecutions: what runs and what has outputs, in the shape of GeoServer's vendor operation. */
final class ExecutionsDocument {
    private ExecutionsDocument() {}

    static OwsReply write(List<Execution> executions) {
        return WpsDocuments.document(
                "wps:GetExecutionsResponse",
                xml -> {
                    for (Execution execution : executions) {
                        Execution.State state = execution.state();
                        xml.start("wps:ExecuteResponse");
                        xml.start("wps:Process")
                                .leaf("ows:Identifier", execution.process())
                                .end();
                        xml.start(
                                "wps:Status",
                                "creationTime",
                                execution.created().toString());
                        xml.leaf("wps:JobID", execution.id());
                        xml.leaf("wps:Identifier", execution.process());
                        xml.leaf(
                                "wps:Status",
                                execution.isDismissed()
                                        ? "DISMISSING"
                                        : state.phase().name());
                        xml.leaf("wps:PercentCompleted", String.valueOf(state.percent()));
                        xml.end();
                        xml.end();
                    }
                },
                "count",
                String.valueOf(executions.size()));
    }
}
