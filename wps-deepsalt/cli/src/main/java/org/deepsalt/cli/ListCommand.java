/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.deepsalt.local.registry.ProcessRegistry;
import org.geotools.api.feature.type.Name;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists the processes.")
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench bench = new Workbench(data.directory())) {
            ProcessRegistry processes = bench.processes();
            ArrayNode array = new ObjectMapper().createArrayNode();
            for (Name name : processes.getNames()) {
                String id = ProcessRegistry.id(name);
                String title = processes.getTitle(name).toString();
                array.addObject().put("id", id).put("title", title);
                if (!json) {
                    out.printf("%-28s %s%n", id, title);
                }
            }
            if (json) {
                out.println(array.toPrettyString());
            }
        }
        return ExitCode.OK;
    }
}
