/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepsalt.demohost.wms.WmsFixture.wholeMap;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.http.OwsReply;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetMapTest {
    private static final int[] CLASSES = {0xFF2C7BB6, 0xFFABD9E9, 0xFFFFFFBF, 0xFFFDAE61, 0xFFD7191C, 0x00000000};

    @TempDir
    static Path folder;

    private static WmsFixture wms;

    @BeforeAll
    static void publish() throws Exception {
        wms = new WmsFixture(folder);
    }

    private static int expected(int column, int row) {
        return CLASSES[(column / TestData.BLOCK + row / TestData.BLOCK) % CLASSES.length];
    }

    @Test
    void everyPixelHasTheColourOfItsClass() throws Exception {
        BufferedImage map = wms.image(wholeMap("transparent", "TRUE"));
        assertThat(map.getWidth()).isEqualTo(TestData.SIDE);
        for (int row = 0; row < TestData.SIDE; row++) {
            for (int column = 0; column < TestData.SIDE; column++) {
                assertThat(map.getRGB(column, row)).isEqualTo(expected(column, row));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1, EPSG:4326, false",
        "1.3.0, EPSG:4326, true",
        "1.3.0, CRS:84, false",
        "1.1.1, EPSG:3857, false",
        "1.3.0, EPSG:3857, false",
        "1.3.0, epsg:3857, false",
        "1.1.1, EPSG:32612, false",
        "1.3.0, EPSG:32613, false",
        "1.3.0, EPSG:2154, false",
        "1.3.0, EPSG:3035, true",
        "1.1.1, EPSG:3035, false"
    })
    void aKnownValueHasItsColourAtItsPlaceInAnyCrs(String version, String code, boolean northFirst) throws Exception {
        String decoded = code.equals("CRS:84") ? "CRS:84" : code.toUpperCase(Locale.ROOT);
        MathTransform toMap = CRS.findMathTransform(CRS.decode("EPSG:32612", true), CRS.decode(decoded, true), true);
        for (int column = 4; column < TestData.SIDE; column += 23) {
            for (int row = 7; row < TestData.SIDE; row += 17) {
                double[] at = {
                    TestData.WEST + (column + 0.5) * TestData.PIXEL, TestData.NORTH - (row + 0.5) * TestData.PIXEL
                };
                toMap.transform(at, 0, at, 0, 1);
                double reach = Math.abs(at[0]) < 360 ? 0.002 : 200;
                double first = northFirst ? at[1] : at[0];
                double second = northFirst ? at[0] : at[1];
                Map<String, String> parameters = wholeMap(
                        "version",
                        version,
                        "srs",
                        version.equals("1.1.1") ? code : null,
                        "crs",
                        version.equals("1.3.0") ? code : null,
                        "bbox",
                        (first - reach) + "," + (second - reach) + "," + (first + reach) + "," + (second + reach),
                        "width",
                        "101",
                        "height",
                        "101",
                        "transparent",
                        "true");
                assertThat(wms.image(parameters).getRGB(50, 50)).isEqualTo(expected(column, row));
            }
        }
    }

    @Test
    void placesWithoutDataShowTheBackground() throws Exception {
        BufferedImage white = wms.image(wholeMap());
        assertThat(white.getRGB(5 * TestData.BLOCK + 1, 0)).isEqualTo(0xFFFFFFFF);
        BufferedImage green = wms.image(wholeMap("bgcolor", "0x00ff00", "format", "image/png; mode=8bit"));
        assertThat(green.getRGB(5 * TestData.BLOCK + 1, 0)).isEqualTo(0xFF00FF00);
        BufferedImage elsewhere = wms.image(wholeMap("bbox", "0,0,1000,1000", "transparent", "true"));
        assertThat(elsewhere.getRGB(40, 40)).isZero();
    }

    @Test
    void jpegHasNoTransparency() throws Exception {
        OwsReply reply = wms.ask(wholeMap("format", "image/jpeg", "transparent", "true", "bgcolor", "0x0000FF"));
        assertThat(reply.contentType()).isEqualTo("image/jpeg");
        int pixel = WmsFixture.image(reply).getRGB(5 * TestData.BLOCK + 8, 8);
        assertThat(pixel & 0xFF).isGreaterThan(200);
        assertThat((pixel >> 16) & 0xFF).isLessThan(60);
    }

    @Test
    void anOverviewIsUsedForASmallPicture() throws Exception {
        BufferedImage map = wms.image(wholeMap("width", "24", "height", "24", "transparent", "true"));
        for (int row = 0; row < 24; row++) {
            for (int column = 0; column < 24; column++) {
                assertThat(map.getRGB(column, row)).isEqualTo(expected(4 * column, 4 * row));
            }
        }
    }

    @Test
    void aMapOfTheWholeWorldIsDrawn() throws Exception {
        Map<String, String> world = wholeMap(
                "srs", "EPSG:4326", "bbox", "-180,-90,180,90", "width", "1024", "height", "512", "transparent", "true");
        assertThat(wms.image(world).getRGB(0, 0)).isZero();
        assertThat(wms.image(WmsFixture.changed(world, "srs", "EPSG:3857", "bbox", "-2e7,-2e7,2e7,2e7"))
                        .getWidth())
                .isEqualTo(1024);
    }

    @Test
    void stylesChooseBandsAndColours() throws Exception {
        BufferedImage reasons = wms.image(wholeMap("styles", "mask-reasons", "transparent", "true"));
        assertThat(reasons.getRGB(5 * TestData.BLOCK + 1, 1)).isEqualTo(0xFF41AB5D);
        assertThat(reasons.getRGB(1, 1)).isEqualTo(0xFFFFB55A);
        BufferedImage ramp = wms.image(wholeMap("styles", "ece-ramp"));
        assertThat(ramp.getRGB(1, 1)).isEqualTo(0xFF6CAAD0);
    }

    @Test
    void anImageOfThreeBandsIsStretchedAndBandsCanBeChosen() throws Exception {
        Map<String, String> parameters = wholeMap("layers", "sample:enmap", "transparent", "true");
        BufferedImage rgb = wms.image(parameters);
        assertThat(rgb.getRGB(0, 5)).isZero();
        assertThat(rgb.getRGB(1, 5)).isEqualTo(0xFF000000 | (133 << 16) | (96 << 8) | 58);
        BufferedImage chosen = wms.image(WmsFixture.changed(parameters, "env", "red:band_1;green:1;blue:60"));
        assertThat(chosen.getRGB(1, 5)).isEqualTo(0xFF000000 | (3 << 16) | (3 << 8) | 219);
        assertThat(wms.text(WmsFixture.changed(parameters, "env", "red:99")))
                .contains("draws band '99', but layer 'enmap' has 60 bands: band_1, band_2");
    }

    @Test
    void layersLieOneAboveTheOther() throws Exception {
        double[] point = {-112.16, 39.74};
        CRS.findMathTransform(CRS.decode("EPSG:4326", true), CRS.decode("EPSG:32612", true))
                .transform(point, 0, point, 0, 1);
        int column = (int) ((point[0] - TestData.WEST) / TestData.PIXEL);
        int row = (int) ((TestData.NORTH - point[1]) / TestData.PIXEL);
        BufferedImage both = wms.image(wholeMap("layers", WmsFixture.RESULT + ",sample:ece_samples", "styles", ","));
        assertThat(both.getRGB(column, row)).isNotEqualTo(expected(column, row));
        assertThat(both.getRGB(1, 1)).isEqualTo(expected(1, 1));
        BufferedImage hidden = wms.image(wholeMap("layers", "sample:ece_samples," + WmsFixture.RESULT));
        assertThat(hidden.getRGB(column, row)).isEqualTo(expected(column, row));
    }

    @Test
    void aWorkspaceHasItsLayersByPlainName() throws Exception {
        Map<String, String> plain = wholeMap("layers", "ece_2024");
        assertThat(WmsFixture.image(wms.askWorkspace("deepsalt", plain)).getRGB(1, 1))
                .isEqualTo(expected(1, 1));
        assertThat(wms.image(plain).getRGB(1, 1)).isEqualTo(expected(1, 1));
        assertThat(new String(WmsFixture.bytes(wms.askWorkspace("sample", plain)), StandardCharsets.UTF_8))
                .contains("there is no layer 'ece_2024' in workspace 'sample'");
        assertThat(new String(WmsFixture.bytes(wms.askWorkspace("none", plain)), StandardCharsets.UTF_8))
                .contains("there is no workspace 'none'");
    }
}
