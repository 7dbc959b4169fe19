/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegendTest {
    @TempDir
    static Path folder;

    private static WmsFixture wms;

    @BeforeAll
    static void publish() throws Exception {
        wms = new WmsFixture(folder);
    }

    private static Map<String, String> legend(String... changes) {
        return WmsFixture.changed(
                Map.of("request", "GetLegendGraphic", "layer", WmsFixture.RESULT, "format", "image/png"), changes);
    }

    private static Set<Integer> colors(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).boxed().collect(Collectors.toSet());
    }

    @Test
    void classesHaveTheirColoursOneBelowTheOther() throws Exception {
        BufferedImage image = wms.image(legend());
        assertThat(colors(image)).contains(0xFF2C7BB6, 0xFFABD9E9, 0xFFFFFFBF, 0xFFFDAE61, 0xFFD7191C, 0xFFFFFFFF);
        assertThat(image.getHeight()).isBetween(120, 180);
        assertThat(image.getWidth()).isBetween(200, 400);
        assertThat(image.getRGB(16, image.getHeight() - 20)).isEqualTo(0xFFD7191C);
    }

    @Test
    void aRampIsContinuousWithTheGreatestValueAbove() throws Exception {
        BufferedImage image = wms.image(legend("style", "ece-ramp"));
        assertThat(colors(image).size()).isGreaterThan(60);
        int top = 26;
        assertThat((image.getRGB(12, top + 16) >> 16) & 0xFF).isGreaterThan(image.getRGB(12, top + 16) & 0xFF);
        int below = image.getRGB(12, image.getHeight() - 10);
        assertThat(below & 0xFF).isGreaterThan((below >> 16) & 0xFF);
    }

    @Test
    void swatchesHaveTheSizeThatIsAskedFor() throws Exception {
        BufferedImage normal = wms.image(legend());
        BufferedImage large = wms.image(legend("width", "60", "height", "40"));
        assertThat(large.getHeight()).isEqualTo(normal.getHeight() + 6 * 20);
        assertThat(colors(wms.image(legend("transparent", "true")))).contains(0);
        assertThat(wms.text(legend("height", "101"))).contains("wanted a whole number from 1 to 100");
    }

    @Test
    void pointsAndCompositesHaveLegendsToo() throws Exception {
        assertThat(colors(wms.image(legend("layer", "sample:ece_samples")))).contains(0xFF222222);
        assertThat(colors(wms.image(legend("layer", "sample:enmap")))).contains(0xFFFF0000, 0xFF0000FF);
    }

    @Test
    void aLegendCanBeHadAsJson() throws Exception {
        JsonNode legend = new ObjectMapper().readTree(wms.text(legend("format", "application/json")));
        JsonNode first = legend.at("/Legend/0");
        assertThat(first.path("layerName").asText()).isEqualTo("ece_2024");
        assertThat(first.path("title").asText()).isEqualTo("Soil salinity ECe (dS/m), FAO/USDA classes");
        JsonNode map = first.at("/rules/0/symbolizers/0/Raster/colormap");
        assertThat(map.path("type").asText()).isEqualTo("intervals");
        assertThat(map.path("entries")).hasSize(6);
        assertThat(map.at("/entries/1").toString())
                .isEqualTo("{\"label\":\"0 - 2 non-saline\",\"quantity\":2.0,\"color\":\"#2C7BB6\",\"opacity\":1.0}");
        String points = wms.text(legend("format", "application/json", "layer", "sample:ece_samples"));
        assertThat(points).contains("\"mark\":\"circle\"", "\"fill\":\"#FFFFFF\"", "\"fill-opacity\":0.8");
        String scene = wms.text(legend("format", "application/json", "layer", "sample:enmap"));
        assertThat(scene).contains("\"channel-selection\":{\"red\":\"47\",\"green\":\"30\",\"blue\":\"16\"}");
    }
}
