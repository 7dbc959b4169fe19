/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Point2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.deepsalt.model.Progress;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.world.region.Place;
import org.deepsalt.world.region.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What a world of the usual size holds. */
class WorldContentTest {
    private static final int SIZE = 128;
    private static final float NO_DATA = -32768;

    @TempDir
    static Path folder;

    private static WorldFiles world;
    private static Image scene;
    private static Image truth;

    @BeforeAll
    static void makeWorld() throws Exception {
        world = SampleWorld.write(new WorldOptions(SIZE, 7, folder.resolve("world")), Progress.SILENT);
        scene = Image.read(product("SPECTRAL_IMAGE.TIF"));
        truth = Image.read(world.truth());
    }

    private static Path product(String suffix) {
        String metadata = world.enmap().getFileName().toString();
        return world.enmap().resolveSibling(metadata.replace("METADATA.XML", suffix));
    }

    @Test
    void spectralImageIsTheProductsOwn() {
        assertThat(scene.epsg()).isEqualTo(32612);
        assertThat(scene.envelope().getMinimum(0)).isEqualTo(577_920 - 30 * SIZE / 2.0);
        assertThat(scene.envelope().getMaximum(1)).isEqualTo(4_317_300 + 30 * SIZE / 2.0);
        assertThat(scene.envelope().getSpan(0)).isEqualTo(30.0 * SIZE);
        assertThat(scene.raster().getNumBands()).isEqualTo(224);
        assertThat(scene.sampleBits()).isEqualTo(16);
        TiffFile tiff = TiffFile.open(product("SPECTRAL_IMAGE.TIF"));
        assertThat(tiff.noData()).contains((double) NO_DATA);
        assertThat(tiff.gdalMetadata().get(0, "wavelength")).contains("418.24");
        assertThat(tiff.gdalMetadata().get(223, "fwhm")).contains("7.1581");
        assertThat(tiff.gdalMetadata().get(9, "wavelength_units")).contains("Nanometers");
        assertThat(tiff.gdalMetadata().get("comment").orElseThrow()).contains("SYNTHETIC");
    }

