/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.train.TrainModelProcess;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.process.ProcessException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Requests that cannot be carried out: one clear sentence per problem, and nothing left. */
class BadInputTest {
    private static final AffineTransform PLACE = new AffineTransform(30, 0, 0, -30, 500000, 4300000);

    private static WorldCatalog catalog;

    @TempDir
    Path folder;

    private long before;

    @BeforeAll
    static void prepare() {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
    }

    @BeforeEach
    void count() throws IOException {
        before = runs();
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(runs()).isEqualTo(before);
    }

    private static long runs() throws IOException {
        try (Stream<Path> files = Files.list(catalog.results())) {
            return files.count();
        }
    }

    @Test
    void aCoverageWithoutWavelengths() throws Exception {
        assertRefused(scene(write("plain.tif", 3, new GdalMetadata())))
                .hasMessageContaining("layer 'bad' has 3 bands without wavelengths")
                .hasMessageContaining("METADATA.XML");
    }

    /** The catalog of this test keeps no series; the scene is not read before that is told. */
    @Test
    void aSeriesThatCannotBe() {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.series = "dates";
        request.time = "2025-07-11T10:20:30";
        request.layer = "single";
        assertThatThrownBy(request::run)
                .hasMessageContaining("layer and series are both given")
                .hasMessageContaining("time is '2025-07-11T10:20:30', wanted a time with its offset from UTC")
                .hasMessageContaining("this host keeps no series of maps: publish the map as a layer of its own");
    }

    @Test
    void aSceneThatLacksBandsOfTheModel() throws Exception {
        GdalMetadata metadata = new GdalMetadata();
        for (int band = 0; band < 3; band++) {
            metadata.put(band, "wavelength", String.valueOf(500 + 100 * band));
        }
        assertRefused(scene(write("three.tif", 3, metadata)))
                .hasMessageContaining("layer 'bad': ")
                .hasMessageContaining("of the 218 bands that the model wants are missing")
                .hasMessageContaining("among the 3 bands offered");
    }

    @Test
    void aBandCountThatContradictsTheMetadata() throws Exception {
        Path image = write("X-SPECTRAL_IMAGE.TIF", 3, new GdalMetadata());
        EnmapProduct product = EnmapProduct.at(catalog.file("scene"));
        Files.copy(product.metadata().orElseThrow(), folder.resolve("X-METADATA.XML"));
        assertRefused(scene(image)).hasMessageContaining("has 3 bands but its metadata describe 224");
    }

    @Test
    void metadataWithADoctype() throws Exception {
        Path image = write("Y-SPECTRAL_IMAGE.TIF", 3, new GdalMetadata());
        Files.writeString(
                folder.resolve("Y-METADATA.XML"), "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><x>&e;</x>");
        assertRefused(scene(image)).hasMessageContaining("DOCTYPE");
    }

