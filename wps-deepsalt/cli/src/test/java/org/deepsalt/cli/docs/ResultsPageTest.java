/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.raster.estimate.ResultBand;
import org.deepsalt.raster.scene.MaskReason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of docs/results.md say what the program does. */
class ResultsPageTest {
    @TempDir
    Path folder;

    private static Page page;

    @BeforeAll
    static void read() throws IOException {
        page = Page.of("docs/results.md");
    }

    @Test
    void bandsStandInTheOrderOfTheFile() throws IOException {
        assertThat(firstCells("| band | meaning |")).isEqualTo(ResultBand.titles(SoilProperty.ECE));
        assertThat(Page.of("README.md").table("| band | meaning |").stream()
                        .flatMap(row -> Page.quoted(row.get(0)).stream()))
                .containsExactlyInAnyOrderElementsOf(ResultBand.titles(SoilProperty.ECE));
    }

    @Test
    void classesHaveTheirBounds() {
        assertThat(page.table("| salinity class | ECe in dS/m |"))
                .isEqualTo(Arrays.stream(SalinityClass.values())
                        .map(one -> List.of(
                                one.title(),
                                Math.round(one.from())
                                        + (Double.isInfinite(one.to()) ? " and more" : " to " + Math.round(one.to()))))
                        .toList());
    }

    @Test
    void reasonsHaveTheirNumbersAndNames() {
        assertThat(page.table("| number | in the report | reason |"))
                .isEqualTo(Arrays.stream(MaskReason.values())
                        .map(one -> List.of(String.valueOf(one.code()), "`" + one.key() + "`", one.title()))
                        .toList());
    }

    @Test
    void parametersOfTheMasksHaveTheirDefaults() throws IOException {
        DescribedProcesses processes = new DescribedProcesses(folder.resolve("data"));
        for (List<String> row : page.table("| parameter | default | rules out |")) {
            List<String> names = Page.quoted(row.get(0));
            List<String> defaults =
                    Arrays.asList(row.get(1).replace(" (off)", "").split(", ", -1));
            assertThat(defaults).as("%s", row).hasSameSizeAs(names);
            for (int i = 0; i < names.size(); i++) {
                JsonNode input = processes.input("deepsalt:EstimateSalinity", names.get(i));
                assertThat(input.isMissingNode()).as(names.get(i)).isFalse();
                String said = input.path("default").isNull()
                        ? "none"
                        : input.path("default").asText().replaceFirst("\\.0$", "");
                assertThat(defaults.get(i)).as(names.get(i)).isEqualTo(said);
            }
        }
    }

    @Test
    void stylesAreThoseOfTheFolder() throws IOException {
        Set<String> sld = files(".sld");
        Set<String> qml = files(".qml");
        assertThat(firstCells("| style | band |")).containsExactlyInAnyOrderElementsOf(qml);
        assertThat(page.quoted()).containsAll(sld);
        assertThat(sld).containsAll(qml);
        assertThat(page.text())
                .contains(List.of("no", "one", "two", "three", "four", "five", "six")
                                .get(qml.size()) + " ways to look");
    }

    private static Set<String> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(ShippedData.PROJECT.resolve("styles"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end))
                    .map(name -> name.replace(end, ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> firstCells(String head) {
        return page.table(head).stream()
                .map(row -> Page.quoted(row.get(0)).get(0))
                .toList();
    }
}
