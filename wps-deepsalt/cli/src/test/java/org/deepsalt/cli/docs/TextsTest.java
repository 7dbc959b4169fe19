/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsalt.cli.Main;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the texts name is there: files, processes, parameters, commands, options, modules, classes, settings. */
class TextsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern PROCESS = Pattern.compile("deepsalt:[A-Z]\\w+");
    private static final Pattern PLACE =
            Pattern.compile("(?:wps-deepsalt|docs|styles|sample-layers|geoserver-config|\\.ci)/[\\w./-]*");
    private static final Pattern COMMAND = Pattern.compile("\\./deepsalt ((?:\\S+ ?)+)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z]*)*");
    /** Commands of the benchmarks, which are built only when asked for. */
    private static final Set<String> BESIDE = Set.of("benchmark", "experiment", "simulate", "torture");
    /** Words of others that look like classes of ours. */
    private static final Set<String> FOREIGN = Set.of(
            "DescribeProcess",
            "GetCapabilities",
            "GetExecutions",
            "GetMap",
            "RawDataOutput",
            "Referer",
            "ResponseDocument",
            "ServerBusy",
            "StrictMath",
            "WebProcessingService");

    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    @TempDir
    static Path folder;

    private static DescribedProcesses processes;
    private static List<Page> pages;

    @BeforeAll
    static void read() throws IOException {
        processes = new DescribedProcesses(folder.resolve("data"));
        pages = Page.all();
        assertThat(pages).hasSizeGreaterThan(10);
    }

    @Test
    void linksLeadToFiles() {
        for (Page page : pages) {
            for (String link : found(LINK, page.text(), 1)) {
                if (!link.startsWith("http")) {
                    assertThat(page.resolve(link)).as("link of " + page.path()).exists();
                }
            }
        }
    }

    @Test
    void placesInTheProjectExist() {
        for (Page page : pages) {
            for (String quoted : page.quoted()) {
                if (PLACE.matcher(quoted).matches() && !quoted.contains("/target/")) {
                    assertThat(ShippedData.PROJECT.resolve(quoted))
                            .as("named in " + page.path())
                            .exists();
                }
            }
        }
    }

    @Test
    void everyProcessIsNamedAsItIs() throws IOException {
        List<String> ids = processes.ids();
        for (Page page : pages) {
            assertThat(ids).as(page.path()).containsAll(found(PROCESS, page.text(), 0));
        }
        String number = NUMBERS.get(ids.size());
        assertThat(Page.of("README.md").text()).contains("add " + number + " processes");
        assertThat(Page.of("docs/administration.md").text()).contains("lists " + number + " processes");
    }

    @Test
    void commandsAndTheirOptionsExist() {
        Set<String> known = new TreeSet<>();
        Main.commands().getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                known.add(name);
            }
        });
        known.addAll(BESIDE);
        for (List<String> words : commands()) {
            assertThat(known).as(String.join(" ", words)).contains(words.get(0));
            CommandLine command = Main.commands().getSubcommands().get(words.get(0));
            for (String word : words) {
                if (command != null && word.matches("--\\w+")) {
                    assertThat(command.getCommandSpec().optionsMap())
                            .as(String.join(" ", words))
                            .containsKey(word);
                }
            }
        }
    }

    @Test
    void allCommandsStandInTheirTable() throws IOException {
        List<String> listed = new ArrayList<>();
        for (List<String> row : Page.of("docs/command-line.md").table("| command | what it does |")) {
            listed.add(row.get(0).replaceAll("`(\\w+).*", "$1"));
        }
        Set<String> known = new TreeSet<>();
        Main.commands().getSubcommands().forEach((name, command) -> {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                known.add(name);
            }
        });
        known.addAll(BESIDE);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void parametersOfCommandsAreThoseOfTheProcess() throws IOException {
        int checked = 0;
        for (List<String> words : commands()) {
            if (words.get(0).equals("run") && words.get(1).startsWith("deepsalt:")) {
                List<String> names = words.stream()
                        .filter(word -> word.matches("\\w+=.*"))
                        .map(word -> word.substring(0, word.indexOf('=')))
                        .toList();
                assertThat(processes.names(words.get(1)))
                        .as(String.join(" ", words))
                        .containsAll(names);
                checked += names.size();
            }
        }
        assertThat(checked).isGreaterThan(40);
    }

    private static List<List<String>> commands() {
        List<List<String>> commands = new ArrayList<>();
        for (Page page : pages) {
            Stream.concat(page.commands().stream(), page.quoted().stream())
                    .map(COMMAND::matcher)
                    .filter(Matcher::lookingAt)
                    .forEach(match -> commands.add(Arrays.asList(match.group(1).split(" ", -1))));
        }
        assertThat(commands).hasSizeGreaterThan(15);
        return commands;
    }

    @Test
    void everyModuleHasItsPlaceInTheArchitecture() throws IOException {
        String pom = Files.readString(ShippedData.PROJECT.resolve("pom.xml"));
        String architecture = Page.of("ARCHITECTURE.md").text();
        for (String module : found(Pattern.compile("<module>wps-deepsalt/([\\w-]+)</module>"), pom, 1)) {
            assertThat(architecture).containsPattern("(?m)^  " + module + "/ ");
        }
    }

    @Test
    void classesThatAreNamedExist() throws IOException {
        Set<String> classes = new TreeSet<>(FOREIGN);
        try (Stream<Path> files = Files.walk(ShippedData.PROJECT.resolve("wps-deepsalt"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .forEach(name -> classes.add(name.replace(".java", "")));
        }
        for (Page page : pages) {
            Set<String> named = page.quoted().stream()
                    .map(quoted -> quoted.replaceFirst("[.(].*", ""))
                    .filter(quoted -> CLASS.matcher(quoted).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
            named.removeIf(name -> classes.contains(name) || classes.contains(name + "Process"));
            assertThat(named)
                    .as("classes named in %s that are not there", page.path())
                    .isEmpty();
        }
    }

    @Test
    void theSettingsOfTheAdministratorAreThoseOfTheFile() throws IOException {
        String file = Files.readString(ShippedData.PROJECT.resolve(
                "wps-deepsalt/geoserver/src/main/resources/org/deepsalt" + "/geoserver/settings/deepsalt.properties"));
        List<String> listed = new ArrayList<>();
        for (List<String> row : Page.of("docs/administration.md").table("| key | without it | what it is |")) {
            listed.addAll(Page.quoted(row.get(0)));
        }
        assertThat(listed).containsExactlyElementsOf(found(Pattern.compile("(?m)^(?:# )?(\\w+) = "), file, 1));
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }
}
