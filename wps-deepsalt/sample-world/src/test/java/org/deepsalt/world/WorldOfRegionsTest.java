/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.geom.Point2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.world.maps.PointFiles;
import org.deepsalt.world.region.Place;
import org.deepsalt.world.region.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world of three regions: the first two are labelled, the third is not. */
class WorldOfRegionsTest {
    private static final int SIZE = 40;
    private static final long SEED = 5;
    private static final int SPECTRA = 21;
    private static final int SAMPLES = 31;

    @TempDir
    static Path folder;

    private static WorldFiles world;
    private static List<Double> progress;

    @BeforeAll
    static void makeWorld() throws IOException {
        progress = new ArrayList<>();
        world = SampleWorld.write(options("world"), 1, (fraction, task) -> progress.add(fraction));
    }

    private static WorldOptions options(String name) {
        return new WorldOptions(3, SIZE, SEED, SPECTRA, SAMPLES, folder.resolve(name));
    }

    @Test
    void everyRegionHasAFolderAndTheSamplesAreShared() {
        assertThat(world.regions())
                .extracting(RegionFiles::region)
                .containsExactly(Region.BASIN, Region.BADLAND, Region.SANDSTONE);
        for (RegionFiles region : world.regions()) {
            Path own = world.folder().resolve(region.region().id());
            assertThat(region.enmap()).exists().hasParent(own.resolve("enmap"));
            assertThat(region.soil()).exists().hasParent(own.resolve("covariates"));
            assertThat(region.climate()).exists().hasParent(own.resolve("covariates"));
            assertThat(region.truth()).exists().isEqualTo(own.resolve("truth/ece_truth.tif"));
        }
        assertThat(world.library()).exists().isEqualTo(world.folder().resolve("library/ftir.csv.gz"));
        assertThat(world.samples()).exists().isEqualTo(world.folder().resolve("samples/ece_samples.geojson"));
        assertThat(world.unseen().orElseThrow().geoJson())
                .exists()
                .isEqualTo(world.folder().resolve("samples/unseen.geojson"));
        assertThat(world.folder().resolve("README.md"))
                .content()
                .contains("SYNTHETIC", "3 regions", "sandstone", "NEVER LABELLED");
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void equalOptionsMakeEqualFilesWhateverTheThreads() throws IOException {
        WorldFiles again = SampleWorld.write(options("again"), 3, Progress.SILENT);
        List<Path> files = filesIn(world.folder());
        assertThat(files).hasSize(3 * 13 + 6).isEqualTo(filesIn(again.folder()));
        for (Path file : files) {
            assertThat(again.folder().resolve(file))
                    .hasSameBinaryContentAs(world.folder().resolve(file));
        }
    }

    @Test
    void theFirstRegionIsTheWorldOfOneRegion() throws IOException {
        WorldFiles one = SampleWorld.write(new WorldOptions(SIZE, SEED, folder.resolve("one")), Progress.SILENT);
        Path basin = world.folder().resolve("basin");
        List<Path> files = filesIn(basin);
        assertThat(files).hasSize(13);
        for (Path file : files) {
            assertThat(basin.resolve(file)).hasSameBinaryContentAs(one.folder().resolve(file));
        }
        assertThat(one.unseen()).isEmpty();
        assertThat(libraryRows(one.library()).subList(0, 11))
                .isEqualTo(libraryRows(world.library()).subList(0, 11));
    }

    /** Sums over the values, not the files, whose compression differs from one Java to another. */
    @Test
    void aWorldOfOneRegionIsWhatItAlwaysWas() throws Exception {
        WorldFiles one = SampleWorld.write(new WorldOptions(48, SEED, folder.resolve("always")), Progress.SILENT);
        Path image = one.enmap()
                .resolveSibling(one.enmap().getFileName().toString().replace("METADATA.XML", "SPECTRAL_IMAGE.TIF"));
        List<Long> sums = new ArrayList<>();
        for (Path map : List.of(image, one.soil(), one.climate(), one.truth())) {
            sums.add(sumOfPixels(map));
        }
        for (Path text : List.of(one.enmap(), one.samples(), one.sampleProperties())) {
            sums.add(sum(Files.readAllBytes(text)));
        }
        try (InputStream library = new GZIPInputStream(Files.newInputStream(one.library()))) {
            sums.add(sum(library.readAllBytes()));
        }
        assertThat(sums)
                .containsExactly(
                        2761018551L,
                        1886027152L,
                        1044653958L,
                        2477625502L,
                        1505443504L,
                        3381212799L,
                        909883412L,
                        1470593228L);
    }

    private static long sumOfPixels(Path file) throws Exception {
        Image image = Image.read(file);
        CRC32 sum = new CRC32();
        for (int row = 0; row < image.height(); row++) {
            for (float value : image.raster().getPixels(0, row, image.width(), 1, (float[]) null)) {
                sum.update(Float.toString(value).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return sum.getValue();
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    @Test
    void theLibraryIsFromTheLabelledRegionsAlone() throws IOException {
        List<String> rows = libraryRows(world.library());
        assertThat(rows).hasSize(SPECTRA);
        int fromBasin = 0;
        Set<String> ids = new HashSet<>();
        for (String row : rows) {
            String[] fields = row.split(",", -1);
            ids.add(fields[0]);
            double longitude = Double.parseDouble(fields[1]);
            double latitude = Double.parseDouble(fields[2]);
            assertThat(isNear(Region.SANDSTONE, longitude, latitude)).isFalse();
            assertThat(isNear(Region.BASIN, longitude, latitude) || isNear(Region.BADLAND, longitude, latitude))
                    .isTrue();
            fromBasin += isNear(Region.BASIN, longitude, latitude) ? 1 : 0;
        }
        assertThat(fromBasin).isEqualTo(11);
        assertThat(ids).hasSize(SPECTRA);
    }

    private static List<String> libraryRows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).toList();
        }
    }

    /** Within the scene and the kilometre by which recorded positions are off. */
    private static boolean isNear(Region region, double longitude, double latitude) {
        double reach = SIZE * Place.PIXEL + 1000;
        Point2D.Double at = region.place().to("EPSG:4326").of(0, 0);
        return Math.abs(latitude - at.y) * 111_000 < reach
                && Math.abs(longitude - at.x) * 111_000 * Math.cos(Math.toRadians(at.y)) < reach;
    }

    @Test
    void trainingSamplesNameTheirRegionWhichIsNeverTheLast() throws IOException {
        List<JsonNode> samples = features(world.samples());
        assertThat(samples).hasSize(SAMPLES);
        assertThat(samples)
                .extracting(sample -> sample.get("properties").get("region").asText())
                .containsOnly("basin", "badland");
        for (JsonNode sample : samples) {
            JsonNode at = sample.get("geometry").get("coordinates");
            boolean basin =
                    "basin".equals(sample.get("properties").get("region").asText());
            assertThat(isNear(
                            basin ? Region.BASIN : Region.BADLAND,
                            at.get(0).asDouble(),
                            at.get(1).asDouble()))
                    .isTrue();
        }
    }

    @Test
    void unseenSamplesAreOfTheLastRegionAlone() throws IOException {
        List<JsonNode> samples = features(world.unseen().orElseThrow().geoJson());
        assertThat(samples).hasSize(16);
        for (JsonNode sample : samples) {
            JsonNode properties = sample.get("properties");
            assertThat(properties.get("region").asText()).isEqualTo("sandstone");
            assertThat(properties.get("climate").asText()).isEqualTo("BSk");
            assertThat(properties.get("date").asText()).startsWith("2024-0");
            assertThat(properties.get("id").asText()).startsWith("U");
            assertThat(properties.get("ece").asDouble()).isPositive();
            assertThat(properties.get("soc").asDouble()).isPositive();
        }
    }

    private static List<JsonNode> features(Path file) throws IOException {
        List<JsonNode> features = new ArrayList<>();
        new ObjectMapper().readTree(file.toFile()).get("features").forEach(features::add);
        return features;
    }

    @Test
    void bothFilesOfSamplesAgree() throws IOException {
        PointFiles files = world.unseen().orElseThrow();
        List<String> lines = Files.readAllLines(files.properties());
        assertThat(lines.get(0)).endsWith("source:String,region:String,climate:String,geom:Point:srid=4326");
        List<JsonNode> samples = features(files.geoJson());
        assertThat(lines).hasSize(samples.size() + 1);
        for (int i = 0; i < samples.size(); i++) {
            JsonNode properties = samples.get(i).get("properties");
            assertThat(lines.get(i + 1))
                    .startsWith("unseen." + properties.get("id").asText() + "=")
                    .contains("|" + properties.get("ece").asText() + "|", "|sandstone|BSk|POINT (");
        }
    }

    @Test
    void scenesLieInZonesOfTheirOwnAndDriftAsTheirMetadataSay() throws Exception {
        List<Integer> zones = new ArrayList<>();
        List<String> firstBands = new ArrayList<>();
        for (RegionFiles region : world.regions()) {
            Path image = region.enmap()
                    .resolveSibling(
                            region.enmap().getFileName().toString().replace("METADATA.XML", "SPECTRAL_IMAGE.TIF"));
            zones.add(Image.read(image).epsg());
            String wavelength =
                    TiffFile.open(image).gdalMetadata().get(0, "wavelength").orElseThrow();
            firstBands.add(wavelength);
            assertThat(region.enmap())
                    .content()
                    .contains(
                            "<wavelengthCenterOfBand>" + wavelength + "<",
                            "UTM_Zone" + region.region().place().zone() + "_North",
                            "<startTime>"
                                    + region.region().overpass().toString().replace("Z", ".000000Z"));
        }
        assertThat(zones).containsExactly(32612, 32613, 32613);
        assertThat(firstBands.get(0)).isEqualTo("418.24");
        assertThat(firstBands.subList(1, 3)).doesNotContain("418.24");
    }

    @Test
    void impossibleOptionsAreAllNamed() {
        assertThatThrownBy(() -> new WorldOptions(7, 64, 1, 5, 100_000, folder))
                .isInstanceOfSatisfying(InvalidRequestException.class, refusal -> assertThat(refusal.problems())
                        .hasSize(3)
                        .anyMatch(problem -> problem.contains("7 regions") && problem.contains("1 to 6"))
                        .anyMatch(problem -> problem.contains("spectra is 5") && problem.contains("6"))
                        .anyMatch(problem -> problem.contains("samples is 100000")));
    }

    @Test
    void usualNumbersGrowWithSizeAndLabelledRegions() {
        assertThat(WorldOptions.usualSpectra(1, 128)).isEqualTo(320);
        assertThat(WorldOptions.usualSpectra(2, 128)).isEqualTo(320);
        assertThat(WorldOptions.usualSpectra(4, 128)).isEqualTo(960);
        assertThat(WorldOptions.usualSamples(4, 256)).isEqualTo(2520);
        assertThat(WorldOptions.usualSamples(1, 8192)).isEqualTo(4000);
    }

    private static List<Path> filesIn(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }
}