    @Test
    void bandsInDeepWaterVapourAreFilledAndAllOthersPlausible() throws Exception {
        Image classes = quality("CLASSES");
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                boolean background = classes.at(column, row, 0) == 3;
                for (int band = 0; band < 224; band++) {
                    float number = scene.at(column, row, band);
                    if (background || (band >= 129 && band < 135)) {
                        assertThat(number).isEqualTo(NO_DATA);
                    } else {
                        assertThat(number).isBetween(-500f, 12_000f);
                    }
                }
            }
        }
    }

    @Test
    void everyKindOfGroundAndSkyIsThere() throws Exception {
        assertThat(values(quality("CLASSES"))).containsExactly(1, 2, 3);
        assertThat(values(quality("CLOUD"))).containsExactly(0, 1);
        assertThat(values(quality("CLOUDSHADOW"))).containsExactly(0, 1);
        assertThat(values(quality("HAZE"))).containsExactly(0, 1);
        assertThat(values(quality("CIRRUS"))).containsExactly(0, 1, 2);
        assertThat(values(quality("SNOW"))).containsExactly(0);
        assertThat(values(quality("TESTFLAGS"))).contains(0, 1, 3).containsAnyOf(4, 8);
        assertThat(values(Image.read(product("QL_PIXELMASK.TIF")))).containsExactly(0, 1);
        assertThat(count(0.6, 1)).as("pixels with NDVI above 0.6").isGreaterThan(500);
        assertThat(count(-1, 0.24)).as("pixels with NDVI below 0.24").isGreaterThan(SIZE * SIZE / 3);
    }

    @Test
    void cloudsAreBrightAndShadowsDark() throws Exception {
        Image cloud = quality("CLOUD");
        Image shadow = quality("CLOUDSHADOW");
        double bright = meanAt850(cloud);
        double dark = meanAt850(shadow);
        assertThat(bright).isGreaterThan(4500);
        assertThat(dark).isLessThan(2000);
    }

    private static double meanAt850(Image flag) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                if (flag.at(column, row, 0) == 1) {
                    sum += scene.at(column, row, 70);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private static Image quality(String layer) throws Exception {
        return Image.read(product("QL_QUALITY_" + layer + ".TIF"));
    }

    private static Set<Integer> values(Image image) {
        Set<Integer> values = new TreeSet<>();
        for (int band = 0; band < image.raster().getNumBands(); band++) {
            for (int sample : image.raster().getSamples(0, 0, SIZE, SIZE, band, (int[]) null)) {
                values.add(sample);
            }
        }
        return values;
    }

    /** Pixels of land whose NDVI lies in a range. */
    private static int count(double least, double most) throws Exception {
        Image classes = quality("CLASSES");
        int count = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double ndvi = ndvi(column, row);
                count += classes.at(column, row, 0) == 1 && ndvi > least && ndvi < most ? 1 : 0;
            }
        }
        return count;
    }

    private static double ndvi(int column, int row) {
        float red = scene.at(column, row, 45);
        float infrared = scene.at(column, row, 64);
        return (infrared - red) / (infrared + red);
    }

    @Test
    void truthIsMissingOnWaterOnly() throws Exception {
        Image classes = quality("CLASSES");
        double[] ece = new double[SIZE * SIZE];
        int count = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                float value = truth.at(column, row, 0);
                if (classes.at(column, row, 0) != 3) {
                    assertThat(Float.isNaN(value)).isEqualTo(classes.at(column, row, 0) == 2);
                }
                if (!Float.isNaN(value)) {
                    assertThat(value).isBetween(0.01f, 77f);
                    ece[count++] = value;
                }
            }
        }
        double[] sorted = Arrays.stream(ece, 0, count).sorted().toArray();
        assertThat(sorted[count / 10]).isLessThan(1);
        assertThat(sorted[count * 9 / 10]).isGreaterThan(4);
    }

    @Test
    void metadataHaveTheElementsOfTheMission() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(world.enmap().toFile());
        XPath path = XPathFactory.newInstance().newXPath();
        Map<String, String> wanted = new HashMap<>();
        wanted.put("base/level", "L2A");
        wanted.put("base/format", "ENMAP_L2A");
        wanted.put("base/temporalCoverage/startTime", "2024-08-15T18:21:44.000000Z");
        wanted.put("count(base/spatialCoverage/boundingPolygon/point)", "6");
        wanted.put("specific/missionPhase", "SYNTHETIC");
        wanted.put("specific/widthOfOrthoScene", "128");
        wanted.put("specific/heightOfOrthoScene", "128");
        wanted.put("specific/qualityFlag/snowCover", "0");
        wanted.put("specific/vnirProductQuality/numChannelsExpected", "91");
        wanted.put("specific/swirProductQuality/numChannelsExpected", "133");
        wanted.put("substring(specific/swirProductQuality/expectedChannelsList, 1, 17)", "80,83,85,87,89,91");
        wanted.put("count(specific/bandCharacterisation/bandID)", "224");
        wanted.put("specific/bandCharacterisation/bandID[@number='1']/wavelengthCenterOfBand", "418.24");
        wanted.put("specific/bandCharacterisation/bandID[@number='224']/FWHMOfBand", "7.1581");
        wanted.put("specific/bandCharacterisation/bandID[@number='7']/GainOfBand", "0.0001");
        wanted.put("specific/bandCharacterisation/bandID[@number='7']/OffsetOfBand", "0");
        wanted.put("product/image/merge/channels", "224");
        wanted.put(
                "product/image/merge/name",
                product("SPECTRAL_IMAGE.TIF").getFileName().toString());
        wanted.put("product/ortho/projection", "UTM_Zone12_North");
        wanted.put("product/bandStatistics/bandID[@number='130']/mean", "-1000000");
        wanted.put("product/bandStatistics/bandID[@number='135']/stdDeviation", "0");
        wanted.put("count(product/productFileInformation/file)", "9");
        for (Map.Entry<String, String> element : wanted.entrySet()) {
            assertThat(path.evaluate(element.getKey(), document.getDocumentElement()))
                    .as(element.getKey())
                    .isEqualTo(element.getValue());
        }
        assertThat(Double.parseDouble(path.evaluate(
                        "product/bandStatistics/bandID[@number='1']/mean", document.getDocumentElement())))
                .isBetween(0.03, 0.2);
        assertThat(Integer.parseInt(path.evaluate("specific/qualityFlag/cloudCover", document.getDocumentElement())))
                .isBetween(1, 15);
    }

    @Test
    void covariatesCoverTheSceneOnOtherGrids() throws Exception {
        Place basin = Region.BASIN.place();
        for (Map.Entry<Path, Integer> map :
                Map.of(world.soil(), 4326, world.climate(), 5070).entrySet()) {
            Image image = Image.read(map.getKey());
            assertThat(image.epsg()).isEqualTo(map.getValue());
            Place.Projection projection = basin.to("EPSG:" + map.getValue());
            for (double[] corner : new double[][] {{-1920, -1920}, {1920, 1920}, {-1920, 1920}, {1920, -1920}}) {
                assertThat(image.at(projection.of(corner[0], corner[1]), 0)).isFinite();
            }
            assertThat(image.width()).isBetween(8, 60);
        }
        assertThat(TiffFile.open(world.soil()).gdalMetadata().descriptions(2)).containsExactly("sand", "clay");
        assertThat(TiffFile.open(world.climate()).gdalMetadata().descriptions(6))
                .containsExactly("tmin", "tmax", "tavg", "pmin", "pmax", "pavg");
    }

    @Test
    void samplesLieOnBareSoilAndKnowItsSalinity() throws Exception {
        Place.Projection geographic = Region.BASIN.place().to("EPSG:4326");
        JsonNode features =
                new ObjectMapper().readTree(world.samples().toFile()).get("features");
        assertThat(features).hasSize(420);
        Image defects = Image.read(product("QL_PIXELMASK.TIF"));
        double squares = 0;
        for (JsonNode feature : features) {
            JsonNode at = feature.get("geometry").get("coordinates");
            Point2D.Double place =
                    geographic.back(at.get(0).asDouble(), at.get(1).asDouble());
            int column = (int) Math.floor(place.x / 30 + SIZE / 2.0);
            int row = (int) Math.floor(SIZE / 2.0 - place.y / 30);
            assertThat(ndvi(column, row)).isLessThan(0.24);
            for (String layer : List.of("CLOUD", "CLOUDSHADOW", "HAZE", "CIRRUS", "TESTFLAGS")) {
                assertThat(masks().get(layer).at(column, row, 0)).isZero();
            }
            assertThat(defects.at(column, row, 100)).isZero();
            JsonNode properties = feature.get("properties");
            assertThat(properties.get("source").asText()).isEqualTo("synthetic");
            assertThat(properties.get("sand").asDouble()
                            + properties.get("clay").asDouble())
                    .isLessThan(100);
            double error = Math.log(properties.get("ece").asDouble() / truth.at(column, row, 0));
            squares += error * error / features.size();
        }
        assertThat(Math.sqrt(squares)).isBetween(0.03, 0.25);
    }

    private static final Map<String, Image> MASKS = new HashMap<>();

    private static Map<String, Image> masks() throws Exception {
        if (MASKS.isEmpty()) {
            for (String layer : List.of("CLOUD", "CLOUDSHADOW", "HAZE", "CIRRUS", "TESTFLAGS")) {
                MASKS.put(layer, quality(layer));
            }
        }
        return MASKS;
    }

    @Test
    void bothFilesOfSamplesAgree() throws Exception {
        List<String> lines = Files.readAllLines(world.sampleProperties());
        assertThat(lines.get(0))
                .isEqualTo("_=id:String,ece:Double,soc:Double,sand:Double,clay:Double,date:String,source:String,"
                        + "geom:Point:srid=4326");
        JsonNode features =
                new ObjectMapper().readTree(world.samples().toFile()).get("features");
        assertThat(lines).hasSize(features.size() + 1);
        for (int i = 0; i < features.size(); i++) {
            JsonNode p = features.get(i).get("properties");
            JsonNode at = features.get(i).get("geometry").get("coordinates");
            String[] fields = lines.get(i + 1).split("[=|]", -1);
            assertThat(fields[0]).isEqualTo("ece_samples." + p.get("id").asText());
            assertThat(fields[1]).isEqualTo(p.get("id").asText());
            assertThat(Double.parseDouble(fields[2])).isEqualTo(p.get("ece").asDouble());
            assertThat(Double.parseDouble(fields[3])).isEqualTo(p.get("soc").asDouble());
            assertThat(Double.parseDouble(fields[4])).isEqualTo(p.get("sand").asDouble());
            assertThat(Double.parseDouble(fields[5])).isEqualTo(p.get("clay").asDouble());
            assertThat(fields[6]).isEqualTo(p.get("date").asText());
            assertThat(fields[8].split("[( )]+", -1))
                    .startsWith(
                            "POINT",
                            String.format(
                                    java.util.Locale.ROOT, "%.6f", at.get(0).asDouble()));
        }
    }

    @Test
    void libraryHasOneSpectrumPerRow() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(world.library())), StandardCharsets.US_ASCII))) {
            String[] header = lines.readLine().split(",", -1);
            assertThat(header).hasSize(8 + Wavenumbers.BRUKER.count());
            assertThat(header)
                    .startsWith(
                            "id",
                            "longitude",
                            "latitude",
                            "depth_top_cm",
                            "depth_bottom_cm",
                            "ec_dS_m",
                            "ec_extract",
                            "soc_g_kg")
                    .endsWith("4001.6");
            assertThat(header[8]).isEqualTo("599.8");
            List<String> rows = lines.lines().toList();
            assertThat(rows).hasSize(320);
            for (String row : rows) {
                String[] fields = row.split(",", -1);
                assertThat(fields).hasSize(header.length);
                assertThat(fields[6]).isEqualTo("saturated_paste");
                assertThat(Double.parseDouble(fields[5])).isBetween(0.01, 90.0);
                assertThat(Double.parseDouble(fields[7])).isBetween(1.0, 60.0);
                assertThat(Double.parseDouble(fields[1])).isCloseTo(-110.1, within(0.04));
                assertThat(Stream.of(fields).skip(8)).allMatch(text -> text.matches("-?[0-9]\\.[0-9]{4}"));
            }
        }
    }
}
