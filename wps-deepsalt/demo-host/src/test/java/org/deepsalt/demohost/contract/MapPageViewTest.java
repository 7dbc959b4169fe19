/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** People look at layers, days and spectra on the map page, with links, keyboards and phones. */
@Tag("slow")
class MapPageViewTest extends OpenMapPage {
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
        // Lies above both in the list, and would cover them.
        page.press("[data-layer='sample:climate'] input[type=checkbox]");
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
        aPhoneHidesNoFigure();
    }

    private static void aPhoneHidesNoFigure() {
        page.resize(390, 844);
        try {
            page.await("return innerWidth === 390");
            page.script("document.getElementById('map').scrollIntoView()");
            Object hidden = page.script("""
                    return [...document.querySelectorAll('#figures tbody td')].filter((cell) => {
                      const box = cell.getBoundingClientRect();
                      const top = document.elementFromPoint(box.right - 3, box.y + box.height / 2);
                      return !cell.contains(top);
                    }).map((cell) => cell.innerText);
                    """);
            assertThat(hidden).isEqualTo(List.of());
        } finally {
            page.resize(1280, 800);
        }
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