    @Test
    void aTruncatedTiff() throws Exception {
        byte[] bytes = Files.readAllBytes(catalog.file("scene"));
        Path cut = Files.write(folder.resolve("cut.tif"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(scene(cut)).hasMessageContaining("'cut.tif' is cut off: block");
        Path stub = Files.write(folder.resolve("stub.tif"), Arrays.copyOf(bytes, 100));
        assertRefused(scene(stub)).hasMessageContaining("cannot be read as TIFF");
        Path text = Files.writeString(folder.resolve("text.tif"), "this is no picture at all");
        assertRefused(scene(text)).hasMessageContaining("is not a TIFF file");
    }

    @Test
    void aRegionOutsideTheScene() throws ParseException {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.region = new WKTReader().read("POLYGON((10 50, 11 50, 11 51, 10 51, 10 50))");
        assertRefused(request).hasMessageContaining("the region lies outside the scene, which covers");
        request.region = new WKTReader().read("POINT(10 50)");
        assertRefused(request).hasMessageContaining("the region is a Point, wanted a polygon");
    }

    @Test
    void aCovariateThatCoversHalfTheScene() throws Exception {
        AffineTransform scene = sceneTransform();
        AffineTransform coarse = new AffineTransform(
                30.0 * WorldCatalog.SIZE / 20,
                0,
                0,
                -30.0 * WorldCatalog.SIZE / 10,
                scene.getTranslateX(),
                scene.getTranslateY());
        catalog.add("half", write("half.tif", 1, new GdalMetadata(), 10, 10, coarse));
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.covariates = with("sand=half");
        assertRefused(request).hasMessageMatching("covariate 'sand': layer 'half' covers (49|50|51) % of the area.*");
    }

    @Test
    void covariatesBesideTheSceneOrWithoutAPlace() throws Exception {
        AffineTransform elsewhere = new AffineTransform(30, 0, 0, -30, 100_000, 1_000_000);
        catalog.add("elsewhere", write("elsewhere.tif", 1, new GdalMetadata(), 10, 10, elsewhere));
        catalog.add("placeless", write("placeless.tif", 1, new GdalMetadata(), new Grid(20, 20, PLACE, null)));
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.covariates = with("sand=elsewhere");
        assertRefused(request)
                .hasMessageContaining("covariate 'sand': layer 'elsewhere' covers 0 % of the area to be estimated");
        request.covariates = with("sand=placeless");
        assertRefused(request)
                .hasMessageContaining(
                        "covariate 'sand': layer 'placeless' has no coordinate reference system: give it");
    }

    @Test
    void covariatesThatAreMissingUnknownTwiceOrUnreadable() {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.covariates = new String[] {
            "sand=soil",
            "sand=3",
            "clay=",
            "tmin=climate",
            "tmax=climate",
            "tavg=nowhere",
            "pmin=climate",
            "pmax=climate",
            "silt=1",
            "pavg=NaN"
        };
        assertRefused(request)
                .hasMessageContaining("covariate 'sand' is given twice")
                .hasMessageContaining("covariate 'clay=' is not understood, wanted name=layer, name=number, or a layer")
                .hasMessageContaining("covariate 'silt' is not one of the model's")
                .hasMessageContaining("there is no layer 'nowhere'")
                .hasMessageContaining("'NaN' is not a number that can be used");
    }

    @Test
    void whatIsWrongWithSeveralCovariatesIsToldOnce() {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.covariates = new String[] {"sand=nowhere clay=nowhere", "climate"};
        assertRefused(request).hasMessage("covariate 'sand', 'clay': there is no layer 'nowhere'");
    }

    @Test
    void aLayerAloneWhoseBandsAreNoCovariates() {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.covariates = new String[] {"soil", "climate", "truth"};
        assertRefused(request)
                .hasMessageMatching(
                        "covariate 'truth': none of the bands of the layer \\(.+\\) is named after a covariate"
                                + " of the model, which are sand, clay, .+: give name=truth, or name its bands in.+");
    }

    @Test
    void everythingIsToldAtOnce() {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.enmap = "nowhere";
        request.model = "none";
        request.confidence = 2.0;
        request.layer = "a/b";
        assertRefused(request)
                .hasMessageContaining("confidence is 2.0, wanted 0.5 to 0.99")
                .hasMessageContaining("layer name 'a/b' is not possible")
                .hasMessageContaining("there is no model 'none'")
                .hasMessageContaining("there is no layer 'nowhere'");
    }

    @Test
    void aTrainingThatCannotBe() {
        assertThatThrownBy(() -> new TrainModelProcess(catalog, Requests.SETTINGS)
                        .execute(
                                "Not An Id",
                                new String[] {"no library"},
                                new String[] {"nowhere"},
                                null,
                                "samples",
                                "source",
                                null,
                                "9,3",
                                null,
                                null,
                                -3.0,
                                "ppm",
                                "1:3",
                                null,
                                "best",
                                null,
                                99.0,
                                null,
                                null,
                                "north",
                                5,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("model id 'Not An Id' is not allowed")
                .hasMessageContaining("preset is 'best', wanted one of default, paper")
                .hasMessageContaining("pairingDistance is 99.0 km, wanted 0.01 to 50")
                .hasMessageContaining("maxDepth is -3.0 cm, wanted more than 0 and at most 1000")
                .hasMessageContaining("ecUnit is 'ppm', wanted one of dS/m, mS/cm, mmho/cm, mS/m, uS/cm")
                .hasMessageContaining("ecExtract is '1:3', wanted one of saturated paste, 1:2, 1:2.5, 1:5")
                .hasMessageContaining("unlabelled is 5, wanted 100 to 100000")
                .hasMessageContaining("there is no library 'no library'")
                .hasMessageContaining("targetRange is '9,3', wanted minimum,maximum in dS/m with 0 < minimum < maximum")
                .hasMessageContaining("no point with a number in attribute 'source', which is 'synthetic' at the first")
                .hasMessageContaining("holdout is 'north' but split is RANDOM")
                .hasMessageContaining("there is no layer 'nowhere'");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
            Requests.Estimate request) {
        return assertThatThrownBy(request::run).isInstanceOf(ProcessException.class);
    }

    private static Requests.Estimate scene(Path file) {
        catalog.add("bad", file);
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.enmap = "bad";
        request.covariates =
                new String[] {"sand=1", "clay=1", "tmin=1", "tmax=1", "tavg=1", "pmin=1", "pmax=1", "pavg=1"};
        return request;
    }

    private static String[] with(String changed) {
        String name = changed.substring(0, changed.indexOf('=') + 1);
        return Stream.of(WorldCatalog.covariates())
                .map(covariate -> covariate.startsWith(name) ? changed : covariate)
                .toArray(String[]::new);
    }

    private static AffineTransform sceneTransform() throws IOException {
        try (RasterLayer layer = catalog.raster("scene")) {
            return org.deepsalt.raster.coverage.RasterSource.gridOf(layer.reader())
                    .toCrs();
        }
    }

    private Path write(String name, int bands, GdalMetadata metadata) throws IOException, FactoryException {
        return write(name, bands, metadata, 20, 20, PLACE);
    }

    private Path write(String name, int bands, GdalMetadata metadata, int width, int height, AffineTransform place)
            throws IOException, FactoryException {
        return write(name, bands, metadata, new Grid(width, height, place, CRS.decode("EPSG:32612", true)));
    }

    private Path write(String name, int bands, GdalMetadata metadata, Grid grid) throws IOException {
        Path file = folder.resolve(name);
        TiffLayout layout = new TiffLayout(grid.width(), grid.height(), bands, SampleType.INT16, 32, true);
        try (TiledTiffWriter writer =
                new TiledTiffWriter(file, layout, new GeoTiffTags(grid, "-32768", metadata), List.of())) {
            float[] samples = new float[bands * 32 * 32];
            Arrays.fill(samples, 2000);
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }
}
