/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.catalog.PointLayer.PointFeature;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    @TempDir
    Path folder;

    private Path directory;

    @BeforeEach
    void copySkeleton() throws Exception {
        directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
    }

    @Test
    void theDirectoryThatWeShipIsRead() {
        Catalog catalog = Catalog.open(directory);
        assertThat(catalog.workspaces()).containsExactly("deepsalt", "sample");
        assertThat(catalog.defaultWorkspace()).isEqualTo("deepsalt");
        assertThat(catalog.style(null, "ece-classes")).isPresent();
        assertThat(catalog.style("deepsalt", "sample-points")).isPresent();
        assertThat(catalog.style("deepsalt", "none")).isEmpty();
        assertThat(catalog.service("WMS").title()).isEqualTo("Soil salinity maps");
        assertThat(catalog.service("wms").limit("maxRequestMemory")).contains(65536L);
        assertThat(catalog.service("wps").settings()).containsEntry("remoteInputDisabled", "true");
        assertThat(catalog.service("wfs")).isEqualTo(ServiceMetadata.NONE);
        assertThat(catalog.contact().organization()).isEqualTo("DeepSalt");
        assertThat(catalog.layers()).isEmpty();
    }

    @Test
    void layersWithoutDataAreReportedAndLeftOut() {
        assertThat(Catalog.open(directory).warnings()).hasSize(5).anySatisfy(warning -> assertThat(warning)
                .startsWith("workspaces/sample/ece_truth/ece_truth/coverage.xml is left out: there is no file")
                .endsWith("data/sample-layers/truth/ece_truth.tif'"));
    }

    @Test
    void whoAsksForALayerThatWasLeftOutIsToldSo() {
        Catalog catalog = Catalog.open(directory);
        assertThat(catalog.absence(null, "sample:soil")).contains("left out").doesNotContain(directory.toString());
        assertThat(catalog.absence("sample", "soil")).contains("left out");
        assertThat(catalog.absence("deepsalt", "soil")).isEqualTo("there is no layer 'soil' in workspace 'deepsalt'");
        assertThat(catalog.absence(null, "soil")).isEqualTo("there is no layer 'soil'");
    }

    @Test
    void aRasterLayerKnowsItsBandsAndPlace() throws Exception {
        TestData.write(truth(), SampleType.FLOAT32, "nan", "EPSG:32612", new String[] {"other"}, (b, x, y) -> 1);
        Catalog catalog = Catalog.open(directory);
        RasterLayer layer = (RasterLayer) catalog.find("sample:ece_truth").orElseThrow();
        assertThat(layer.info().title()).isEqualTo("True soil salinity");
        assertThat(layer.info().keywords()).contains("ECe");
        assertThat(layer.info().defaultStyle()).isEqualTo("ece-classes");
        assertThat(layer.info().styles()).containsExactly("ece-ramp");
        assertThat(layer.bands()).containsExactly(new BandInfo("ece", "dS/m"));
        assertThat(layer.band("ece")).hasValue(0);
        assertThat(layer.band("1")).hasValue(0);
        assertThat(layer.band("2")).isEmpty();
        assertThat(layer.srs()).isEqualTo("EPSG:32612");
        assertThat(layer.bounds().getMinX()).isEqualTo(TestData.WEST);
        assertThat(layer.bounds().getMaxY()).isEqualTo(TestData.NORTH);
        assertThat(layer.geographicBounds().getMinX()).isBetween(-112.17, -112.16);
        assertThat(layer.geographicBounds().getMaxY()).isBetween(39.74, 39.75);
        assertThat(catalog.find("ece_truth")).isEmpty();
        assertThat(catalog.find("sample", "ece_truth")).contains(layer);
        assertThat(catalog.find("sample", "sample:ece_truth")).contains(layer);
        assertThat(catalog.find("deepsalt", "sample:ece_truth")).isEmpty();
    }

    @Test
    void aPointLayerKnowsItsRows() throws Exception {
        TestData.samples(directory.resolve("data/sample-layers/samples"));
        PointLayer layer =
                (PointLayer) Catalog.open(directory).find("sample:ece_samples").orElseThrow();
        assertThat(layer.attributes()).containsExactly("id", "ece", "depth");
        assertThat(layer.features()).hasSize(3);
        PointFeature second = layer.features().get(1);
        assertThat(second.id()).isEqualTo("ece_samples.2");
        assertThat(second.values())
                .containsEntry("id", "b | c")
                .containsEntry("ece", null)
                .containsEntry("depth", 20L);
        assertThat(second.x()).isEqualTo(-112.15);
        assertThat(layer.features().get(2).values()).containsEntry("id", "ğ");
        assertThat(layer.srs()).isEqualTo("EPSG:4326");
        assertThat(layer.bounds().getMinY()).isEqualTo(39.73);
    }

    @Test
    void aCrsThatTheCatalogForcesGoesBeforeTheOneOfTheFile() throws Exception {
        TestData.write(truth(), SampleType.FLOAT32, "nan", "EPSG:32613", new String[] {"ece"}, (b, x, y) -> 1);
        assertThat(Catalog.open(directory)
                        .find("sample:ece_truth")
                        .orElseThrow()
                        .srs())
                .isEqualTo("EPSG:32613");
        Path coverage = directory.resolve("workspaces/sample/ece_truth/ece_truth/coverage.xml");
        Files.writeString(coverage, Files.readString(coverage).replace("REPROJECT_TO_DECLARED", "FORCE_DECLARED"));
        RasterLayer forced =
                (RasterLayer) Catalog.open(directory).find("sample:ece_truth").orElseThrow();
        assertThat(forced.srs()).isEqualTo("EPSG:32612");
        assertThat(forced.source().reader().getCoordinateReferenceSystem()).isEqualTo(forced.crs());
    }

    @Test
    void aFileWithoutCrsTakesTheOneOfTheCatalog() throws Exception {
        TestData.write(truth(), SampleType.FLOAT32, "nan", null, new String[] {"ece"}, (b, x, y) -> 1);
        assertThat(Catalog.open(directory)
                        .find("sample:ece_truth")
                        .orElseThrow()
                        .srs())
                .isEqualTo("EPSG:32612");
    }

    @ParameterizedTest
    @CsvSource({
        "coveragestore.xml, <enabled>true, <enabled>false, ",
        "ece_truth/layer.xml, <name>ece_truth, <enabled>false</enabled><name>x, ",
        "coveragestore.xml, <type>GeoTIFF, <type>ImageMosaic, the store has type",
        "coveragestore.xml, file:data, http://data, this host reads files only",
        "ece_truth/coverage.xml, <coverage>, <!DOCTYPE a><coverage>, DOCTYPE is disallowed",
        "ece_truth/coverage.xml, </coverage>, </other>, is not well-formed XML",
        "ece_truth/coverage.xml, EPSG:32612, EPSG:1, 'EPSG:1' is no known coordinate reference system"
    })
    void anEntryThatCannotBeServedDoesNotHurtTheOthers(String file, String from, String to, String reason)
            throws Exception {
        TestData.write(truth(), SampleType.FLOAT32, "nan", "EPSG:32612", new String[] {"ece"}, (b, x, y) -> 1);
        TestData.samples(directory.resolve("data/sample-layers/samples"));
        Path path = directory.resolve("workspaces/sample/ece_truth").resolve(file);
        Files.writeString(path, Files.readString(path).replace(from, to));
        Catalog catalog = Catalog.open(directory);
        assertThat(catalog.layers()).extracting(Layer::prefixedName).containsExactly("sample:ece_samples");
        String warnings = String.join("\n", catalog.warnings());
        if (reason == null) {
            assertThat(warnings).doesNotContain("ece_truth");
        } else {
            assertThat(warnings).contains("ece_truth/coverage.xml is left out", reason);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ece_samples.1=a|4.25|10|POINT (1 2); line 1 has values before the header",
                "_=id:String,ece:Double; line 1 has no column of type Point",
                "_=ece:Double,geom:Point~x=1; line 2 has 1 values, the header has 2",
                "_=ece:Double,geom:Point~x=high|POINT (1 2); line 2 has ece 'high', wanted a number of type Double",
                "_=ece:Double,geom:Point~x=1|LINESTRING (1 2, 3 4); line 2 has the place",
                "_=ece:Double,geom:Point~x=1|POINT; line 2 has the place 'POINT'",
                "_=ece:Double,geom:Point~nothing; line 2 is 'nothing', wanted id=value|value",
                "! nothing; has no header such as"
            })
    void aBrokenPointFileIsReportedWithItsLine(String text, String reason) throws Exception {
        Path samples = Files.createDirectories(directory.resolve("data/sample-layers/samples"));
        Files.writeString(samples.resolve("ece_samples.properties"), text.replace('~', '\n'), StandardCharsets.UTF_8);
        assertThat(String.join("\n", Catalog.open(directory).warnings())).contains(reason);
    }

    @Test
    void aReloadSeesWhatChanged() throws Exception {
        Path points = TestData.samples(directory.resolve("data/sample-layers/samples"));
        Catalog catalog = Catalog.open(directory);
        Layer before = catalog.find("sample:ece_samples").orElseThrow();
        Files.write(points, List.of("ece_samples.4=d|1|40|POINT (-112 39.7)"), StandardOpenOption.APPEND);
        assertThat(catalog.find("sample:ece_samples").orElseThrow()).isSameAs(before);
        catalog.reload();
        assertThat(((PointLayer) catalog.find("sample:ece_samples").orElseThrow()).features())
                .hasSize(4);
        assertThat(((PointLayer) before).features()).hasSize(3);
    }

    @Test
    void thereMustBeADirectory() {
        assertThatThrownBy(() -> Catalog.open(folder.resolve("none")))
                .hasMessageContaining("there is no data directory");
    }

    private Path truth() {
        return directory.resolve("data/sample-layers/truth/ece_truth.tif");
    }
}
