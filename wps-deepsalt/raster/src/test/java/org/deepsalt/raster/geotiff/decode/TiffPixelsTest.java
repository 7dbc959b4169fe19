/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deepsalt.raster.TestImage;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our decoder against GeoTools' and against what was written. The files are made by GDAL. */
class TiffPixelsTest {
    private static final int WIDTH = 75;
    private static final int HEIGHT = 50;
    private static final int BANDS = 20;
    private static final int[] SOME = {19, 0, 7, 7};

    @TempDir
    Path folder;

    private Path image;

    @BeforeEach
    void write() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdal_translate")), "gdal_translate is not installed");
        TestImage made = new TestImage();
        made.width = WIDTH;
        made.height = HEIGHT;
        made.bands = BANDS;
        made.noData = null;
        made.values = TiffPixelsTest::value;
        image = made.write(folder.resolve("made.tif"));
    }

    private static float value(int band, int column, int row) {
        return (3 * band + 5 * column + 7 * row + column * row % 11) % 120;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Int16",
                "Int16 INTERLEAVE=BAND",
                "Int16 COMPRESS=LZW",
                "Int16 COMPRESS=LZW PREDICTOR=2 TILED=YES BLOCKXSIZE=32 BLOCKYSIZE=16",
                "Int16 COMPRESS=LZW INTERLEAVE=BAND PREDICTOR=2 BLOCKYSIZE=50",
                "Int16 COMPRESS=DEFLATE PREDICTOR=2 BLOCKYSIZE=7",
                "Int16 COMPRESS=DEFLATE PREDICTOR=2 BLOCKYSIZE=50",
                "Int16 COMPRESS=DEFLATE INTERLEAVE=BAND PREDICTOR=2 TILED=YES BLOCKXSIZE=16 BLOCKYSIZE=64",
                "Int16 COMPRESS=DEFLATE PREDICTOR=2 ENDIANNESS=BIG",
                "Int16 COMPRESS=LZW PREDICTOR=2 BIGTIFF=YES ENDIANNESS=BIG INTERLEAVE=BAND",
                "UInt16 COMPRESS=DEFLATE PREDICTOR=2 TILED=YES BLOCKXSIZE=64 BLOCKYSIZE=64",
                "Byte COMPRESS=LZW PREDICTOR=2",
                "Byte COMPRESS=DEFLATE INTERLEAVE=BAND BIGTIFF=YES",
                "Float32",
                "Float32 ENDIANNESS=BIG INTERLEAVE=BAND",
                "Float32 COMPRESS=LZW PREDICTOR=2",
                "Float32 COMPRESS=DEFLATE PREDICTOR=3 TILED=YES BLOCKXSIZE=32 BLOCKYSIZE=32",
                "Float32 COMPRESS=DEFLATE PREDICTOR=3 INTERLEAVE=BAND",
                "Float64 COMPRESS=DEFLATE",
                "Float64 COMPRESS=LZW PREDICTOR=3",
                "Int16 COMPRESS=PACKBITS",
                "Int32 COMPRESS=LZW PREDICTOR=2",
                "UInt32 INTERLEAVE=BAND ENDIANNESS=BIG"
            })
    void bothWaysOfReadingGiveWhatWasWritten(String layout) throws Exception {
        Path file = translate(layout);
        TiffFile tiff = TiffFile.open(file);
        assertThat(TiffPixels.of(tiff)).isPresent();
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (RasterSource through = RasterSource.open("through GeoTools", reader);
                RasterSource direct = RasterSource.open("direct", reader, tiff)) {
            for (Window window : List.of(
                    new Window(0, 0, WIDTH, HEIGHT),
                    new Window(17, 31, 40, 18),
                    new Window(17, 13, 40, 18),
                    new Window(74, 49, 1, 1))) {
                float[] numbers = read(direct, window);
                assertThat(numbers).isEqualTo(expected(window)).isEqualTo(read(through, window));
            }
            Window part = new Window(17, 13, 40, 18);
            assertThat(direct.countNonZero(part, SOME))
                    .isEqualTo(through.countNonZero(part, SOME))
                    .isEqualTo(nonZero(read(direct, part)));
        } finally {
            reader.dispose();
        }
    }

    @Test
    void bytesMayBeSigned() throws Exception {
        Path file = translate("Byte COMPRESS=DEFLATE PIXELTYPE=SIGNEDBYTE", "-scale", "0", "120", "0", "240");
        try (TiffPixels pixels = TiffPixels.of(TiffFile.open(file)).orElseThrow()) {
            float[] number = new float[1];
            pixels.read(new Window(2, 0, 1, 1), new int[] {19}, number);
            assertThat(number).containsExactly(2 * value(19, 2, 0) - 256);
        }
    }

    @Test
    void blocksThatTheFileLeavesOutAreFullOfNoDataOrZero() throws Exception {
        made(0);
        Path zeros = translate("Int16 TILED=YES BLOCKXSIZE=16 BLOCKYSIZE=16 SPARSE_OK=TRUE");
        try (TiffPixels pixels = TiffPixels.of(TiffFile.open(zeros)).orElseThrow()) {
            int[] counts = new int[WIDTH * HEIGHT];
            pixels.countNonZero(new Window(0, 0, WIDTH, HEIGHT), SOME, counts);
            assertThat(counts).containsOnly(0);
            float[] numbers = new float[WIDTH * HEIGHT];
            pixels.read(new Window(0, 0, WIDTH, HEIGHT), new int[] {3}, numbers);
            assertThat(numbers).containsOnly(0);
        }
        made(-9);
        Path missing = translate("Int16 TILED=YES BLOCKXSIZE=16 BLOCKYSIZE=16 SPARSE_OK=TRUE", "-a_nodata", "-9");
        TiffFile sparse = TiffFile.open(missing);
        assertThat(sparse.directories().get(0).blockLengths()).containsOnly(0);
        try (TiffPixels pixels = TiffPixels.of(sparse).orElseThrow()) {
            float[] numbers = new float[4];
            pixels.read(new Window(70, 40, 1, 1), SOME, numbers);
            assertThat(numbers).containsOnly(Float.NaN);
            int[] counts = {-1};
            pixels.countNonZero(new Window(0, 0, 1, 1), SOME, counts);
            assertThat(counts).containsExactly(SOME.length);
        }
    }

    private void made(int everywhere) throws Exception {
        TestImage made = new TestImage();
        made.width = WIDTH;
        made.height = HEIGHT;
        made.noData = null;
        made.bands = BANDS;
        made.values = (band, column, row) -> everywhere;
        made.write(image);
    }

    @Test
    void whatWeDoNotDecodeIsLeftToOthers() throws Exception {
        for (String layout : List.of(
                "Int16 COMPRESS=ZSTD",
                "Byte NBITS=7",
                "CInt16",
                "Float32 COMPRESS=DEFLATE PREDICTOR=3 ENDIANNESS=BIG")) {
            Path file = translate(layout);
            assertThat(TiffPixels.of(TiffFile.open(file))).as(layout).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Int16 COMPRESS=DEFLATE BLOCKYSIZE=50", "Int16 COMPRESS=LZW BLOCKYSIZE=50"})
    void aDamagedBlockIsTold(String layout) throws Exception {
        Path file = translate(layout);
        TiffFile tiff = TiffFile.open(file);
        long offset = tiff.directories().get(0).blockOffsets()[0];
        long length = tiff.directories().get(0).blockLengths()[0];
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] noise = new byte[64];
            Arrays.fill(noise, (byte) 0xFF);
            bytes.seek(offset + length / 2);
            bytes.write(noise);
        }
        assertUnreadable(file, "the file may be damaged; block 1 of 1: it");
    }

    @Test
    void aWrongBitInDeflatedPixelsIsFoundByTheCheckSum() throws Exception {
        Path file = translate("Byte COMPRESS=DEFLATE BLOCKYSIZE=50 ZLEVEL=1");
        TiffFile tiff = TiffFile.open(file);
        long end = tiff.directories().get(0).blockOffsets()[0]
                + tiff.directories().get(0).blockLengths()[0];
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(end - 1);
            int last = bytes.read();
            bytes.seek(end - 1);
            bytes.write(last ^ 1);
        }
        assertUnreadable(file, "it cannot be inflated: incorrect data check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Int16 BLOCKYSIZE=50", "Int16 COMPRESS=DEFLATE BLOCKYSIZE=50", "Int16 COMPRESS=LZW"})
    void aFileThatBecomesShorterIsTold(String layout) throws Exception {
        Path file = translate(layout);
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (RasterSource source = RasterSource.open("test", reader, TiffFile.open(file))) {
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(bytes.length() - 200);
            }
            assertThatThrownBy(() -> read(source, new Window(0, 0, WIDTH, HEIGHT)))
                    .hasMessageContaining("layer 'test' cannot be read at column 0, row 0 (75 x 50 pixels)")
                    .hasMessageContaining("the file may be damaged")
                    .hasMessageContaining("it ends after");
        } finally {
            reader.dispose();
        }
    }

    private static void assertUnreadable(Path file, String why) throws IOException {
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (RasterSource source = RasterSource.open("test", reader, TiffFile.open(file))) {
            assertThatThrownBy(() -> read(source, new Window(0, 0, WIDTH, HEIGHT)))
                    .hasMessageContaining("layer 'test' cannot be read at column 0, row 0 (75 x 50 pixels)")
                    .hasMessageContaining(why);
        } finally {
            reader.dispose();
        }
    }

    private static float[] read(RasterSource source, Window window) {
        float[] numbers = new float[window.pixels() * SOME.length];
        source.read(window, SOME, numbers);
        return numbers;
    }

    private static int[] nonZero(float[] numbers) {
        int[] counts = new int[numbers.length / SOME.length];
        for (int i = 0; i < numbers.length; i++) {
            counts[i / SOME.length] += numbers[i] != 0 ? 1 : 0;
        }
        return counts;
    }

    private static float[] expected(Window window) {
        float[] numbers = new float[window.pixels() * SOME.length];
        for (int i = 0; i < numbers.length; i++) {
            int pixel = i / SOME.length;
            numbers[i] = value(
                    SOME[i % SOME.length], window.x() + pixel % window.width(), window.y() + pixel / window.width());
        }
        return numbers;
    }

    /** @param layout GDAL's number format, then creation options */
    private Path translate(String layout, String... more) throws IOException, InterruptedException {
        List<String> words = List.of(layout.split(" "));
        Path target = folder.resolve("translated-" + words.hashCode() + ".tif");
        List<String> command = new ArrayList<>(List.of("gdal_translate", "-q", "-ot", words.get(0)));
        words.subList(1, words.size()).forEach(option -> command.addAll(List.of("-co", option)));
        command.addAll(List.of(more));
        command.addAll(List.of(image.toString(), target.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gdal.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("gdal.log")))
                .isZero();
        return target;
    }
}
