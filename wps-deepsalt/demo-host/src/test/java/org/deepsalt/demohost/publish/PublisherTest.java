/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest extends InDataDirectory {
    private static final String NAME = "deepsalt:ece_2024";

    private Publisher publisher;

    @BeforeEach
    void openPublisher() {
        publisher = new Publisher(catalog);
    }

    @Test
    void aResultBecomesALayer() throws Exception {
        Path result = TestData.result(folder.resolve("result.tif"));
        Path sidecar = Files.writeString(folder.resolve("result.json"), "{}");
        Path file =
                publisher.publish(TestData.publication("ece_2024", false), new LayerFiles(result, sidecar, List.of()));
        assertThat(result).doesNotExist();
        assertThat(sidecar).doesNotExist();
        assertThat(file.getParent()).isEqualTo(directory.resolve("data/deepsalt/ece_2024"));
        assertThat(file.resolveSibling(file.getFileName().toString().replace(".tif", ".json")))
                .hasContent("{}");
        RasterLayer layer = (RasterLayer) catalog.find(NAME).orElseThrow();
        assertThat(layer.file()).isEqualTo(file);
        assertThat(layer.info().title()).isEqualTo("Salinity <of> a test");
        assertThat(layer.info().defaultStyle()).isEqualTo("ece-classes");
        assertThat(layer.info().styles())
                .containsExactly("ece-ramp", "interval-width", "mask-reasons", "applicability");
        assertThat(layer.bands())
                .extracting(BandInfo::name)
                .containsExactly("ece", "ece_lower", "ece_upper", "dissimilarity", "mask_reason", "ece_width");
        assertThat(catalog.find("ece_2024")).contains(layer);
        assertThat(Catalog.open(directory).find(NAME)).isPresent();
        assertNothingInProgress();
    }

    @Test
    void theFilesSayWhatGeoServerWants() throws Exception {
        publish("ece_2024", false);
        Path store = directory.resolve("workspaces/deepsalt/ece_2024");
        XmlElement storeXml = SafeXml.read(store.resolve("coveragestore.xml"));
        XmlElement coverage = SafeXml.read(store.resolve("ece_2024/coverage.xml"));
        XmlElement layer = SafeXml.read(store.resolve("ece_2024/layer.xml"));
        assertThat(storeXml.text("workspace", "id")).contains("WorkspaceInfoImpl-deepsalt");
        assertThat(storeXml.text("url").orElseThrow())
                .matches("file:data/deepsalt/ece_2024/ece_2024-[0-9a-f]{12}\\.tif");
        assertThat(coverage.text("namespace", "id")).contains("NamespaceInfoImpl-deepsalt");
        assertThat(coverage.text("store", "id")).isEqualTo(storeXml.text("id"));
        assertThat(layer.text("resource", "id")).isEqualTo(coverage.text("id"));
        assertThat(coverage.text("nativeCRS").orElseThrow()).startsWith("PROJCS[\"WGS 84 / UTM zone 12N\"");
        assertThat(coverage.text("srs")).contains("EPSG:32612");
        assertThat(coverage.text("nativeBoundingBox", "maxx")).contains("402880.0");
        assertThat(coverage.text("grid", "range", "high")).contains("96 96");
        assertThat(coverage.text("grid", "transform", "translateX")).contains("400015.0");
        List<XmlElement> bands = coverage.child("dimensions").orElseThrow().children("coverageDimension");
        assertThat(bands).hasSize(6);
        assertThat(bands.get(0).text("name")).contains("ece");
        assertThat(bands.get(0).text("unit")).contains("dS/m");
        assertThat(bands.get(0).text("nullValues", "double")).contains("NaN");
        assertThat(bands.get(0).text("dimensionType", "name")).contains("REAL_32BITS");
    }

    @Test
    void overwritingReplacesTheFileAndKeepsTheIdentifiers() throws Exception {
        Path first = publish("ece_2024", false);
        String id = coverageId();
        Path second = publish("ece_2024", true);
        assertThat(second).isNotEqualTo(first).exists();
        assertThat(first).doesNotExist();
        assertThat(coverageId()).isEqualTo(id);
        assertThat(catalog.find(NAME).orElseThrow().files()).containsExactly(second);
        assertNothingInProgress();
    }

    @Test
    void everythingWrongIsReportedAtOnceAndNothingIsTouched() throws Exception {
        Map<String, String> before = files();
        Path broken = Files.writeString(folder.resolve("broken.tif"), "not a tiff");
        NewLayer wrong = NewLayerBuilder.builder()
                .workspace("none")
                .name("../x")
                .title("")
                .description("")
                .keywords(List.of())
                .style("ece-classes")
                .moreStyles(List.of("nowhere"))
                .overwrite(false)
                .build();
        assertThatThrownBy(() -> publisher.publish(wrong, new LayerFiles(broken, null, List.of())))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> assertThat(e.problems())
                        .hasSize(4)
                        .anyMatch(problem -> problem.contains("layer name '../x' is not possible"))
                        .anyMatch(problem -> problem.contains("no workspace 'none'; there are deepsalt, sample"))
                        .anyMatch(problem -> problem.contains("no style 'nowhere'"))
                        .anyMatch(problem -> problem.contains("'broken.tif' is not a TIFF file")));
        assertThat(files()).isEqualTo(before);
        assertThat(broken).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a/b", "a:b", "styles", "StYLeS", "layergroups", "é", "a\u0000"})
    void namesAreChecked(String name) {
        NewLayer publication = TestData.publication(name, false);
        assertThatThrownBy(() -> publisher.requirePublishable(publication)).hasMessageContaining("is not possible");
    }

    @Test
    void anExistingLayerIsKeptUnlessOverwritingIsAskedFor() throws Exception {
        Path first = publish("ece_2024", false);
        Map<String, String> before = files();
        assertThatThrownBy(() -> publish("ece_2024", false)).hasMessageContaining("there is a layer '" + NAME);
        assertThatThrownBy(() -> publisher.requirePublishable(TestData.publication("ece_2024", false)))
                .hasMessageContaining("give another name, or say that it may be overwritten");
        publisher.requirePublishable(TestData.publication("ece_2024", true));
        assertThat(files()).isEqualTo(before);
        assertThat(first).exists();
    }

    @Test
    void layersOfOthersAreNotReplaced() throws Exception {
        Path truth = directory.resolve("data/sample-layers/truth/ece_truth.tif");
        TestData.write(truth, SampleType.FLOAT32, "nan", "EPSG:32612", new String[] {"ece"}, (b, x, y) -> 1);
        TestData.samples(directory.resolve("data/sample-layers/samples"));
        catalog.reload();
        for (String name : List.of("ece_truth", "ece_samples")) {
            NewLayer publication = NewLayerBuilder.builder()
                    .workspace("sample")
                    .name(name)
                    .title("")
                    .description("")
                    .keywords(List.of())
                    .style("ece-classes")
                    .moreStyles(List.of())
                    .overwrite(true)
                    .build();
            assertThatThrownBy(() -> publisher.requirePublishable(publication))
                    .hasMessageContaining("give another layer name");
        }
        assertThat(truth).exists();
    }

    @Test
    void aFailureInTheMiddleLeavesTheOldLayer() throws Exception {
        Path first = publish("ece_2024", false);
        Map<String, String> before = files();
        Path result = TestData.result(folder.resolve("result.tif"));
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> publisher.publish(
                        TestData.publication("ece_2024", true), new LayerFiles(result, missing, List.of())))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("nothing was published");
        assertThat(files()).isEqualTo(before);
        assertThat(catalog.find(NAME).orElseThrow().files()).containsExactly(first);
        assertNothingInProgress();
    }

    @Test
    void companionsComeWithTheImage() throws Exception {
        Map<String, String> before = files();
        Path result = TestData.result(folder.resolve("SPECTRAL_IMAGE.TIF"));
        Path metadata = Files.writeString(folder.resolve("METADATA.XML"), "<level_X/>");
        Path missing = folder.resolve("QL_QUALITY_CLOUD.TIF");
        LayerFiles broken = new LayerFiles(result, null, List.of(metadata, missing));
        assertThatThrownBy(() -> publisher.publish(TestData.publication("scene", false), broken))
                .hasMessageContaining("nothing was published");
        assertThat(files()).isEqualTo(before);
        assertNothingInProgress();
        Path again = TestData.result(folder.resolve("SPECTRAL_IMAGE.TIF"));
        Path beside = Files.writeString(folder.resolve("METADATA.XML"), "<level_X/>");
        Path image =
                publisher.publish(TestData.publication("scene", false), new LayerFiles(again, null, List.of(beside)));
        String name = image.getFileName().toString();
        assertThat(name).matches("scene-[0-9a-f]{12}-SPECTRAL_IMAGE\\.TIF");
        assertThat(image.resolveSibling(name.replace("SPECTRAL_IMAGE.TIF", "METADATA.XML")))
                .hasContent("<level_X/>");
        assertThat(new Publisher(catalog)).isNotNull();
        assertThat(image).exists();
    }

    @Test
    void aCrashBeforeTheChangeLeavesTheOldState() throws Exception {
        Path first = publish("ece_2024", false);
        Map<String, String> before = files();
        Path orphan = Files.writeString(first.resolveSibling("ece_2024-abc.tif"), "new");
        Staging staging = crash(List.of(first, orphan));
        Files.createDirectories(staging.store());
        Files.move(
                directory.resolve("workspaces/deepsalt/ece_2024"),
                staging.store().resolveSibling("old"));
        assertThat(Catalog.open(directory).find(NAME)).isEmpty();
        assertThat(new Publisher(catalog)).isNotNull();
        assertThat(files()).isEqualTo(before);
        assertThat(catalog.find(NAME)).isPresent();
        assertNothingInProgress();
    }

    @Test
    void aCrashAfterTheChangeLeavesTheNewState() throws Exception {
        Path first = publish("ece_2024", false);
        Map<String, String> before = files();
        Path old = Files.writeString(first.resolveSibling("ece_2024-abc.tif"), "old");
        Staging staging = crash(List.of(old, first));
        Files.createDirectories(staging.store().resolveSibling("old").resolve("ece_2024"));
        assertThat(new Publisher(catalog)).isNotNull();
        assertThat(files()).isEqualTo(before);
        assertNothingInProgress();
    }

    @Test
    void manyAtOncePublishOneAfterTheOther() throws Exception {
        int count = 6;
        for (int i = 0; i < count; i++) {
            TestData.result(folder.resolve("result" + i + ".tif"));
        }
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<Path>> published = IntStream.range(0, count)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return publisher.publish(
                                TestData.publication("ece_" + i / 2, true),
                                new LayerFiles(folder.resolve("result" + i + ".tif"), null, List.of()));
                    }))
                    .toList();
            start.countDown();
            for (Future<Path> one : published) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(catalog.layers()).extracting(Layer::name).containsExactly("ece_0", "ece_1", "ece_2");
        assertThat(files().keySet().stream().filter(name -> name.endsWith(".tif")))
                .hasSize(3);
        assertNothingInProgress();
    }

    private Path publish(String name, boolean overwrite) throws Exception {
        Path result = TestData.result(folder.resolve("result.tif"));
        return publisher.publish(TestData.publication(name, overwrite), new LayerFiles(result, null, List.of()));
    }

    private Staging crash(List<Path> files) throws Exception {
        return Staging.begin(
                new DataDirectory(directory), "crashed", directory.resolve("workspaces/deepsalt/ece_2024"), files);
    }

    private String coverageId() {
        return SafeXml.read(directory.resolve("workspaces/deepsalt/ece_2024/ece_2024/coverage.xml"))
                .text("id")
                .orElseThrow();
    }
}
