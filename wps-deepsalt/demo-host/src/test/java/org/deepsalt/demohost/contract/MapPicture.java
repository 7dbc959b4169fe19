/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.demohost.SampleModel;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes {@code docs/map.png} anew, as a person would who draws a field block, runs an estimate and asks for a value. It
 * wants a server with the sample model, {@code ./deepsalt serve}, and is no test of its own:
 *
 * <pre>
 * mvn test -pl wps-deepsalt/demo-host -am -Dtest=MapPicture -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Ddeepsalt.picture.of=http://localhost:8080/geoserver
 * </pre>
 */
@EnabledIfSystemProperty(named = MapPicture.SERVER, matches = ".+")
class MapPicture {
    static final String SERVER = "deepsalt.picture.of";

    private static final List<List<Integer>> BLOCK =
            List.of(List.of(110, 145), List.of(505, 145), List.of(600, 520), List.of(470, 635), List.of(110, 635));
    /** Moderately saline. */
    private static final List<Integer> SALINE = List.of(0xFFFFBF);

    @TempDir
    static Path folder;

    @Test
    void estimateOfAFieldBlock() throws IOException {
        try (MapPage page = new MapPage(
                OpenMapPage.program("chromium"), MapPageTest.program("chromedriver"), folder.resolve("profile"))) {
            page.resize(1280, 800);
            page.open(System.getProperty(SERVER));
            page.awaitMap();
            page.prepareEstimate(SampleModel.ID, "deepsalt:field_block");
            page.script("document.querySelector('#form details.more').open = true");
            page.fill("#input-title", "Field block, bare soil");
            page.press(".buttons button:nth-child(2)");
            for (List<Integer> corner : BLOCK) {
                page.clickMap(corner.get(0), corner.get(1));
            }
            page.clickMap(BLOCK.get(0).get(0), BLOCK.get(0).get(1));
            page.await("return document.getElementById('input-region').value.startsWith('POLYGON((')");
            page.press("#run");
            page.await("return ['succeeded', 'failed'].includes(document.getElementById('job').dataset.phase)");
            assertThat(page.text("#job-error")).isEmpty();
            page.await("return document.getElementById('legend').innerText.includes('dS/m')");
            page.script("document.getElementById('estimate').open = false;"
                    + " document.getElementById('sections').scrollTop = 0");
            page.awaitMap();
            List<?> place = page.findColored(SALINE);
            page.clickMap((Long) place.get(0), (Long) place.get(1));
            page.await("return document.getElementById('values-close').checkVisibility()"
                    + " && document.getElementById('values-lines').textContent.includes('90 %')");
            page.await("return document.getElementById('notice').textContent === ''");
            page.awaitMap();
            Files.write(ShippedData.PROJECT.resolve("docs/map.png"), page.picture());
        }
    }
}
