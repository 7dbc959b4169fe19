/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsService;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.local.registry.InputReader;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.InvalidRequestException;
import org.geotools.api.data.Parameter;
import org.geotools.api.feature.type.Name;

/** The Web Processing Service. Thread-safe; closing it stops the executions. */
public final class WpsService implements OwsService, AutoCloseable {
    private final ProcessRegistry processes;
    private final Executions executions;
    private final ResultKeeper keeper;

    /** Frees the temporary files of a process once their content has been kept. */
    public interface ResultKeeper {
        /** Hears that the outputs of a process have been collected, so that its temporary files may be deleted. */
        void release(Map<String, Object> outputs);
    }

    /**
     * Starts the service.
     *
     * @param settings bounds of the executions
     * @param keeper hears when the outputs of a process have been collected
     */
    public WpsService(ProcessRegistry processes, WpsSettings settings, ResultKeeper keeper) {
        this.processes = processes;
        this.executions = new Executions(settings);
        this.keeper = keeper;
    }

    @Override
    public String name() {
        return "WPS";
    }

    /** What was posted counts, whatever the query says. */
    @Override
    public String operation(OwsRequest request) {
        return request.body().length > 0 ? ExecuteXml.root(request.body()).name() : OwsService.super.operation(request);
    }

    @Override
    public CompletionStage<OwsReply> handle(OwsRequest request) {
        if (request.body().length > 0) {
            return posted(ExecuteXml.root(request.body()), request);
        }
        String operation = request.parameter("request")
                .orElseThrow(() -> new OwsException(
                        "MissingParameterValue",
                        "request",
                        "the request names no operation: add request=GetCapabilities"));
        WpsVersion.require(operation, request.parameter("AcceptVersions"), request.parameter("version"));
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "getcapabilities" -> completedFuture(CapabilitiesDocument.write(processes, request));
            case "describeprocess" ->
                completedFuture(describe(request.parameter("identifier").orElse("")));
            case "execute" -> execute(ExecuteKvp.read(request), request);
            case "getexecutionstatus" -> completedFuture(documents(request).write(execution(request)));
            case "getexecutionresult" -> completedFuture(result(request));
            case "dismiss" -> completedFuture(dismiss(request));
            case "getexecutions" -> completedFuture(ExecutionsDocument.write(startedBy(request.asker())));
            default ->
                throw new OwsException(
                        "OperationNotSupported",
                        "request",
                        "there is no operation '" + operation + "', wanted GetCapabilities, DescribeProcess, Execute,"
                                + " GetExecutionStatus, GetExecutionResult, GetExecutions or Dismiss");
        };
    }

    private CompletionStage<OwsReply> posted(XmlElement root, OwsRequest request) {
        WpsVersion.require(root);
        return switch (root.name()) {
            case "GetCapabilities" -> completedFuture(CapabilitiesDocument.write(processes, request));
            case "DescribeProcess" ->
                completedFuture(describe(String.join(
                        ",",
                        root.children("Identifier").stream()
                                .map(XmlElement::text)
                                .toList())));
            case "Execute" -> execute(ExecuteXml.read(root), request);
            default ->
                throw new OwsException(
                        "OperationNotSupported",
                        null,
                        "the document is a '" + root.name() + "', wanted Execute, DescribeProcess or GetCapabilities");
        };
    }

    private OwsReply describe(String identifiers) {
        Set<Name> names = new LinkedHashSet<>();
        Set<String> given = new HashSet<>();
        for (String id : identifiers.split(",", -1)) {
            if (!given.add(id.strip())) {
                throw new OwsException(
                        "InvalidParameterValue", "Identifier", "identifier '" + id.strip() + "' is given twice");
            }
            if (id.strip().equalsIgnoreCase("all")) {
                names.addAll(processes.getNames());
            } else {
                names.add(process(id.strip()));
            }
        }
        return DescriptionDocument.write(processes, List.copyOf(names));
    }

    private Name process(String id) {
        return processes
                .find(id)
                .orElseThrow(() -> new OwsException(
                        id.isEmpty() ? "MissingParameterValue" : "InvalidParameterValue",
                        "Identifier",
                        "there is no process '" + id + "', there are "
                                + String.join(
                                        ", ",
                                        processes.getNames().stream()
                                                .map(ProcessRegistry::id)
                                                .toList())));
    }

    private CompletionStage<OwsReply> execute(ExecuteRequest request, OwsRequest http) {
        Name name = process(request.process());
        requireOutputs(request, name);
        Map<String, Object> inputs;
        try {
            inputs = new InputReader(processes.getParameterInfo(name)).read(request.inputs());
        } catch (InvalidRequestException e) {
            throw new OwsException("InvalidParameterValue", "DataInputs", e.getMessage(), e);
        }
        Execution execution = executions.submit(ProcessRegistry.id(name), http.asker(), request, running -> {
            Map<String, Object> outputs = processes.create(name).execute(inputs, running);
            try {
                return OutputCollector.collect(outputs, running.folder());
            } finally {
                keeper.release(outputs);
            }
        });
        if (request.stored()) {
            return completedFuture(documents(http).write(execution));
        }
        return execution.ended().thenApply(ended -> answer(ended, http));
    }

    /** The answer to a client that waited. Its outputs go with it, unless it gets their addresses. */
    private OwsReply answer(Execution execution, OwsRequest http) {
        ExecuteRequest request = execution.request();
        try {
            if (request.raw().isEmpty()) {
                OwsReply document = documents(http).write(execution);
                if (request.outputs().stream().noneMatch(ExecuteRequest.Output::asReference)) {
                    executions.forget(execution);
                }
                return document;
            }
            if (execution.state().phase() != Execution.Phase.SUCCEEDED) {
                throw new OwsException(
                        "NoApplicableCode",
                        null,
                        String.valueOf(execution.state().failure()));
            }
            return raw(execution, request.raw().get().name(), () -> executions.forget(execution));
        } catch (RuntimeException e) {
            executions.forget(execution);
            throw e;
        }
    }

    private void requireOutputs(ExecuteRequest request, Name name) {
        List<ExecuteRequest.Output> wanted = new ArrayList<>(request.outputs());
        request.raw().ifPresent(wanted::add);
        Set<String> given = new HashSet<>();
        for (ExecuteRequest.Output output : wanted) {
            if (!given.add(output.name())) {
                throw new OwsException(
                        "InvalidParameterValue", output.name(), "output '" + output.name() + "' is asked for twice");
            }
            Parameter<?> result = processes.results(name).get(output.name());
            if (result == null) {
                throw new OwsException(
                        "InvalidParameterValue",
                        output.name(),
                        "there is no output '" + output.name() + "', wanted are "
                                + String.join(", ", processes.results(name).keySet()));
            }
            OutputKind kind = OutputKind.of(result.type);
            if (!output.mimeType().isEmpty() && !output.mimeType().startsWith(kind.mimeType())) {
                throw new OwsException(
                        "InvalidParameterValue",
                        output.name(),
                        "output '" + output.name() + "' comes as " + kind.mimeType() + ", not as " + output.mimeType());
            }
        }
    }

    /** An output's content; nobody deletes it while it is sent, and a work is done then. */
    private static OwsReply raw(Execution execution, String name, Runnable whenSent) {
        Execution.Output output = execution.state().output(name);
        if (output.file() == null) {
            byte[] text = output.literal().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            whenSent.run();
            return OwsReply.of("text/plain;charset=UTF-8", text);
        }
        execution.beginRead();
        OwsReply.Stored content = new OwsReply.Stored(output.file(), () -> {
            execution.endRead();
            whenSent.run();
        });
        String file = name + "." + output.kind().extension();
        Map<String, String> headers = Map.of("Content-Disposition", "attachment; filename=\"" + file + "\"");
        return new OwsReply(200, output.kind().mimeType(), headers, content);
    }

    private OwsReply result(OwsRequest request) {
        Execution execution = execution(request);
        String wanted = request.parameter("outputId").orElse("");
        return execution.state().outputs().entrySet().stream()
                .filter(output -> wanted.equals(
                        output.getKey() + "." + output.getValue().kind().extension()))
                .findFirst()
                .map(output -> raw(execution, output.getKey(), () -> {}))
                .orElseThrow(() -> new OwsException(
                        "InvalidParameterValue", "outputId", "the execution has no output '" + wanted + "'"));
    }

    private OwsReply dismiss(OwsRequest request) {
        Execution execution = execution(request);
        executions.dismiss(execution);
        return documents(request).dismissed(execution);
    }

    private Execution execution(OwsRequest request) {
        String id = request.parameter("executionId").orElse("");
        return executions
                .find(id)
                .orElseThrow(() -> new OwsException(
                        "InvalidParameterValue",
                        "executionId",
                        "Unknown execution id '" + id + "': it may have been dismissed or its outputs have expired"));
    }

    /** This host knows no users: an asker is whoever has a network address. */
    private List<Execution> startedBy(String asker) {
        return executions.all().stream()
                .filter(execution -> execution.asker().equals(asker))
                .sorted(Comparator.comparing(Execution::created))
                .toList();
    }

    private ExecuteDocument documents(OwsRequest request) {
        return new ExecuteDocument(processes, request.address("wps"));
    }

    @Override
    public void close() {
        executions.close();
    }
}
