/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.deepsalt.local.registry.ProcessRegistry;
import org.geotools.api.data.Parameter;
import org.geotools.api.feature.type.Name;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "help", description = "Describes a process: what goes in, what comes out.")
final class HelpOnProcess implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "id of a process, see 'list'")
    private @Nullable String id;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            spec.parent().commandLine().usage(out);
            return ExitCode.OK;
        }
        try (Workbench bench = new Workbench(data.directory())) {
            ProcessRegistry processes = bench.processes();
            Name name = bench.find(id);
            if (json) {
                out.println(describe(processes, name).toPrettyString());
            } else {
                print(processes, name, out);
            }
        }
        return ExitCode.OK;
    }

    private static void print(ProcessRegistry processes, Name name, PrintWriter out) {
        out.printf(
                "%s: %s%n%n%s%n%nInputs:%n",
                ProcessRegistry.id(name), processes.getTitle(name), processes.getDescription(name));
        for (Parameter<?> input : processes.getParameterInfo(name).values()) {
            out.printf("  %-16s %s%n%18s %s%n", input.key, occurrence(input), "", input.description);
        }
        out.printf("%nOutputs:%n");
        for (Parameter<?> output : processes.results(name).values()) {
            out.printf("  %-16s %s%n", output.key, output.description);
        }
        out.printf(
                "%nUse: deepsalt run %s -- NAME=VALUE ... OUTPUT=FILE ...; repeat a NAME for several values%n",
                ProcessRegistry.id(name));
    }

    private static String occurrence(Parameter<?> input) {
        String type = input.type.isEnum() ? Arrays.toString(input.type.getEnumConstants()) : input.type.getSimpleName();
        String often = input.maxOccurs > 1 ? ", may be repeated" : "";
        String absent = input.sample == null ? "optional" : "default " + input.sample;
        return type + (input.minOccurs > 0 ? ", required" : ", " + absent) + often;
    }

    private static ObjectNode describe(ProcessRegistry processes, Name name) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("id", ProcessRegistry.id(name));
        node.put("title", processes.getTitle(name).toString());
        node.put("description", processes.getDescription(name).toString());
        for (Map.Entry<String, Parameter<?>> entry :
                processes.getParameterInfo(name).entrySet()) {
            Parameter<?> input = entry.getValue();
            ObjectNode one = node.withArray("inputs").addObject();
            one.put("name", entry.getKey());
            one.put("type", input.type.getSimpleName());
            if (input.type.isEnum()) {
                Arrays.stream(input.type.getEnumConstants())
                        .forEach(value -> one.withArray("choices").add(value.toString()));
            }
            one.put("minOccurs", input.minOccurs);
            one.put("maxOccurs", input.maxOccurs);
            one.put("default", input.sample == null ? null : input.sample.toString());
            one.put("description", String.valueOf(input.description));
        }
        for (Parameter<?> output : processes.results(name).values()) {
            ObjectNode one = node.withArray("outputs").addObject();
            one.put("name", output.key);
            one.put("description", String.valueOf(output.description));
        }
        return node;
    }
}
