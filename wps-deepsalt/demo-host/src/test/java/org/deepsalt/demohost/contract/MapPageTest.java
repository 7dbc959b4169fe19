/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People run, cancel and mistype estimates on the map page, and ask maps for values. */
@Tag("slow")
class MapPageTest extends OpenMapPage {
    private static final int PLACES_FOR_EXECUTIONS = 2;

    @Test
    void showsTheSceneWithTheOtherLayersAtHand() {
        assertThat(page.text("h1")).isEqualTo("DeepSalt");
        assertThat(page.one("[data-layer='sample:enmap'] input[type=checkbox]").isSelected())
                .isTrue();
        assertThat(page.one("[data-layer='sample:ece_samples'] input[type=checkbox]")
                        .isSelected())
                .isFalse();
        assertThat(page.text("#legend")).contains("EnMAP true colour");
        page.press("[data-layer='sample:ece_truth'] input[type=checkbox]");
        page.awaitMap();
        assertThat(page.share(CLASS_COLORS)).isGreaterThan(0.05);
    }

    @Test
    void anEstimateOfADrawnRegionIsShownWithItsReportAndItsValues() throws IOException {
        page.prepareEstimate(ContractHost.MODEL, "deepsalt:page_estimate");
        page.press(".buttons button");
        page.clickMap(150, 200);
        page.clickMap(550, 600);
        page.await("return document.getElementById('input-region').value.startsWith('POLYGON((')");
        List<String> phases = runAndWatch();

        assertThat(phases.get(0)).isEqualTo("accepted, progress shown");
        assertThat(phases).last().isEqualTo("succeeded");
        page.await("return document.querySelector('[data-layer=\"deepsalt:page_estimate\"] input')?.checked === true");
        assertThat(page.text("#report"))
                .contains("deepsalt:page_estimate", "moderately saline", "ha", "Outside region", ContractHost.MODEL);
        page.await("return document.getElementById('legend').innerText.includes('dS/m')");
        page.awaitMap();
        assertThat(page.share(CLASS_COLORS)).isGreaterThan(0.05);
        theValueOfAPlaceIsWhatTheServerSays();
    }

    private static void theValueOfAPlaceIsWhatTheServerSays() throws IOException {
        List<?> place = page.findColored(CLASS_COLORS);
        page.clickMap((Long) place.get(0), (Long) place.get(1));
        page.await("return document.getElementById('values-lines').textContent.includes('90 %')");
        List<?> box = (List<?>) page.script("""
                const [x, y] = deepsalt.map.getCoordinateFromPixel([arguments[0], arguments[1]]);
                const half = 50.5 * deepsalt.map.getView().getResolution();
                return [x - half, y - half, x + half, y + half].map(String);
                """, place.get(0), place.get(1));
        String answer = client.fetch(host.url()
                        + "/wms?service=WMS&version=1.3.0&request=GetFeatureInfo&layers=deepsalt:page_estimate"
                        + "&query_layers=deepsalt:page_estimate&styles=&crs=EPSG:3857&width=101&height=101&i=50&j=50"
                        + "&info_format=application/json&bbox="
                        + String.join(",", box.stream().map(String.class::cast).toList()))
                .body();
        JsonNode values = new ObjectMapper().readTree(answer).at("/features/0/properties");
        assertThat(page.text("#values"))
                .contains(
                        String.format(
                                Locale.ROOT, "ECe %.1f dS/m", values.get("ece").asDouble()),
                        String.format(
                                Locale.ROOT,
                                "%.1f and %.1f",
                                values.get("ece_lower").asDouble(),
                                values.get("ece_upper").asDouble()));
    }

    @Test
    void aCancelledEstimateLeavesNoLayer() {
        List<String> trainings = occupyTheServer();
        try {
            page.prepareEstimate(ContractHost.MODEL, "deepsalt:page_cancelled");
            page.press("#run");
            page.await("return document.getElementById('job-cancel').checkVisibility()"
                    + " && !document.getElementById('job-cancel').disabled");
            page.press("#job-cancel");
            page.await("return document.getElementById('job').dataset.phase === 'cancelled'");
        } finally {
            trainings.forEach(id -> client.get("request=Dismiss&executionId=" + id));
        }
        assertThat(page.text("#job-text")).isEqualTo("Cancelled");
        assertThat(page.one("#run").isEnabled()).isTrue();
        assertThat(page.has("[data-layer='deepsalt:page_cancelled']")).isFalse();
        assertThat(client.fetch(host.url() + "/wms?service=WMS&version=1.3.0&request=GetCapabilities")
                        .body())
                .doesNotContain("page_cancelled");
    }

    /** Long trainings in all places, so that the page's estimate surely has not ended when it is cancelled. */
    private static List<String> occupyTheServer() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PLACES_FOR_EXECUTIONS; i++) {
            WpsRequest training = WpsRequest.execute("deepsalt:TrainModel")
                    .input("model", "never-" + i)
                    .input("ftir", "sample")
                    .input("enmap", "sample:enmap")
                    .input("samples", "sample:ece_samples")
                    .input("laboratoryEpochs", "500");
            for (String covariate : ContractHost.COVARIATES) {
                training.input("covariate", covariate);
            }
            String accepted = client.post(training.storedReferencesTo("report")).body();
            ids.add(WpsClient.statusLocation(accepted).replaceFirst(".*executionId=", ""));
        }
        return ids;
    }

    @Test
    void aWrongInputIsAnsweredWithTheServersSentence() {
        page.prepareEstimate(ContractHost.MODEL, "deepsalt:page_failed");
        page.script("const field = document.getElementById('input-covariate');"
                + " field.value = field.value.replace('sand=sample:soil', 'sand=nothing')");
        page.press("#run");
        page.await("return document.getElementById('job').dataset.phase === 'failed'");

        assertThat(page.text("#job-error")).contains("there is no layer 'nothing'");
        assertThat(page.one("#job-error").getDomAttribute("role")).isEqualTo("alert");
        assertThat(page.one("#run").isEnabled()).isTrue();
    }

    @Test
    void anExecutionSurvivesThatThePageIsLoadedAnew() {
        List<String> trainings = occupyTheServer();
        try {
            page.prepareEstimate(ContractHost.MODEL, "deepsalt:page_reloaded");
            page.press("#run");
            page.await("return document.getElementById('job-cancel').checkVisibility()"
                    + " && !document.getElementById('job-cancel').disabled");
            page.script("location.reload()");
            page.open(host.url());
            page.await("return ['accepted', 'started'].includes(document.getElementById('job').dataset.phase)");
            assertThat(page.one("#run").isEnabled()).isFalse();
        } finally {
            trainings.forEach(id -> client.get("request=Dismiss&executionId=" + id));
        }
        page.await("return document.getElementById('job').dataset.phase === 'succeeded'");
        page.await("return document.querySelector('[data-layer=\"deepsalt:page_reloaded\"] input')?.checked === true");
        assertThat(page.text("#report")).contains("deepsalt:page_reloaded");
    }
}
