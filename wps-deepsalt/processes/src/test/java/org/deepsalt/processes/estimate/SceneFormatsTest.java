/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One scene in every layout that products come in gives the same reflectances. The files are made by GDAL. */
@Tag("slow")
class SceneFormatsTest {
    /** As much of the scene as is written in every layout. */
    private static final Window PART = new Window(20, 17, 96, 96);

    private static final Window WINDOW = new Window(5, 3, 83, 71);

    @TempDir
    private static Path parts;

    private static Path image;
    private static Path metadata;
    private static List<Band> wanted;
    private static PixelReader.Pixels expected;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdal_translate")), "gdal_translate is not installed");
        EnmapProduct product = EnmapProduct.at(WorldCatalog.shared().file("scene"));
        image = part(product.spectralImage());
        metadata = Files.writeString(
                parts.resolve("METADATA.XML"),
                Files.readString(product.metadata().orElseThrow())
                        .replace(">" + WorldCatalog.SIZE + "<", ">" + PART.width() + "<"));
        wanted = bands(image);
        Path beside = Files.createTempDirectory(WorldCatalog.shared().results(), "formats-");
        expected = pixels(beside, image);
        Folders.delete(beside);
        assertThat(expected.count()).isGreaterThan(1000);
    }

    /** A part of the sample world's image, with the same values as before. */
    private static Path part(Path whole) throws Exception {
        Path part = parts.resolve("SPECTRAL_IMAGE.TIF");
        run(
                parts,
                List.of(
                        "gdal_translate",
                        "-q",
                        "-srcwin",
                        String.valueOf(PART.x()),
                        String.valueOf(PART.y()),
                        String.valueOf(PART.width()),
                        String.valueOf(PART.height()),
                        whole.toString(),
                        part.toString()));
        assertThat(samples(part, new Window(0, 0, PART.width(), PART.height()))).isEqualTo(samples(whole, PART));
        return part;
    }

    private static float[] samples(Path file, Window window) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (RasterSource source = RasterSource.open("direct", reader, TiffFile.open(file))) {
            float[] values = new float[window.pixels() * source.bands()];
            source.read(window, IntStream.range(0, source.bands()).toArray(), values);
            return values;
        } finally {
            reader.dispose();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PIXEL, NO, NONE, 1, NO, Int16",
        "PIXEL, NO, LZW, 1, NO, Int16",
        "PIXEL, NO, LZW, 2, NO, Int16",
        "PIXEL, NO, DEFLATE, 1, NO, Int16",
        "PIXEL, NO, DEFLATE, 2, NO, Int16",
        "PIXEL, YES, NONE, 1, NO, Int16",
        "PIXEL, YES, LZW, 1, NO, Int16",
        "PIXEL, YES, LZW, 2, NO, Int16",
        "PIXEL, YES, DEFLATE, 1, NO, Int16",
        "PIXEL, YES, DEFLATE, 2, NO, Int16",
        "BAND, NO, NONE, 1, NO, Int16",
        "BAND, NO, LZW, 1, NO, Int16",
        "BAND, NO, LZW, 2, NO, Int16",
        "BAND, NO, DEFLATE, 1, NO, Int16",
        "BAND, NO, DEFLATE, 2, NO, Int16",
        "BAND, YES, NONE, 1, NO, Int16",
        "BAND, YES, LZW, 1, NO, Int16",
        "BAND, YES, LZW, 2, NO, Int16",
        "BAND, YES, DEFLATE, 1, NO, Int16",
        "BAND, YES, DEFLATE, 2, NO, Int16",
        "PIXEL, YES, DEFLATE, 2, YES, Int16",
        "BAND, NO, NONE, 1, YES, Int16",
        "BAND, YES, LZW, 2, YES, Float32",
        "PIXEL, NO, NONE, 1, NO, Float32",
        "PIXEL, YES, LZW, 2, NO, Float32",
        "BAND, YES, DEFLATE, 1, NO, Float32",
        "BAND, YES, DEFLATE, 2, NO, Float32",
        "BAND, YES, DEFLATE, 3, NO, Float32",
        "PIXEL, YES, DEFLATE, 3, NO, Float32"
    })
    void theLayoutChangesNothing(
            String interleave, String tiled, String compression, int predictor, String big, String type)
            throws Exception {
        List<String> options = new ArrayList<>(List.of(
                "-ot",
                type,
                "-co",
                "INTERLEAVE=" + interleave,
                "-co",
                "TILED=" + tiled,
                "-co",
                "COMPRESS=" + compression,
                "-co",
                "BIGTIFF=" + big));
        if (predictor > 1) {
            options.addAll(List.of("-co", "PREDICTOR=" + predictor));
        }
        Path file = translate("SPECTRAL_IMAGE.TIF", options);
        assertSame(file);
        assertSameThroughGeoTools(file);
    }

    private static void assertSameThroughGeoTools(Path file) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (RasterSource through = RasterSource.open("through", reader);
                RasterSource direct = RasterSource.open("direct", reader, TiffFile.open(file))) {
            int[] bands = IntStream.range(0, direct.bands()).toArray();
            float[] expected = new float[WINDOW.pixels() * bands.length];
            through.read(WINDOW, bands, expected);
            float[] found = new float[expected.length];
            direct.read(WINDOW, bands, found);
            assertThat(found).isEqualTo(expected);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void bandsMayComeDetectorAfterDetectorWithoutMetadataXml() throws Exception {
        List<String> options = new ArrayList<>(List.of("-co", "INTERLEAVE=BAND", "-co", "COMPRESS=DEFLATE"));
        List<Band> all = allBands();
        IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparing((Integer band) -> all.get(band).detector())
                        .thenComparing(band -> all.get(band).centre()))
                .forEach(band -> options.addAll(List.of("-b", String.valueOf(band + 1))));
        Path file = translate("scene.tif", options);
        try (Opened opened = new Opened(file)) {
            assertThat(opened.scene.bands().get(0).band().detector()).isEqualTo(Detector.VNIR);
            assertThat(opened.scene.bands().get(223).band().detector()).isEqualTo(Detector.SWIR);
            assertThat(opened.scene.bands().get(90).band().centre()).isGreaterThan(990);
        }
        // Without the product's name the image has no quality images, so that more pixels count.
        PixelReader.Pixels plain = pixels(folder, translate("ascending.tif", List.of()));
        PixelReader.Pixels found = pixels(folder, file);
        assertThat(found.reasons()).isEqualTo(plain.reasons());
        assertThat(found.rows()).isEqualTo(plain.rows());
    }

    @Test
    void reflectancesAsFractionsAreTakenAsTheyAre() throws Exception {
        Path file = translate(
                "fractions.tif", List.of("-ot", "Float32", "-scale", "0", "10000", "0", "1", "-a_nodata", "-3.2768"));
        PixelReader.Pixels plain = pixels(folder, translate("ascending.tif", List.of()));
        PixelReader.Pixels found = pixels(folder, file);
        assertThat(found.reasons()).isEqualTo(plain.reasons());
        assertThat(found.rows()).hasSameSizeAs(plain.rows());
        float largest = 0;
        for (int i = 0; i < found.rows().length; i++) {
            largest = Math.max(largest, Math.abs(found.rows()[i] - plain.rows()[i]));
        }
        assertThat(largest).isLessThan(1e-6f);
    }

    private void assertSame(Path file) throws Exception {
        PixelReader.Pixels found = pixels(folder, file);
        assertThat(found.reasons()).isEqualTo(expected.reasons());
        assertThat(found.rows()).isEqualTo(expected.rows());
    }

    private Path translate(String name, List<String> options) throws IOException, InterruptedException {
        Path target = folder.resolve(name);
        List<String> command = new ArrayList<>(List.of("gdal_translate", "-q"));
        command.addAll(options);
        command.add(image.toString());
        command.add(target.toString());
        run(folder, command);
        if (name.equals("SPECTRAL_IMAGE.TIF")) {
            Files.copy(metadata, folder.resolve("METADATA.XML"));
        }
        return target;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("gdal.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /** A scene with its reader. */
    private static final class Opened implements AutoCloseable {
        private final GeoTiffReader reader;
        private final Scene scene;

        Opened(Path file) throws IOException {
            reader = new GeoTiffReader(file.toFile());
            scene = Scene.open("test", reader, file, List.of());
        }

        @Override
        public void close() {
            scene.close();
            reader.dispose();
        }
    }

    private static List<Band> bands(Path file) throws IOException {
        try (Opened opened = new Opened(file)) {
            return opened.scene.usableBands();
        }
    }

    private static List<Band> allBands() throws IOException {
        try (Opened opened = new Opened(image)) {
            return opened.scene.bands().stream().map(band -> band.band()).toList();
        }
    }

    /** @param beside a folder whose quality images are not there, so that all layouts mask by reflectance alone */
    private static PixelReader.Pixels pixels(Path beside, Path file) throws IOException {
        Path alone = file;
        if (file.equals(image)) {
            alone = Files.copy(file, beside.resolve("SPECTRAL_IMAGE.TIF"));
            Files.copy(metadata, beside.resolve("METADATA.XML"));
        }
        try (Opened opened = new Opened(alone)) {
            CovariateStack none = new CovariateStack(opened.scene.grid(), List.of());
            return new PixelReader(opened.scene, none, MaskRules.STANDARD, wanted, 2.5).read(WINDOW);
        }
    }
}
