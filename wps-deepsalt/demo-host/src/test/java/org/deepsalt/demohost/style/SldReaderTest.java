/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.style.ColorMap.Entry;
import org.deepsalt.demohost.style.RasterSymbolizer.Channel;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SldReaderTest {
    private static final Path STYLES = Path.of("..", "..", "styles");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ece-classes",
                "ece-ramp",
                "interval-width",
                "applicability",
                "mask-reasons",
                "p-saline",
                "percent-ramp",
                "celsius-ramp",
                "enmap-rgb",
                "sample-points"
            })
    void ourStylesAreReadInFull(String name) {
        MapStyle style = SldReader.read(STYLES.resolve(name + ".sld"));
        assertThat(style.warnings()).isEmpty();
        assertThat(style.title()).isNotBlank();
        assertThat(style.description()).isNotBlank();
        style.raster().map(RasterSymbolizer::colorMap).ifPresent(map -> assertThat(map.entries())
                .extracting(Entry::label)
                .doesNotContain(""));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 2C7BB6",
        "0, 2C7BB6",
        "1.99, 2C7BB6",
        "2, ABD9E9",
        "4, FFFFBF",
        "8, FDAE61",
        "16, D7191C",
        "900, D7191C"
    })
    void salinityClassesAreHalfOpen(double ece, String rgb) {
        ColorMap map = SldReader.read(STYLES.resolve("ece-classes.sld"))
                .raster()
                .orElseThrow()
                .colorMap();
        assertThat(map.argb(ece)).isEqualTo(0xFF000000 | Integer.parseInt(rgb, 16));
    }

    @Test
    void bandsOfACompositeCanBeChosen() {
        RasterSymbolizer rgb =
                SldReader.read(STYLES.resolve("enmap-rgb.sld")).raster().orElseThrow();
        assertThat(rgb.channels()).extracting(Channel::band).containsExactly("47", "30", "16");
        assertThat(rgb.channels().get(0).bandIn(Map.of("red", "120"))).isEqualTo("120");
        assertThat(rgb.channels().get(1).bandIn(Map.of("red", "120"))).isEqualTo("30");
    }

    @Test
    void marksHaveFillAndStroke() {
        List<PointSymbolizer> marks =
                SldReader.read(STYLES.resolve("sample-points.sld")).points();
        assertThat(marks)
                .containsExactly(new PointSymbolizer(
                        PointSymbolizer.Shape.CIRCLE, 9, new Color(255, 255, 255, 204), new Color(0x222222), 1.5));
    }

    @Test
    void whatCannotBeDrawnIsNamed() {
        MapStyle style = parse("<Rule><RasterSymbolizer><ShadedRelief/><OverlapBehavior/></RasterSymbolizer>"
                + "<TextSymbolizer/></Rule>"
                + "<Rule><Filter/><PointSymbolizer/></Rule>");
        assertThat(style.rules()).hasSize(1);
        assertThat(style.warnings())
                .containsExactly(
                        "style 'a.sld' has an element 'ShadedRelief' that this host does not support: it has no effect"
                                + " on the RasterSymbolizer",
                        "style 'a.sld' has an element 'OverlapBehavior' that this host does not support: it has no"
                                + " effect on the RasterSymbolizer",
                        "style 'a.sld' has an element 'TextSymbolizer' that this host does not support: it is not"
                                + " drawn",
                        "style 'a.sld' has an element 'Filter' that this host does not support: the whole rule is left"
                                + " out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ColorMapEntry color='red' quantity='1'/> | color is 'red', wanted # and six hexadecimal digits",
                "<ColorMapEntry color='#123456' quantity='${q}'/> | quantity is '${q}', wanted a number",
                "<ColorMapEntry color='#123456'/> | a ColorMapEntry has no quantity",
                "<ColorMapEntry color='#123456' quantity='1' opacity='2'/> | opacity is 2.0, wanted 0 to 1",
                "<ColorMapEntry color='#123456' quantity='2'/><ColorMapEntry color='#123456' quantity='1'/> |"
                        + " quantities of a colour map ascend, but 1.0 follows 2.0",
                "'' | a colour map has at least one entry"
            })
    void aBrokenColourMapIsRefusedWithItsReason(String entries, String reason) {
        String rule =
                "<Rule><RasterSymbolizer><ColorMap type='values'>" + entries + "</ColorMap></RasterSymbolizer></Rule>";
        assertThatThrownBy(() -> parse(rule))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("style 'a.sld' cannot be read: " + reason);
    }

    @Test
    void anotherVersionIsRefused() {
        String se = "<StyledLayerDescriptor version='1.1.0'/>";
        assertThatThrownBy(() -> SldReader.read(SafeXml.read(se.getBytes(StandardCharsets.UTF_8), "se"), "se.sld"))
                .hasMessageContaining("version 1.1.0; this host draws a StyledLayerDescriptor of version 1.0.0");
    }

    private static MapStyle parse(String rules) {
        String sld = "<StyledLayerDescriptor version='1.0.0'><NamedLayer><UserStyle><FeatureTypeStyle>" + rules
                + "</FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
        return SldReader.read(SafeXml.read(sld.getBytes(StandardCharsets.UTF_8), "a.sld"), "a.sld");
    }
}
