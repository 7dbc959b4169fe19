/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.style.ColorMap.Entry;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.raster.estimate.ResultBand;
import org.deepsalt.raster.scene.MaskReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A result looks the same on a WMS and in QGIS, and a data directory has every style there is. */
class StylesTest {
    private static final Path STYLES = ShippedData.PROJECT.resolve("styles");
    private static final Path DIRECTORY = ShippedData.PROJECT.resolve("geoserver-config/styles");

    /** Marks of places show no quantity. */
    private static final Set<String> WITHOUT_UNIT = Set.of("sample-points");

    static List<String> slds() throws IOException {
        return names(".sld");
    }

    static List<String> qmls() throws IOException {
        return names(".qml");
    }

    private static List<String> names(String ending) throws IOException {
        try (Stream<Path> files = Files.list(STYLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private static MapStyle sld(String name) {
        return SldReader.read(STYLES.resolve(name + ".sld"));
    }

    @Test
    void everyStyleOfAResultIsThereForQgisToo() throws IOException {
        assertThat(qmls())
                .containsExactly(
                        "applicability", "ece-classes", "ece-ramp", "interval-width", "mask-reasons", "p-saline");
    }

    @ParameterizedTest
    @CsvSource({
        "ece-classes, ESTIMATE, INTERVALS",
        "ece-ramp, ESTIMATE, RAMP",
        "interval-width, WIDTH, RAMP",
        "applicability, DISSIMILARITY, RAMP",
        "mask-reasons, REASON, VALUES",
        "p-saline, PROBABILITY, RAMP"
    })
    void aStyleDrawsItsBandOfAResult(String name, ResultBand band, ColorMap.Type type) {
        RasterSymbolizer raster = sld(name).raster().orElseThrow();
        assertThat(raster.channels()).hasSize(1);
        assertThat(raster.channels().get(0).band())
                .isEqualTo(String.valueOf(List.of(ResultBand.values()).indexOf(band) + 1));
        assertThat(raster.colorMap().type()).isEqualTo(type);
        if (!band.unit(SoilProperty.ECE).equals("1")) {
            assertThat(sld(name).title()).contains("(" + band.unit(SoilProperty.ECE) + ")");
        }
    }

    @Test
    void everyReasonHasAColour() {
        List<Entry> entries =
                sld("mask-reasons").raster().orElseThrow().colorMap().entries();
        assertThat(entries)
                .extracting(Entry::quantity)
                .containsExactlyElementsOf(Stream.of(MaskReason.values())
                        .map(reason -> (double) reason.code())
                        .toList());
        assertThat(entries).allSatisfy(entry -> assertThat(entry.label()).startsWith((int) entry.quantity() + " "));
    }

    @ParameterizedTest
    @MethodSource("slds")
    void titlesNameTheUnit(String name) {
        if (!WITHOUT_UNIT.contains(name)) {
            assertThat(sld(name).title()).matches(".+ \\((dS/m|%|°C|-|code|reflectance x 10000)\\).*");
        }
    }

    @ParameterizedTest
    @MethodSource("qmls")
    void qgisDrawsWhatTheSldDraws(String name) {
        RasterSymbolizer raster = sld(name).raster().orElseThrow();
        ColorMap map = raster.colorMap();
        XmlElement renderer = SafeXml.read(STYLES.resolve(name + ".qml"))
                .child("pipe", "rasterrenderer")
                .orElseThrow();
        assertThat(renderer.attribute("band")).hasValue(raster.channels().get(0).band());
        assertThat(Double.parseDouble(renderer.attribute("opacity").orElseThrow()))
                .isEqualTo(raster.opacity());
        List<XmlElement> items = items(renderer, map.type());
        assertThat(items).hasSameSizeAs(map.entries());
        List<Double> breaks = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            XmlElement item = items.get(i);
            Entry entry = map.entries().get(i);
            assertThat(item.attribute("label")).hasValue(entry.label());
            assertThat(item.attribute("color")).hasValue(String.format(Locale.ROOT, "#%06x", entry.rgb()));
            assertThat(item.attribute("alpha")).hasValue(String.valueOf(Math.round(255 * entry.opacity())));
            breaks.add(number(item.attribute("value").orElseThrow()));
        }
        assertThat(breaks).isEqualTo(breaks(map));
    }

    private static List<XmlElement> items(XmlElement renderer, ColorMap.Type type) {
        if (type == ColorMap.Type.VALUES) {
            assertThat(renderer.attribute("type")).hasValue("paletted");
            return renderer.child("colorPalette").orElseThrow().children("paletteEntry");
        }
        assertThat(renderer.attribute("type")).hasValue("singlebandpseudocolor");
        XmlElement shader = renderer.child("rastershader", "colorrampshader").orElseThrow();
        assertThat(shader.attribute("colorRampType"))
                .hasValue(type == ColorMap.Type.RAMP ? "INTERPOLATED" : "DISCRETE");
        assertThat(shader.attribute("clip")).hasValue("0");
        return shader.children("item");
    }

    /**
     * The numbers that QGIS wants. An interval of an SLD ends before its quantity, one of QGIS with it: there the end
     * is the last float32 before the quantity. The last interval has no end.
     */
    private static List<Double> breaks(ColorMap map) {
        List<Double> quantities =
                new ArrayList<>(map.entries().stream().map(Entry::quantity).toList());
        if (map.type() == ColorMap.Type.INTERVALS) {
            quantities.replaceAll(quantity -> (double) Math.nextDown((float) (double) quantity));
            quantities.set(quantities.size() - 1, Double.POSITIVE_INFINITY);
        }
        return quantities;
    }

    private static double number(String value) {
        return value.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(value);
    }

    @ParameterizedTest
    @MethodSource("qmls")
    void theNoteInQgisHasTitleAndUnit(String name) {
        String note = SafeXml.read(STYLES.resolve(name + ".qml"))
                .child("userNotes")
                .flatMap(notes -> notes.attribute("value"))
                .orElseThrow();
        MapStyle style = sld(name);
        assertThat(note).isEqualTo("<p><b>" + style.title() + "</b></p><p>" + style.description() + "</p>");
    }

    @ParameterizedTest
    @MethodSource("slds")
    void theDataDirectoryHasEveryStyle(String name) throws IOException {
        Path link = DIRECTORY.resolve(name + ".sld");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../../styles", name + ".sld"));
        assertThat(link.toRealPath()).isEqualTo(STYLES.resolve(name + ".sld").toRealPath());
        XmlElement info = SafeXml.read(DIRECTORY.resolve(name + ".xml"));
        assertThat(info.text("id")).hasValue("StyleInfoImpl-" + name);
        assertThat(info.text("name")).hasValue(name);
        assertThat(info.text("filename")).hasValue(name + ".sld");
        assertThat(info.text("format")).hasValue("sld");
        assertThat(info.text("languageVersion", "version")).hasValue("1.0.0");
        assertThat(Files.readString(ShippedData.PROJECT.resolve("geoserver-config/.gitignore")))
                .contains("\n!/styles/" + name + ".*\n");
    }

    @Test
    void theDataDirectoryHasNoOtherStyle() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(files.filter(Files::isSymbolicLink)
                            .map(link -> link.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            slds().stream().map(name -> name + ".sld").toList());
        }
    }
}
