/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Estimates of two days in one layer, seen through the services: the second is of a part of the scene. */
@Timeout(300)
class SeriesContractTest {
    private static final String SERIES = "deepsalt:" + ContractHost.layer("contract_dates");
    private static final String BOX = "&bbox=576000,4315380,579840,4319220&width=128&height=128";
    private static final String REGION =
            "POLYGON((-110.11 38.99, -110.1 38.99, -110.1 39.01, -110.11 39.01, -110.11 38.99))";

    private static WpsClient client;
    private static String url;

    @BeforeAll
    static void publish() {
        ContractHost host = ContractHost.shared();
        url = host.url();
        client = new WpsClient(url);
        estimate("2025-07-01", null);
        estimate("2025-07-11T10:20:30Z", REGION);
    }

    private static String estimate(String time, String region) {
        WpsRequest request = WpsRequest.estimate().input("series", SERIES).input("time", time);
        if (region != null) {
            request.input("region", region);
        }
        String answer = client.post(request.documentOf("published", "report")).body();
        assertThat(answer).contains("ProcessSucceeded", ">" + SERIES + "<");
        return answer;
    }

    @Test
    void theDaysAreListedAndDrawn() throws IOException {
        assertThat(client.fetch(url + "/wms?service=WMS&version=1.3.0&request=GetCapabilities")
                        .body())
                .containsPattern("name=\"time\"[^>]*>2025-07-01[^<]*,2025-07-11");
        int whole = drawn("2025-07-01");
        int part = drawn("2025-07-11");
        assertThat(part).isBetween(1, whole / 2 + whole / 10);
        assertThat(drawn("")).isEqualTo(part);
    }

    private static int drawn(String time) throws IOException {
        BufferedImage map = ImageIO.read(new ByteArrayInputStream(client.fetch(url
                        + "/wms?service=WMS&version=1.1.1&srs=EPSG:32612&request=GetMap&transparent=true&styles="
                        + "&format=image/png&layers=" + SERIES + BOX + (time.isEmpty() ? "" : "&time=" + time))
                .bytes()));
        int drawn = 0;
        for (int i = 0; i < map.getWidth() * map.getHeight(); i++) {
            drawn += map.getRGB(i % map.getWidth(), i / map.getWidth()) >>> 24 == 0xFF ? 1 : 0;
        }
        return drawn;
    }

    /** The same model on the same scene: the intervals are the same, so nothing changed. */
    @Test
    void statisticsCompareTheDays() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(client.post(WpsRequest.execute("deepsalt:SalinityStatistics")
                                .input("ece", SERIES)
                                .raw("statistics"))
                        .body());
        assertThat(report.path("dates").findValuesAsText("date")).containsExactly("2025-07-01", "2025-07-11");
        JsonNode change = report.at("/difference/overall");
        assertThat(change.path("comparedHectares").asDouble())
                .isCloseTo(report.at("/dates/1/overall/validHectares").asDouble(), within(1e-6))
                .isPositive();
        assertThat(change.path("moreSalineHectares").asDouble()).isZero();
        assertThat(change.path("lessSalineHectares").asDouble()).isZero();
        assertThat(change.path("meanDifference").asDouble()).isZero();
        assertThat(client.post(WpsRequest.execute("deepsalt:SalinityStatistics")
                                .input("ece", SERIES)
                                .raw("table"))
                        .body())
                .contains("\n2025-07-01,overall,", "\n2025-07-11,overall,");
    }

    @Test
    void theSameSceneAndModelReplacesItsMap() throws IOException {
        int before = drawn("2025-07-11");
        assertThat(estimate("2025-07-11T10:20:30Z", REGION)).contains("2025-07-11T10:20:30Z");
        assertThat(drawn("2025-07-11")).isEqualTo(before);
        assertThat(client.fetch(url + "/wms?service=WMS&version=1.3.0&request=GetCapabilities")
                        .body())
                .containsPattern(">2025-07-01[^<,]*,2025-07-11[^<,]*<");
    }

    @Test
    void whatCannotBeAddedIsRefusedBeforeAnyWork() {
        String answer = client.post(WpsRequest.estimate()
                        .input("series", SERIES)
                        .input("layer", "deepsalt:contract_single")
                        .input("time", "yesterday")
                        .documentOf("report"))
                .body();
        assertThat(answer)
                .contains("layer and series are both given", "time is 'yesterday', wanted a time with its offset");
    }
}
