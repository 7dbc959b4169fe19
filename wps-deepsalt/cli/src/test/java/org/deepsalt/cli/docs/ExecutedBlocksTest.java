/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.Test;

/**
 * Every command, request and snippet of README and guides has a test that executes it; who prints a new kind of them
 * adds a row here, and the test.
 */
class ExecutedBlocksTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    /**
     * What a test executes.
     *
     * @param kind page and language, such as {@code docs/qgis.md sh}
     * @param line how it begins
     */
    private record Row(Pattern kind, Pattern line, String test) {
        Row(String kind, String line, String test) {
            this(Pattern.compile(kind), Pattern.compile(line), test);
        }

        boolean has(String blockKind, String text) {
            return kind.matcher(blockKind).matches() && line.matcher(text).lookingAt();
        }
    }

    private static final List<Row> ROWS = List.of(
            // In a GeoServer whose address is given.
            new Row("docs/tutorial.md sh", "", "TutorialTest"),
            new Row(".* sh", "(?s)curl .*/ogc/", "OgcApiContractTest"),
            new Row(".* sh", "\\./deepsalt run deepsalt:", "DocumentedCommandsTest"),
            new Row(".* sh", "\\./deepsalt (batch|sample) ", "DocumentedBatchesTest"),
            new Row(".* sh", "\\./deepsalt (serve|torture)\\b", "TortureTest"),
            new Row(".* sh", "\\./deepsalt benchmark ", "ScenarioBenchmarkTest"),
            new Row(".* sh", "(?s)curl (?!.*/ogc/).*http://localhost:8080/geoserver/", "GuideContractTest"),
            new Row(".* sh", "qgis_process run ", "QgisPluginTest"),
            new Row(".* sh", "(spark-submit|cd wps-deepsalt/spark/target/spark$)", "SparkBatchTest"),
            new Row("docs/laboratories.md sh", "(zcat|export|sed|tail|\\{) ", "LaboratoryTablesTest"),
            // The build; nothing is started of the container.
            new Row(".* sh", "(mvn|unzip) ", "PluginZipIT"),
            new Row(".* sh", "GEOSERVER_ADMIN_PASSWORD=\\S+ docker compose up", "ComposeTest"),
            new Row(".* python", "(?s).*from owslib", "GuideContractTest"),
            new Row("docs/qgis.md python", "processing\\.run", "QgisPluginTest"),
            new Row(".* js", "new ol\\.", "MapPageViewTest"),
            new Row(".* yaml", "(?s).*\\./deepsalt batch ", "DocumentedBatchesTest"),
            new Row(".* text", "http://HOST/.*request=GetRecord", "RecordServiceTest"));

    @Test
    void everyOneHasATest() throws IOException {
        List<String> without = new ArrayList<>();
        int found = 0;
        for (Page page : Page.all()) {
            if (!page.path().equals("README.md") && !page.path().startsWith("docs/")) {
                continue;
            }
            for (MatchResult block : BLOCK.matcher(page.text()).results().toList()) {
                String kind = page.path() + " " + block.group(1);
                for (String piece : pieces(block.group(1), block.group(2))) {
                    found++;
                    if (ROWS.stream().noneMatch(row -> row.has(kind, piece))) {
                        without.add(kind + ": " + piece);
                    }
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(found).isGreaterThan(50);
    }

    /** A block of a shell line by line, with what a backslash continues; any other as it is. */
    private static List<String> pieces(String language, String text) {
        return language.equals("sh")
                ? text.replaceAll("\\\\\\n\\s*", "").lines().toList()
                : List.of(text);
    }

    @Test
    void theTestsAreThere() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(ShippedData.PROJECT.resolve("wps-deepsalt"))) {
            classes = files.map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.contains("/src/test/java/"))
                    .map(file -> file.replaceFirst(".*/", "").replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(ROWS).allSatisfy(row -> assertThat(classes).contains(row.test()));
    }
}
