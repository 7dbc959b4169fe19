/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.TestImage;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.geotiff.tags.TiffTag;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small files of every packing, damaged by dice of a fixed seed: whatever is read is what was written wherever the
 * damage is not, or a message names the file or layer; nothing else is thrown and nothing hangs.
 */
class DamagedTiffTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 30;
    private static final int BANDS = 3;
    private static final int[] ALL = {0, 1, 2};
    private static final int ROUNDS = 60;

    @TempDir
    Path folder;

    private Path image;

    @BeforeEach
    void write() throws Exception {
        TestImage made = new TestImage();
        made.width = WIDTH;
        made.height = HEIGHT;
        made.bands = BANDS;
        made.values = (band, column, row) -> (3 * band + 5 * column + 7 * row + column * row % 11) % 120;
        image = made.write(folder.resolve("made.tif"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Int16",
                "Int16 COMPRESS=LZW BLOCKYSIZE=8",
                "Int16 COMPRESS=LZW PREDICTOR=2 TILED=YES BLOCKXSIZE=16 BLOCKYSIZE=16 INTERLEAVE=BAND",
                "Byte COMPRESS=DEFLATE BLOCKYSIZE=8",
                "Int16 COMPRESS=DEFLATE PREDICTOR=2 TILED=YES BLOCKXSIZE=16 BLOCKYSIZE=16 BIGTIFF=YES",
                "Float32 COMPRESS=LZW BLOCKYSIZE=10 ENDIANNESS=BIG",
                "Float32 COMPRESS=DEFLATE PREDICTOR=3 TILED=YES BLOCKXSIZE=32 BLOCKYSIZE=16"
            })
    void damageIsToldAndStaysWhereItIs(String layout) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gdal_translate")), "gdal_translate is not installed");
        Path whole = translate(layout);
        byte[] bytes = Files.readAllBytes(whole);
        TiffFile tiff = TiffFile.open(whole);
        float[] expected = read(whole).orElseThrow();
        Random random = new Random(layout.hashCode());
        int told = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int at = random.nextInt(bytes.length);
            byte[] damaged = bytes.clone();
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            told += check(damaged, expected, blockAt(tiff, at), tiff);
            // Half of the dice fall on the header and the directory, which are few bytes of the file.
            byte[] head = bytes.clone();
            int first = random.nextInt(Math.min(bytes.length, 400));
            head[first] = (byte) random.nextInt(256);
            told += check(head, expected, blockAt(tiff, first), tiff);
            told += check(Arrays.copyOf(bytes, random.nextInt(bytes.length)), expected, -1, tiff);
        }
        assertThat(told).isBetween(ROUNDS, 3 * ROUNDS);
    }

    /** 1 if the damage was told. */
    private int check(byte[] damaged, float[] expected, int block, TiffFile whole) throws IOException {
        Path file = Files.write(folder.resolve("damaged.tif"), damaged);
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try {
                if (block >= 0) {
                    othersAreWhole(
                            file,
                            expected,
                            TiffBlocks.of(whole, whole.directories().get(0)).orElseThrow(),
                            block);
                }
                read(file);
                return 0;
            } catch (DeepSaltException e) {
                assertThat(e.getMessage()).containsAnyOf("'damaged.tif'", "GDAL metadata tag", "metadata say");
                return 1;
            }
        });
    }

    private static void othersAreWhole(Path file, float[] expected, TiffBlocks blocks, int damaged) {
        try (TiffPixels pixels = TiffPixels.of(TiffFile.open(file)).orElseThrow()) {
            for (int row = 0; row < blocks.rows(); row++) {
                for (int column = 0; column < blocks.columns(); column++) {
                    for (int band = 0; band < BANDS; band++) {
                        if (blocks.block(column, row, band) != damaged) {
                            Window window = blocks.window(column, row);
                            float[] numbers = new float[window.pixels()];
                            pixels.read(window, new int[] {band}, numbers);
                            assertThat(numbers).isEqualTo(part(expected, window, band));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError("a block that was not touched cannot be read", e);
        }
    }

    private static float[] part(float[] all, Window window, int band) {
        float[] part = new float[window.pixels()];
        for (int i = 0; i < part.length; i++) {
            int pixel = (window.y() + i / window.width()) * WIDTH + window.x() + i % window.width();
            part[i] = all[pixel * BANDS + band];
        }
        return part;
    }

    /** The number of the block in which a byte lies, -1 if in none. */
    private static int blockAt(TiffFile tiff, long at) {
        long[] offsets = tiff.directories().get(0).blockOffsets();
        long[] lengths = tiff.directories().get(0).blockLengths();
        for (int i = 0; i < offsets.length; i++) {
            if (at >= offsets[i] && at < offsets[i] + lengths[i]) {
                return i;
            }
        }
        return -1;
    }

    /** As a catalog opens a layer; empty where the image has no longer the same pixels. */
    private static Optional<float[]> read(Path file) {
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        tiff.gdalMetadata();
        tiff.noData();
        GeoTiffReader reader = GeoTiffs.reader(file);
        try (RasterSource source = RasterSource.open(file.getFileName().toString(), reader, tiff)) {
            if (source.grid().width() != WIDTH || source.grid().height() != HEIGHT || source.bands() != BANDS) {
                return Optional.empty();
            }
            float[] numbers = new float[WIDTH * HEIGHT * BANDS];
            source.read(new Window(0, 0, WIDTH, HEIGHT), ALL, numbers);
            return Optional.of(numbers);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void sizesThatCannotBeAreRefusedBeforeAnythingIsAllocated() throws Exception {
        byte[] bytes = Files.readAllBytes(image);
        for (int tag : new int[] {TiffTag.IMAGE_WIDTH, TiffTag.IMAGE_LENGTH, TiffTag.TILE_WIDTH, TiffTag.TILE_LENGTH}) {
            for (int value : new int[] {0, -1, 1 << 30, 1 << 20}) {
                Path file = Files.write(folder.resolve("damaged.tif"), with(bytes.clone(), tag, value));
                assertThatThrownBy(() -> read(file))
                        .isInstanceOf(DeepSaltException.class)
                        .hasMessageContaining("'damaged.tif'")
                        .hasMessageContaining("copy it again");
            }
        }
    }

    /** Sets the value of a tag of one number, in the first directory of a little-endian file. */
    private static byte[] with(byte[] bytes, int tag, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(4);
        for (int i = 0; i < buffer.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(buffer.getShort(entry)) == tag) {
                buffer.putShort(entry + 2, (short) 4).putInt(entry + 8, value);
                return bytes;
            }
        }
        throw new AssertionError("no tag " + tag);
    }

    /** @param layout GDAL's number format, then creation options */
    private Path translate(String layout) throws IOException, InterruptedException {
        List<String> words = List.of(layout.split(" "));
        Path target = folder.resolve("whole.tif");
        List<String> command = new ArrayList<>(List.of("gdal_translate", "-q", "-ot", words.get(0)));
        words.subList(1, words.size()).forEach(option -> command.addAll(List.of("-co", option)));
        command.addAll(List.of(image.toString(), target.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gdal.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return target;
    }
}
