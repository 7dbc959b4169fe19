/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deepsalt.cli.Main;
import picocli.CommandLine;

/** The processes as the command line describes them to machines. */
final class DescribedProcesses {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path data;
    private final Map<String, JsonNode> descriptions = new HashMap<>();

    /** @param data folder for a data directory, which is not there yet and stays empty */
    DescribedProcesses(Path data) throws IOException {
        this.data = Files.createDirectory(data);
    }

    /** Ids such as {@code deepsalt:EstimateSalinity}, in the order of the alphabet. */
    List<String> ids() throws IOException {
        return ask("list").findValuesAsText("id");
    }

    /** Title, description, inputs and outputs of a process. */
    JsonNode describe(String id) throws IOException {
        if (!descriptions.containsKey(id)) {
            descriptions.put(id, ask("help", id));
        }
        return descriptions.get(id);
    }

    /** An input of a process; missing if there is none of that name. */
    JsonNode input(String id, String name) throws IOException {
        for (JsonNode input : describe(id).path("inputs")) {
            if (input.path("name").asText().equals(name)) {
                return input;
            }
        }
        return JSON.missingNode();
    }

    /** Names of all inputs and outputs of a process. */
    Set<String> names(String id) throws IOException {
        JsonNode process = describe(id);
        Set<String> names = new TreeSet<>(process.path("inputs").findValuesAsText("name"));
        names.addAll(process.path("outputs").findValuesAsText("name"));
        return names;
    }

    private JsonNode ask(String command, String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commands().setOut(new PrintWriter(out));
        List<String> words = new ArrayList<>(List.of(command, "--json", "--data", data.toString()));
        words.addAll(List.of(arguments));
        assertThat(Main.execute(line, words.toArray(String[]::new))).isZero();
        return JSON.readTree(out.toString());
    }
}
