/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows {@code docs/tutorial.md} word for word, in one shell, in a GeoServer that has started with an empty data
 * directory; nothing is changed but the three lines that say where it is. With {@code -Ddeepsalt.docs.write=true} the
 * pictures of the page are those that it answered:
 *
 * <pre>
 * mvn test -pl wps-deepsalt/demo-host -am -Dtest=TutorialTest -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Ddeepsalt.tutorial.of=http://localhost:8080/geoserver -Ddeepsalt.data=/srv/geoserver-data \
 *   -Ddeepsalt.user=admin -Ddeepsalt.password=geoserver
 * </pre>
 */
@EnabledIfSystemProperty(named = TutorialTest.SERVER, matches = ".+")
@Tag("slow")
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TutorialTest {
    static final String SERVER = "deepsalt.tutorial.of";

    private static final String END = "== end of a block ==";
    private static final long SECONDS = 800;
    private static final List<String> PICTURES = List.of("scene", "map", "legend", "reasons", "width");
    private static final Set<Integer> CLASSES = Set.copyOf(OpenMapPage.CLASS_COLORS);

    @TempDir
    static Path folder;

    private static String[] said;

    @BeforeAll
    static void follow() throws Exception {
        for (String place : List.of("deepsalt", "styles", "sample-layers", "docs")) {
            Files.createSymbolicLink(folder.resolve(place), ShippedData.PROJECT.resolve(place));
        }
        ShippedData.withSampleWorld(folder.resolve("geoserver-config"));
        List<String> script = new ArrayList<>();
        script.add("set -eo pipefail; export DEEPSALT_JAVA_OPTS=-Ddeepsalt.home=" + folder);
        for (Guide.Block block : Guide.blocks("sh")) {
            if (block.page().equals("docs/tutorial.md")) {
                script.add(here(block.text()) + "echo; echo '" + END + "'");
            }
        }
        assertThat(script).hasSize(10);
        said = Tool.run(SECONDS, folder, "bash", "-c", String.join("\n", script))
                .split(END, -1);
    }

    private static String here(String text) {
        Credentials caller = Credentials.given();
        return text.replaceFirst("(?m)^export GEOSERVER=\\S+", "export GEOSERVER=" + System.getProperty(SERVER))
                .replaceFirst("(?m)^export LOGIN=\\S+", "export LOGIN=" + caller.user() + ":" + caller.password())
                .replaceFirst("(?m)^export DATA=\\S+", "export DATA=" + System.getProperty("deepsalt.data"));
    }

    @Test
    @Order(1)
    void nineProcessesAnswer() {
        assertThat(said[0].lines().filter(line -> line.startsWith(">deepsalt:")))
                .hasSize(9);
    }

    @Test
    @Order(1)
    void theWorkspaceHasItsStyles() {
        assertThat(said[1]).contains("valley", "ece-classes", "enmap-rgb");
    }

    @Test
    @Order(1)
    void theSceneIsShownInItsColours() throws IOException {
        assertThat(said[2]).contains("ProcessSucceeded", "valley:august");
        assertThat(colours("scene.png")).hasSizeGreaterThan(1000);
    }

    @Test
    @Order(1)
    void theModelIsTrainedAndListed() throws IOException {
        assertThat(said[4]).contains("ProcessSucceeded", "valley");
        assertThat(Files.readString(folder.resolve("training.json"))).contains("\"test\"");
    }

    @Test
    @Order(1)
    void theMapHasItsClassesAndTheAnswerItsHectares() throws IOException {
        assertThat(said[5]).contains("\"hectares\"", "\"verdict\"", "saline");
        Set<Integer> drawn = colours("map.png");
        drawn.retainAll(CLASSES);
        assertThat(drawn).hasSizeGreaterThan(3);
        assertThat(colours("legend.png")).containsAll(CLASSES);
    }

    @Test
    @Order(1)
    void whyAndHowSurelyIsShownToo() throws IOException {
        assertThat(colours("reasons.png")).hasSizeGreaterThan(2);
        assertThat(colours("width.png")).hasSizeGreaterThan(20);
    }

    @Test
    @Order(1)
    void statisticsAreALineForTheWholeMap() {
        assertThat(said[7]).contains("ProcessSucceeded", ",overall,");
    }

    @Test
    @Order(1)
    void theSeriesHasTwoDays() throws IOException {
        assertThat(said[8]).contains("<Dimension name=\"time\"", "2024-08-15,overall,", "2024-09-11,overall,");
        Set<Integer> drawn = colours("september.png");
        drawn.retainAll(CLASSES);
        assertThat(drawn).hasSizeGreaterThan(3);
    }

    /** Last, so that what fails above can be looked at beside the old ones. */
    @Test
    @Order(2)
    @EnabledIfSystemProperty(named = "deepsalt.docs.write", matches = "true")
    void thePicturesAreThoseOfThePage() throws IOException {
        for (String picture : PICTURES) {
            Files.copy(
                    folder.resolve(picture + ".png"),
                    ShippedData.PROJECT.resolve("docs/tutorial-" + picture + ".png"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Set<Integer> colours(String file) throws IOException {
        BufferedImage image = ImageIO.read(folder.resolve(file).toFile());
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return colours;
    }
}
