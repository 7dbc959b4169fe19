/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of all parameters is what the processes say of themselves; {@code -Ddeepsalt.docs.write=true} writes it. */
class ParametersPageTest {
    private static final Path PAGE = ShippedData.PROJECT.resolve("docs/parameters.md");
    private static final Map<String, String> TYPES = Map.of(
            "String", "text",
            "Double", "number",
            "Integer", "whole number",
            "Long", "whole number",
            "Boolean", "true or false",
            "Geometry", "polygon");

    @TempDir
    Path folder;

    @Test
    void thePageIsWhatTheProcessesSay() throws IOException {
        DescribedProcesses processes = new DescribedProcesses(folder.resolve("data"));
        StringBuilder page = new StringBuilder("""
                # All processes and their parameters

                Made from what the processes say of themselves, as `DescribeProcess` and `./deepsalt help ID` do.
                """);
        for (String id : processes.ids()) {
            append(page, processes.describe(id));
        }
        if (Boolean.getBoolean("deepsalt.docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("with -Ddeepsalt.docs.write=true this test writes the page anew")
                .hasContent(page.toString());
    }

    private static void append(StringBuilder page, JsonNode process) {
        page.append("\n## ").append(process.path("id").asText()).append("\n\n");
        page.append(process.path("description").asText()).append("\n\n");
        page.append("| input | kind | without it | what it is |\n|---|---|---|---|\n");
        for (JsonNode input : process.path("inputs")) {
            row(
                    page,
                    name(input),
                    kind(input),
                    absent(input),
                    input.path("description").asText());
        }
        page.append("\n| output | what it is |\n|---|---|\n");
        for (JsonNode output : process.path("outputs")) {
            row(page, name(output), output.path("description").asText());
        }
    }

    private static void row(StringBuilder page, String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String name(JsonNode parameter) {
        return "`" + parameter.path("name").asText() + "`";
    }

    private static String kind(JsonNode input) {
        int most = input.path("maxOccurs").asInt();
        List<String> choices = new ArrayList<>();
        input.path("choices").forEach(choice -> choices.add("`" + choice.asText() + "`"));
        String type = choices.isEmpty() ? TYPES.get(input.path("type").asText()) : String.join(", ", choices);
        assertThat(type).as("type of %s", input).isNotNull();
        return most > 1 ? type + ", up to " + most + " times" : type;
    }

    private static String absent(JsonNode input) {
        if (input.path("minOccurs").asInt() > 0) {
            return "refused";
        }
        String standard = input.path("default").asText().replaceFirst("\\.0$", "");
        return input.path("default").isNull() ? "" : "`" + standard + "`";
    }
}
