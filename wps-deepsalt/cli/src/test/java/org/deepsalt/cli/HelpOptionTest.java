/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command tells how it is used, whatever else it asks for. */
class HelpOptionTest {
    /** Words of each command, from the program itself down to the last subcommand. */
    static Stream<List<String>> commands() {
        List<List<String>> all = new ArrayList<>();
        collect(Main.commands(), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> words, List<List<String>> all) {
        all.add(words);
        line.getSubcommands().forEach((name, below) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            collect(below, longer, all);
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsTheUsageOfTheCommand(List<String> words) {
        assertThat(output(words, "--help")).startsWith("Usage: " + String.join(" ", program(words)));
        assertThat(output(words, "-h")).isEqualTo(output(words, "--help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void versionIsThatOfTheSoftware(List<String> words) {
        assertThat(output(words, "--version")).startsWith("DeepSalt ").contains("Java ");
    }

    @Test
    void allCommandsAreWalkedThrough() {
        assertThat(commands())
                .containsExactlyInAnyOrder(
                        List.of(),
                        List.of("list"),
                        List.of("help"),
                        List.of("run"),
                        List.of("batch"),
                        List.of("batch-worker"),
                        List.of("serve"),
                        List.of("sample"),
                        List.of("version"));
    }

    private static List<String> program(List<String> words) {
        List<String> program = new ArrayList<>(List.of("deepsalt"));
        program.addAll(words);
        return program;
    }

    private static String output(List<String> words, String option) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        List<String> arguments = new ArrayList<>(words);
        arguments.add(option);
        assertThat(Main.execute(line, arguments.toArray(String[]::new)))
                .as("%s", err)
                .isEqualTo(ExitCode.OK);
        assertThat(err.toString()).isEmpty();
        return out.toString();
    }
}
