/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesPublisherTest extends InDataDirectory {
    private static final String NAME = "deepsalt:dates";
    private static final String[] BANDS = {"ece", "ece_lower"};

    private SeriesPublisher publisher;

    @BeforeEach
    void openPublisher() {
        new Publisher(catalog);
        publisher = new SeriesPublisher(catalog);
    }

    @Test
    void theFirstMapMakesTheSeriesAndTheNextOnesJoinIt() throws Exception {
        Path second = add("2025-07-11T10:20:30Z", 'b', 2);
        assertThat(second).isEqualTo(data().resolve("dates-20250711T102030Z-bbbbbbbbbbbb.tif"));
        assertThat(second.resolveSibling(second.getFileName() + ".json")).hasContent("{\"value\":2}");
        add("2025-07-01T23:59:59Z", 'a', 1);
        assertThat(series().days()).containsExactly(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 11));
        assertThat(series().info().title()).isEqualTo("Salinity <of> a test");
        assertThat(series().srs()).isEqualTo("EPSG:32612");
        assertThat(((SeriesLayer) Catalog.open(directory).find(NAME).orElseThrow()).granules())
                .hasSize(2);
        assertNothingInProgress();
    }

    @Test
    void theFilesSayWhatGeoServerWants() throws Exception {
        add("2025-07-11T10:20:30Z", 'b', 2);
        Path store = directory.resolve("workspaces/deepsalt/dates");
        XmlElement storeXml = SafeXml.read(store.resolve("coveragestore.xml"));
        assertThat(storeXml.text("type")).contains("ImageMosaic");
        assertThat(storeXml.text("url")).contains("file:data/deepsalt/dates");
        XmlElement coverage = SafeXml.read(store.resolve("dates/coverage.xml"));
        XmlElement time =
                coverage.child("metadata").orElseThrow().children("entry").get(0);
        assertThat(time.attribute("key")).contains("time");
        assertThat(time.text("dimensionInfo", "enabled")).contains("true");
        assertThat(time.text("dimensionInfo", "defaultValue", "strategy")).contains("MAXIMUM");
        assertThat(coverage.text("nativeFormat")).contains("ImageMosaic");
        assertThat(data().resolve("indexer.properties")).content().contains("TimeAttribute=time");
        assertThat(data().resolve("timeregex.properties")).exists();
    }

    @Test
    void theSameSceneAndModelReplacesItsMapAndNoOther() throws Exception {
        add("2025-07-01T10:00:00Z", 'a', 1);
        Path other = add("2025-07-11T10:20:30Z", 'b', 2);
        String coverageId = id();
        byte[] before = Files.readAllBytes(other);
        Path again = add("2025-07-01T10:00:00Z", 'a', 3);
        assertThat(series().granules()).hasSize(2);
        assertThat(other).hasBinaryContent(before);
        assertThat(again.resolveSibling(again.getFileName() + ".json")).hasContent("{\"value\":3}");
        add("2025-07-01T10:00:00Z", 'c', 4);
        assertThat(series().on(LocalDate.of(2025, 7, 1))).hasSize(2);
        assertThat(id()).isEqualTo(coverageId);
    }

    @Test
    void titleAndStyleStayUnlessChosen() throws Exception {
        add("2025-07-01T10:00:00Z", 'a', 1);
        NewLayer other = NewLayerBuilder.builder(TestData.publication("dates", false))
                .title("Another")
                .style("ece-ramp")
                .moreStyles(List.of())
                .build();
        publisher.add(
                other,
                false,
                false,
                new LayerFiles(map(2, "EPSG:32612", BANDS), null, List.of()),
                granule("2025-07-02T10:00:00Z", 'a'));
        assertThat(series().info().title()).isEqualTo("Salinity <of> a test");
        assertThat(series().info().defaultStyle()).isEqualTo("ece-classes");
        publisher.add(
                other,
                true,
                true,
                new LayerFiles(map(2, "EPSG:32612", BANDS), null, List.of()),
                granule("2025-07-03T10:00:00Z", 'a'));
        assertThat(series().info().title()).isEqualTo("Another");
        assertThat(series().info().defaultStyle()).isEqualTo("ece-ramp");
        assertThat(series().newest().info().title()).isEqualTo("Another");
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() throws Exception {
        add("2025-07-01T10:00:00Z", 'a', 1);
        Map<String, String> before = files();
        SeriesTarget.Content other =
                new SeriesTarget.Content(CRS.decode("EPSG:32613", true), List.of("clay", "clay_lower"), "%");
        assertThatThrownBy(() -> publisher.require(TestData.publication("dates", false), other))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .hasSize(3)
                        .anyMatch(problem -> problem.contains("is in EPSG:32612, the map in WGS 84 / UTM zone 13N: add"
                                + " it to another series, one for each UTM zone"))
                        .anyMatch(problem -> problem.contains(
                                "has the bands ece, ece_lower, the map clay, clay_lower: add it to another series"))
                        .anyMatch(problem -> problem.contains("is in dS/m, the map in %")));
        publisher.require(TestData.publication("dates", false), null);
        Path zone = map(2, "EPSG:32613", BANDS);
        assertThatThrownBy(() -> publisher.add(
                        TestData.publication("dates", false),
                        false,
                        false,
                        new LayerFiles(zone, null, List.of()),
                        granule("2025-07-02T10:00:00Z", 'a')))
                .hasMessageContaining("one for each UTM zone");
        assertThat(zone).exists();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void neitherASeriesNorALayerReplacesTheOther() throws Exception {
        add("2025-07-01T10:00:00Z", 'a', 1);
        new Publisher(catalog)
                .publish(
                        TestData.publication("single", false),
                        new LayerFiles(map(1, "EPSG:32612", BANDS), null, List.of()));
        Map<String, String> before = files();
        assertThatThrownBy(() -> new Publisher(catalog).requirePublishable(TestData.publication("dates", true)))
                .hasMessageContaining("'deepsalt:dates' is a series of maps, which no layer replaces");
        assertThatThrownBy(() -> publisher.require(TestData.publication("single", true), null))
                .hasMessageContaining("'deepsalt:single' is a layer of one map: give the series another name");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        int count = 5;
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<Path>> added = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Path map = map(i, "EPSG:32612", BANDS);
                Granule granule = granule("2025-07-0" + (i + 1) + "T10:00:00Z", 'a');
                added.add(pool.submit(() -> publisher.add(
                        TestData.publication("dates", false),
                        false,
                        false,
                        new LayerFiles(map, null, List.of()),
                        granule)));
            }
            for (Future<Path> one : added) {
                assertThat(one.get()).exists();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(series().days()).hasSize(count);
        assertNothingInProgress();
    }

    /** A kill between any two files leaves no series or a whole one, and the next start ends what was begun. */
    @Test
    void aKillAtAnyMomentLeavesAWholeSeries() throws Exception {
        Map<String, String> none = files();
        List<String> warnings = catalog.warnings();
        add("2025-07-01T10:00:00Z", 'a', 1);
        Map<String, String> whole = files();
        Map<String, String> added = new TreeMap<>(whole);
        added.keySet().removeAll(none.keySet());
        List<String> order = added.keySet().stream()
                .sorted(Comparator.comparing((String name) -> name.endsWith("coveragestore.xml") ? 1 : 0)
                        .thenComparing(name -> name.startsWith("data") ? 0 : 1))
                .toList();
        for (int moved = 0; moved <= order.size(); moved++) {
            for (String name : order) {
                Files.deleteIfExists(directory.resolve(name));
            }
            Path place = Files.createDirectories(directory.resolve("temp/deepsalt-publish/killed"));
            Files.write(place.resolve("moves"), order);
            for (int i = 0; i < order.size(); i++) {
                Path at = i < moved ? directory.resolve(order.get(i)) : place.resolve(Integer.toString(i));
                Files.createDirectories(at.getParent());
                Files.writeString(at, added.get(order.get(i)), StandardCharsets.ISO_8859_1);
            }
            Catalog killed = Catalog.open(directory);
            assertThat(killed.find(NAME).isPresent()).isEqualTo(moved == order.size());
            assertThat(killed.warnings()).isEqualTo(warnings);
            new Publisher(killed);
            assertThat(files()).isEqualTo(whole);
            assertThat(killed.find(NAME)).isPresent();
            assertNothingInProgress();
        }
    }

    /** A command that was killed does not wait for the next start of a server that goes on. */
    @Test
    void theNextMapEndsWhatAKillInterrupted() throws Exception {
        Path first = add("2025-07-01T10:00:00Z", 'a', 1);
        Path place = Files.createDirectories(directory.resolve("temp/deepsalt-publish/killed"));
        String name = "data/deepsalt/dates/dates-20250702T100000Z-bbbbbbbbbbbb.tif";
        Files.copy(first, place.resolve("0"));
        Files.writeString(place.resolve("moves"), name);
        add("2025-07-11T10:20:30Z", 'b', 2);
        assertThat(series().days()).hasSize(3);
        assertNothingInProgress();
    }

    @Test
    void whatWasOnlyCollectedIsDropped() throws Exception {
        Map<String, String> before = files();
        FileMoves moves = FileMoves.begin(directory.resolve("temp/deepsalt-publish/killed"), directory);
        Files.writeString(moves.collect(data().resolve("dates-20250701T100000Z-aaaaaaaaaaaa.tif")), "half");
        new Publisher(catalog);
        assertThat(files()).isEqualTo(before);
        assertNothingInProgress();
    }

    @Test
    void aDamagedMapIsLeftOutAndTheOthersAreServed() throws Exception {
        add("2025-07-01T10:00:00Z", 'a', 1);
        Path damaged = add("2025-07-11T10:20:30Z", 'b', 2);
        Files.writeString(damaged, "no image");
        Catalog again = Catalog.open(directory);
        assertThat(((SeriesLayer) again.find(NAME).orElseThrow()).days()).containsExactly(LocalDate.of(2025, 7, 1));
        assertThat(again.warnings())
                .anyMatch(
                        warning -> warning.startsWith("granule dates-20250711T102030Z-bbbbbbbbbbbb.tif is left out: "));
    }

    private Path add(String time, char key, int value) throws Exception {
        Path map = map(value, "EPSG:32612", BANDS);
        Path report = Files.writeString(folder.resolve("report.json"), "{\"value\":" + value + "}");
        return publisher.add(
                TestData.publication("dates", false),
                false,
                false,
                new LayerFiles(map, report, List.of()),
                granule(time, key));
    }

    private static Granule granule(String time, char key) {
        return new Granule(Instant.parse(time), Character.toString(key).repeat(12));
    }

    private Path map(int value, String crs, String[] bands) throws Exception {
        Path file = Files.createTempDirectory(folder, "map").resolve("map.tif");
        return TestData.write(file, SampleType.FLOAT32, "nan", crs, bands, (band, column, row) -> value);
    }

    private Path data() {
        return directory.resolve("data/deepsalt/dates");
    }

    private SeriesLayer series() {
        return (SeriesLayer) catalog.find(NAME).orElseThrow();
    }

    private String id() {
        return SafeXml.read(directory.resolve("workspaces/deepsalt/dates/dates/coverage.xml"))
                .text("id")
                .orElseThrow();
    }
}
