/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deepsalt.demohost.http.ExceptionText;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.xml.XmlWriter;
import org.deepsalt.local.registry.InputReader;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.data.Parameter;
import org.geotools.api.feature.type.Name;
import org.locationtech.jts.geom.Geometry;

/** The answer to Execute and to GetExecutionStatus. */
final class ExecuteDocument {
    private static final long LARGEST_INLINE = 32L << 20;

    private final ProcessRegistry processes;
    private final String address;

    /** Writes documents with addresses below that of this service. */
    ExecuteDocument(ProcessRegistry processes, String address) {
        this.processes = processes;
        this.address = address;
    }

    /** What a client hears that has dismissed an execution, which may run for a moment yet. */
    OwsReply dismissed(Execution execution) {
        Execution.State now = execution.state();
        return write(
                execution,
                new Execution.State(
                        Execution.Phase.FAILED,
                        now.percent(),
                        now.task(),
                        Map.of(),
                        "The process execution has been dismissed",
                        now.since(),
                        now.clock()));
    }

    OwsReply write(Execution execution) {
        return write(execution, execution.state());
    }

    private OwsReply write(Execution execution, Execution.State state) {
        String self = address(execution, "GetExecutionStatus", Map.of());
        return WpsDocuments.document(
                "wps:ExecuteResponse",
                xml -> {
                    process(xml, execution.process());
                    status(xml, execution, state);
                    if (execution.request().lineage()) {
                        lineage(xml, execution);
                    }
                    if (state.phase() == Execution.Phase.SUCCEEDED) {
                        outputs(xml, execution, state.outputs());
                    }
                },
                "serviceInstance",
                address + "?",
                "statusLocation",
                execution.request().stored() ? self : null);
    }

    private void process(XmlWriter xml, String id) {
        Name name = processes.find(id).orElseThrow();
        xml.start("wps:Process", "wps:processVersion", processes.getVersion(name));
        xml.leaf("ows:Identifier", id);
        xml.leaf("ows:Title", processes.getTitle(name));
        xml.leaf("ows:Abstract", processes.getDescription(name));
        xml.end();
    }

    private static void status(XmlWriter xml, Execution execution, Execution.State state) {
        xml.start("wps:Status", "creationTime", execution.created().toString());
        switch (state.phase()) {
            case ACCEPTED -> xml.leaf("wps:ProcessAccepted", "the execution waits for its turn");
            case STARTED ->
                xml.leaf("wps:ProcessStarted", state.task(), "percentCompleted", String.valueOf(state.percent()));
            case SUCCEEDED -> xml.leaf("wps:ProcessSucceeded", "the execution has ended");
            case FAILED -> {
                xml.start("wps:ProcessFailed").start("ows:ExceptionReport", "version", "1.1.0");
                xml.start("ows:Exception", "exceptionCode", "NoApplicableCode");
                xml.leaf("ows:ExceptionText", ExceptionText.of(state.failure()));
                xml.end().end().end();
            }
        }
        xml.end();
    }

    /** The request again: its inputs, and the outputs that it wants. */
    private void lineage(XmlWriter xml, Execution execution) {
        ExecuteRequest request = execution.request();
        Map<String, Parameter<?>> parameters =
                processes.getParameterInfo(processes.find(execution.process()).orElseThrow());
        xml.start("wps:DataInputs");
        for (InputReader.Given one : request.inputs()) {
            xml.start("wps:Input").leaf("ows:Identifier", one.name()).start("wps:Data");
            Parameter<?> parameter = parameters.get(one.name());
            if (parameter != null && Geometry.class.isAssignableFrom(parameter.type)) {
                xml.leaf("wps:ComplexData", one.text());
            } else {
                xml.leaf("wps:LiteralData", one.text());
            }
            xml.end().end();
        }
        xml.end();
        if (!request.outputs().isEmpty()) {
            xml.start("wps:OutputDefinitions");
            for (ExecuteRequest.Output one : request.outputs()) {
                xml.start("wps:Output", "asReference", String.valueOf(one.asReference()));
                xml.leaf("ows:Identifier", one.name());
                xml.end();
            }
            xml.end();
        }
    }

    private void outputs(XmlWriter xml, Execution execution, Map<String, Execution.Output> outputs) {
        List<ExecuteRequest.Output> wanted = execution.request().outputs();
        if (wanted.isEmpty()) {
            wanted = outputs.keySet().stream()
                    .map(name -> new ExecuteRequest.Output(name, "", false))
                    .toList();
        }
        xml.start("wps:ProcessOutputs");
        for (ExecuteRequest.Output one : wanted) {
            Execution.Output output = Objects.requireNonNull(outputs.get(one.name()), "an output that was checked");
            xml.start("wps:Output");
            xml.leaf("ows:Identifier", one.name());
            xml.leaf("ows:Title", one.name());
            if (output.kind() == OutputKind.LITERAL) {
                xml.start("wps:Data").leaf("wps:LiteralData", output.text()).end();
            } else if (one.asReference()) {
                xml.empty(
                        "wps:Reference",
                        "href",
                        reference(execution, one.name(), output),
                        "mimeType",
                        output.kind().mimeType());
            } else {
                xml.start("wps:Data");
                inline(xml, one.name(), output);
                xml.end();
            }
            xml.end();
        }
        xml.end();
    }

    private static void inline(XmlWriter xml, String name, Execution.Output output) {
        try {
            long size = Files.size(output.file());
            if (size > LARGEST_INLINE) {
                throw new OwsException(
                        "NoApplicableCode",
                        name,
                        "output '" + name + "' has " + size + " bytes, too many for a document: ask for it with"
                                + " asReference=true or as RawDataOutput");
            }
            if (output.kind() == OutputKind.JSON) {
                xml.leaf(
                        "wps:ComplexData",
                        Files.readString(output.file()),
                        "mimeType",
                        output.kind().mimeType());
            } else {
                String text = Base64.getMimeEncoder().encodeToString(Files.readAllBytes(output.file()));
                xml.leaf("wps:ComplexData", text, "mimeType", output.kind().mimeType(), "encoding", "base64");
            }
        } catch (IOException e) {
            throw new DeepSaltException("output '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private String reference(Execution execution, String name, Execution.Output output) {
        return address(
                execution,
                "GetExecutionResult",
                Map.of(
                        "outputId",
                        name + "." + output.kind().extension(),
                        "mimetype",
                        output.kind().mimeType()));
    }

    private String address(Execution execution, String operation, Map<String, String> more) {
        StringBuilder text = new StringBuilder(address)
                .append("?service=WPS&version=1.0.0&request=")
                .append(operation)
                .append("&executionId=")
                .append(execution.id());
        new java.util.TreeMap<>(more).forEach((key, value) -> text.append('&')
                .append(key)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
