/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.deepsalt.batch.options.Assignments;
import org.deepsalt.demohost.SampleModel;
import org.deepsalt.local.registry.InputReader;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Problems;
import org.geotools.api.feature.type.Name;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs a process.",
            "Inputs and the files of outputs follow as NAME=VALUE; a layer may also be a file. With '-' instead,"
                    + " they are read from standard input as {\"inputs\": {\"name\": \"value\" or [\"value\", ...]}}."
        })
final class RunCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--json",
            description = "Prints the outcome as JSON on standard output; progress goes to standard error.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "ID", description = "id of a process, see 'list'")
    private String id;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME=VALUE", description = "inputs and outputs, or '-'")
    private List<String> assignments = List.of();

    @Override
    public Integer call() throws IOException {
        List<Given> given = assignments.equals(List.of("-")) ? fromJson() : Assignments.parse(assignments);
        TerminalListener listener = new TerminalListener(System.err, TerminalListener.isTerminal() && !json);
        try (Interruption interruption = new Interruption(() -> listener.setCanceled(true));
                HeadStart ahead = new HeadStart();
                Workbench bench = new Workbench(data.directory())) {
            ProcessRegistry processes = bench.processes();
            Name name = bench.find(id);
            Problems problems = new Problems();
            Set<String> outputNames = processes.results(name).keySet();
            OutputFiles files = OutputFiles.among(given, outputNames, problems);
            given.removeIf(one -> outputNames.contains(one.name()));
            Map<String, Object> inputs = problems.require(
                    problems.attempt(() -> new InputReader(processes.getParameterInfo(name)).read(given)));
            if (SampleModel.ID.equals(inputs.get("model"))
                    && !name.getLocalPart().startsWith("Train")
                    && SampleModel.isMissing(bench.files())) {
                System.err.println(
                        "The sample model is not there yet: training it on the synthetic sample world first.");
                SampleModel.train(processes, listener);
            }
            ahead.startEngine(name.getLocalPart(), bench.files().models(), inputs.get("model"));
            Map<String, Object> outputs = processes.create(name).execute(inputs, listener);
            ObjectNode outcome = files.deliver(outputs);
            report(name, outcome);
        }
        return ExitCode.OK;
    }

    private static List<Given> fromJson() throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(System.in);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new InvalidRequestException(
                    List.of("standard input is not JSON: " + e.getOriginalMessage() + "; wanted {\"inputs\": {...}}"));
        }
        List<Given> given = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : root.path("inputs").properties()) {
            JsonNode value = field.getValue();
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                given.add(new Given(field.getKey(), one.asText()));
            }
        }
        return given;
    }

    private void report(Name name, ObjectNode outputs) {
        ObjectNode outcome = JSON.createObjectNode();
        outcome.put("id", ProcessRegistry.id(name));
        outcome.set("outputs", outputs);
        if (json) {
            spec.commandLine().getOut().println(outcome.toPrettyString());
        } else {
            outputs.properties().forEach(output -> spec.commandLine()
                    .getOut()
                    .println(output.getKey() + ": "
                            + (output.getValue().isTextual()
                                    ? output.getValue().asText()
                                    : output.getValue().toPrettyString())));
        }
    }
}
