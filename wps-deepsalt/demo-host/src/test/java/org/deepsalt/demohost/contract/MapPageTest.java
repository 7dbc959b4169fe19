/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** People see maps, ask them for values, and run, cancel and mistype estimates on the map page. */
@Tag("slow")
class MapPageTest {
    private static final List<Integer> CLASS_COLORS = List.of(0x2C7BB6, 0xABD9E9, 0xFFFFBF, 0xFDAE61, 0xD7191C);
    private static final int PLACES_FOR_EXECUTIONS = 2;

    @TempDir
    static Path folder;

    private static ContractHost host;
    private static WpsClient client;
    private static MapPage page;

    @BeforeAll
    static void start() {
        Path browser = program("chromium");
        Path driver = program("chromedriver");
        host = ContractHost.shared();
        client = new WpsClient(host.url());
        page = new MapPage(browser, driver, folder.resolve("profile"));
    }

    static Path program(String name) {
        Path found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "skipped: " + name + " is not installed");
        return found;
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void open() {
        page.open(host.url());
    }

    @AfterEach
    void theConsoleIsQuiet() {
        assertThat(page.complaints()).isEmpty();
    }

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

    private static List<String> runAndWatch() {
        page.script("""
                const job = document.getElementById('job');
                window.phases = [];
                new MutationObserver(() => window.phases.push(job.dataset.phase
                    + (document.getElementById('job-progress').checkVisibility() ? ', progress shown' : '')))
                    .observe(job, {attributes: true, attributeFilter: ['data-phase']});
                """);
        page.press("#run");
        page.await("return ['succeeded', 'failed'].includes(document.getElementById('job').dataset.phase)");
        List<String> phases = new ArrayList<>();
        ((List<?>) page.script("return window.phases")).forEach(phase -> phases.add((String) phase));
        return phases;
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

    @Test
    void aLinkShowsWhatWasSeen() {
        page.press("[data-layer='sample:enmap'] input[type=checkbox]");
        page.press("[data-layer='sample:ece_truth'] input[type=checkbox]");
        page.script("deepsalt.map.getView().setZoom(15.5)");
        page.await("return /view=-110[.][0-9]+,3[89][.][0-9]+,15[.]50/.test(location.hash)"
                + " && location.hash.includes('sample:ece_truth*') && !location.hash.includes('sample:enmap*')");
        String hash = (String) page.script("return location.hash");
        page.script("location.href = 'about:blank'");
        page.open(host.url(), hash);
        assertThat(page.one("[data-layer='sample:ece_truth'] input[type=checkbox]")
                        .isSelected())
                .isTrue();
        assertThat(page.one("[data-layer='sample:enmap'] input[type=checkbox]").isSelected())
                .isFalse();
        assertThat(((Number) page.script("return deepsalt.map.getView().getZoom()")).doubleValue())
                .isCloseTo(15.5, within(1e-6));
    }

    @Test
    void twoLayersAreComparedAtALine() {
        hideAllLayers();
        choose("swipe-left", "sample:ece_truth");
        choose("swipe-right", "sample:enmap");
        double half = shareAt(50);
        double all = shareAt(100);
        double none = shareAt(0);
        assertThat(all).isGreaterThan(0.05);
        assertThat(half).isBetween(0.1 * all, 0.9 * all);
        assertThat(none).isLessThan(0.01 * all);
    }

    /** The page begins with an estimate where an earlier test has published one. */
    private static void hideAllLayers() {
        page.script(
                "document.querySelectorAll('[data-layer] input[type=checkbox]:checked').forEach((box) => box.click())");
    }

    private static void choose(String id, String layer) {
        page.script(
                "const list = document.getElementById(arguments[0]); list.value = arguments[1];"
                        + " list.dispatchEvent(new Event('change'))",
                id,
                layer);
    }

    private static double shareAt(int percent) {
        page.script(
                "const slider = document.getElementById('swipe'); slider.value = arguments[0];"
                        + " slider.dispatchEvent(new Event('input'))",
                percent);
        page.awaitMap();
        return page.share(CLASS_COLORS);
    }

    /** The snippet for OpenLayers that README and the guide print. */
    @Test
    void aPageOfOnesOwnShowsAPublishedLayer() throws IOException {
        List<Guide.Block> blocks = Guide.blocks("js");
        assertThat(blocks).isNotEmpty();
        assertThat(client.post(Guide.fit(WpsRequest.estimate()
                                .input("layer", "deepsalt:sample_ece")
                                .input("overwrite", "true")
                                .documentOf("published")))
                        .body())
                .contains("ProcessSucceeded");
        hideAllLayers();
        for (Guide.Block block : blocks) {
            Object end = page.later("const done = arguments[arguments.length - 1]; const layer = "
                    + Guide.fit(block.text())
                    + "window.ours = layer; layer.getSource().on('imageloaderror', () => done('refused'));"
                    + " layer.getSource().on('imageloadend', () => done('drawn')); deepsalt.map.addLayer(layer);");
            assertThat(end).isEqualTo("drawn");
            page.awaitMap();
            assertThat(page.share(CLASS_COLORS)).isGreaterThan(0.05);
            page.script("deepsalt.map.removeLayer(window.ours)");
        }
    }

    @Test
    void aPixelHasItsSpectrum() {
        page.clickMap(400, 400);
        page.await("return document.getElementById('values-spectrum').checkVisibility()");
        page.press("#values-spectrum");
        page.await("return document.querySelector('#figures svg .line') !== null");
        assertThat((String) page.script("return document.querySelector('#figures svg .line').getAttribute('d')"))
                .startsWith("M")
                .hasSizeGreaterThan(500);
        assertThat((String) page.script("return document.querySelector('#figures svg .bands').getAttribute('d')"))
                .hasSizeGreaterThan(500);
        page.press("#figures-close");
        assertThat(page.one("#figures").isDisplayed()).isFalse();
    }

    @Test
    void aDrawnRegionHasItsHectares() {
        page.prepareEstimate(ContractHost.MODEL, "deepsalt:page_figures");
        runAndWatch();
        page.await("return document.querySelector('[data-layer=\"deepsalt:page_figures\"] input')?.checked === true");
        page.script("document.getElementById('estimate').open = true");
        page.fill(
                "#input-region",
                "POLYGON((-110.11 38.99, -110.09 38.99, -110.09 39.01, -110.11 39.01, -110.11 38.99))");
        page.script("document.getElementById('input-region').dispatchEvent(new Event('change'))");
        page.press("#estimate .buttons button:last-child");
        page.await("return document.querySelectorAll('#figures tbody tr').length === 5");
        assertThat(page.text("#figures caption")).matches("\\d{2,3}(,\\d{3})*\\.\\d ha in the region");
        assertThat(page.text("#figures")).contains("mean ECe", "non-saline");
    }

    /** The whole scene on the first day, a part of it on the second. */
    @Test
    void theSliderShowsTheDaysOfASeries() throws IOException {
        String series = "deepsalt:" + ContractHost.layer("page_dates");
        for (String time : List.of("2025-07-01", "2025-07-11")) {
            WpsRequest request = WpsRequest.estimate().input("series", series).input("time", time);
            if (time.endsWith("11")) {
                request.input(
                        "region",
                        "POLYGON((-110.11 38.99, -110.1 38.99, -110.1 39.01, -110.11 39.01," + " -110.11 38.99))");
            }
            assertThat(client.post(request.documentOf("published")).body()).contains("ProcessSucceeded");
        }
        page.script("location.href = 'about:blank'");
        page.open(host.url(), "#view=-110.10,39.0,13.5&layers=" + series + "*ece-classes*1*2025-07-11");
        assertThat(page.text("#days")).contains("2025-07-11");
        page.awaitMap();
        double part = page.share(CLASS_COLORS);
        page.press("#days-before");
        page.awaitMap();
        assertThat(page.one("#days-slider").getDomAttribute("aria-valuetext")).isEqualTo("2025-07-01");
        assertThat(page.one("#days-before").isEnabled()).isFalse();
        assertThat(page.share(CLASS_COLORS)).isGreaterThan(1.2 * part);
        page.await("return location.hash.includes('*2025-07-01')");
        page.one("#days-slider").sendKeys(Keys.ARROW_RIGHT);
        page.await("return location.hash.includes('*2025-07-11')");
        page.awaitMap();
        assertThat(page.share(CLASS_COLORS)).isCloseTo(part, within(0.01));
        assertThat(seriousFindings()).isEqualTo(List.of());
        aPhoneHasTheSliderBesideTheRest();
    }

    private static void aPhoneHasTheSliderBesideTheRest() {
        page.resize(390, 844);
        try {
            page.await("return innerWidth === 390");
            page.awaitMap();
            Object hidden = page.script("""
                    return [...document.querySelectorAll('#days button, #days input, #days output')].filter((one) => {
                      const box = one.getBoundingClientRect();
                      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                      return box.left < 0 || box.right > innerWidth || box.width < 20 || !one.contains(top);
                    }).map((one) => one.id);
                    """);
            assertThat(hidden).isEqualTo(List.of());
            assertThat(((Number) page.script("return document.getElementById('days-slider').offsetWidth")).intValue())
                    .isGreaterThan(80);
        } finally {
            page.resize(1280, 800);
        }
    }

    @Test
    void keyboardsAndScreenReadersFindTheirWay() throws IOException {
        page.script("document.querySelectorAll('details').forEach((one) => one.open = true)");
        page.clickMap(400, 400);
        page.await("return document.getElementById('values').checkVisibility()");
        assertThat(seriousFindings()).isEqualTo(List.of());
    }

    private static Object seriousFindings() throws IOException {
        String axe;
        try (InputStream script = MapPageTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        page.script(axe + "; window.axe = axe;");
        return page.later("""
                const done = arguments[arguments.length - 1];
                axe.run().then(({ violations }) => done(violations
                    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
                    .map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | '))));
                """);
    }

    @Test
    void aPhoneShowsItWithoutScrollingSideways() {
        page.resize(390, 844);
        try {
            page.open(host.url());
            assertThat(((Number) page.script("return document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(390);
            assertThat(page.one("#layers").isDisplayed()).isTrue();
            // All of the width but for a scroll bar, which phones do not have.
            assertThat(((Number) page.script("return deepsalt.map.getSize()[0]")).intValue())
                    .isBetween(370, 390);
        } finally {
            page.resize(1280, 800);
        }
    }
}
