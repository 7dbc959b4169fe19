/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The launchers for Unix and for Windows build and start the same. Only the first is run by tests. */
class LaunchersTest {
    private static String unix;
    private static String windows;

    @BeforeAll
    static void read() throws IOException {
        unix = Files.readString(ShippedData.PROJECT.resolve("deepsalt"));
        windows = Files.readString(ShippedData.PROJECT.resolve("deepsalt.cmd"));
    }

    @Test
    void bothBuildTheSameModules() throws IOException {
        List<String> modules =
                Arrays.asList(first("(?m)^modules=\\((.*)\\)$", unix).split(" ", -1));
        assertThat(first("(?m)^set \"modules=(.*)\"\\r?$", windows).split(" ", -1))
                .isEqualTo(modules.toArray());
        String pom = Files.readString(ShippedData.PROJECT.resolve("pom.xml"));
        assertThat(modules).isNotEmpty().allSatisfy(module -> assertThat(pom)
                .contains("<module>wps-deepsalt/" + module + "</module>"));
        assertThat(first("(?m)^set \"command_line=(.*)\"\\r?$", windows))
                .isEqualTo(first("(?m)^module=(.*)$", unix))
                .isIn(modules);
    }

    @Test
    void bothStartTheSameClasses() throws IOException {
        Set<String> classes = all("org\\.deepsalt(?:\\.\\w+)+", unix);
        assertThat(all("org\\.deepsalt(?:\\.\\w+)+", windows))
                .isEqualTo(classes)
                .hasSize(6);
        Set<String> sources;
        try (Stream<Path> files = Files.walk(ShippedData.PROJECT.resolve("wps-deepsalt"))) {
            sources = files.map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replaceFirst(".*/src/main/java/", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(classes).allSatisfy(name -> assertThat(sources).contains(name.replace('.', '/') + ".java"));
    }

    @Test
    void bothGiveJavaAndMavenTheSameOptions() {
        String java = "-X[\\w:+]+|-D(?:java|deepsalt)\\.\\w+(?:=true)?";
        assertThat(all(java, windows)).isEqualTo(all(java, unix)).hasSizeGreaterThan(4);
        assertThat(first("mvn (-q .*?)\\) >&2", unix).replace("$module", "MODULE"))
                .isEqualTo(first("call mvn (-q .*?) 1>&2", windows).replace("%module%", "MODULE"))
                .contains(" -am ");
    }

    @Test
    void bothObeyTheVariablesThatAreDocumented() throws IOException {
        for (List<String> row : Page.of("docs/command-line.md").table("| variable | what for |")) {
            assertThat(unix).contains(Page.quoted(row.get(0)));
            assertThat(windows).contains(Page.quoted(row.get(0)));
        }
    }

    /** With other ends a batch file does not find its labels; the commands have the shell's. */
    @Test
    void eachHasTheEndsOfLinesOfItsSystem() throws IOException {
        assertThat(windows.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(unix).doesNotContain("\r");
        assertThat(Files.readString(ShippedData.PROJECT.resolve(".gitattributes")))
                .contains("*.cmd text eol=crlf");
        assertThat(Files.isExecutable(ShippedData.PROJECT.resolve("deepsalt"))).isTrue();
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static Set<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
