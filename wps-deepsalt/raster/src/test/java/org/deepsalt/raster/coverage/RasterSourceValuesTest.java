/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.RawTiff;
import org.deepsalt.raster.RealData;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says about its numbers is honoured, as GDAL honours it, or refused by name. */
class RasterSourceValuesTest {
    private static final float NONE = Float.NaN;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;
    private static final int FLOATING = 3;
    private static final int COMPLEX = 6;

    @TempDir
    Path folder;

    @Test
    void tenthsOfADegreeWithAnOffsetBecomeDegrees() throws Exception {
        RawTiff tiff = new RawTiff()
                .image(2, 2, 16, UNSIGNED, RawTiff.int16(2638, 2731, 65535, 0))
                .noData("65535")
                .scale("0.1", "-273.15");
        assertThat(values(tiff)).containsExactly(-9.35f, -0.05f, NONE, -273.15f);
    }

    @Test
    void nodataIsComparedBeforeScaling() throws Exception {
        RawTiff tiff = new RawTiff()
                .image(2, 1, 16, SIGNED, RawTiff.int16(50, 5000))
                .noData("50")
                .scale("0.01", "0");
        assertThat(values(tiff)).containsExactly(NONE, 50);
    }

    /** Spellings that GDAL reads and GeoTools does not. */
    @ParameterizedTest
    @CsvSource({"'nan  '", "-nan", "'inf  '", "-1.#IND"})
    void aNodataTextAtWhichGeoToolsStumblesIsNamed(String text) {
        RawTiff tiff =
                new RawTiff().image(1, 1, 32, FLOATING, RawTiff.float32(1)).noData(text);
        assertThatThrownBy(() -> values(tiff))
                .hasMessageContaining("'test.tif' has the nodata value '" + text + "'")
                .hasMessageContaining("gdal_edit.py -unsetnodata test.tif");
    }

    @Test
    void theSideFileSaysNodataAndScale() throws Exception {
        Path file = new RawTiff()
                .image(3, 1, 32, FLOATING, RawTiff.float32(0.5f, 1, -9))
                .noData("-9")
                .write(folder.resolve("map.tif"));
        Files.writeString(
                folder.resolve("map.tif.aux.xml"),
                "<PAMDataset><PAMRasterBand band=\"1\"><NoDataValue le_hex_equiv=\"000000000000E03F\">5.0E-01"
                        + "</NoDataValue><Scale>0.1</Scale><Metadata><MDI key=\"Scale\">7</MDI></Metadata>"
                        + "</PAMRasterBand></PAMDataset>");
        assertThat(values(file)).containsExactly(NONE, 0.1f, -0.9f);
    }

    @Test
    void theTagsScaleGoesBeforeThatOfTheSideFile() throws Exception {
        Path file = new RawTiff()
                .image(1, 1, 16, SIGNED, RawTiff.int16(10))
                .scale("2", "1")
                .write(folder.resolve("map.tif"));
        Files.writeString(
                folder.resolve("map.tif.aux.xml"),
                "<PAMDataset><PAMRasterBand band=\"1\"><Scale>5</Scale></PAMRasterBand></PAMDataset>");
        assertThat(values(file)).containsExactly(21);
    }

    @Test
    void aSideFileThatIsNoXmlIsRefused() throws Exception {
        Path file = new RawTiff().image(1, 1, 16, SIGNED, RawTiff.int16(10)).write(folder.resolve("map.tif"));
        Files.writeString(folder.resolve("map.tif.aux.xml"), "<PAMDataset><PAMRasterBand band=\"one\"/>");
        assertThatThrownBy(() -> values(file))
                .hasMessageContaining("'map.tif.aux.xml', which tells nodata and scale of 'map.tif', cannot be read");
    }

    @Test
    void aMaskOfBitsHidesPixels() throws Exception {
        RawTiff tiff = new RawTiff()
                .image(9, 2, 16, SIGNED, RawTiff.int16(IntStream.range(0, 18).toArray()))
                .image(9, 2, 1, UNSIGNED, RawTiff.bytes(0b1111_0000, 0x80, 0b0000_1111, 0))
                .longs(254, 4)
                .shorts(262, 4);
        assertThat(values(tiff))
                .containsExactly(0, 1, 2, 3, NONE, NONE, NONE, NONE, 8, NONE, NONE, NONE, NONE, 13, 14, 15, 16, NONE);
    }

    @Test
    void aPackedMaskHidesPixelsOfEachBandOfItsOwn() throws Exception {
        RawTiff tiff = new RawTiff()
                .image(2, 1, 8, UNSIGNED, RawTiff.bytes(1, 2, 3, 4))
                .bands(2, 8, UNSIGNED)
                .image(2, 1, 8, UNSIGNED, deflated(0, 255, 255, 0))
                .bands(2, 8, UNSIGNED)
                .shorts(259, 8)
                .longs(254, 4);
        assertThat(values(tiff)).containsExactly(NONE, 2, 3, NONE);
    }

    @Test
    void aMaskFileBesideTheImageHidesPixels() throws Exception {
        Path file =
                new RawTiff().image(3, 1, 8, UNSIGNED, RawTiff.bytes(1, 2, 3)).write(folder.resolve("map.tif"));
        new RawTiff().image(3, 1, 8, UNSIGNED, RawTiff.bytes(255, 0, 1)).write(folder.resolve("map.tif.msk"));
        assertThat(values(file)).containsExactly(1, NONE, 3);
    }

    @Test
    void aMaskFileOfAnotherSizeIsRefused() throws Exception {
        Path file =
                new RawTiff().image(3, 1, 8, UNSIGNED, RawTiff.bytes(1, 2, 3)).write(folder.resolve("map.tif"));
        new RawTiff().image(1, 1, 8, UNSIGNED, RawTiff.bytes(255)).write(folder.resolve("map.tif.msk"));
        assertThatThrownBy(() -> values(file))
                .hasMessage("the mask in 'map.tif.msk' has 1 x 1 pixels, the image has 3 x 1: have the mask made anew"
                        + " from the image");
    }

    @Test
    void anAlphaBandHidesPixelsAndIsNoBand() throws Exception {
        RawTiff tiff = new RawTiff()
                .image(2, 1, 8, UNSIGNED, RawTiff.bytes(7, 0, 9, 255))
                .bands(2, 8, UNSIGNED)
                .shorts(338, 2);
        assertThat(values(tiff)).containsExactly(NONE, 9);
    }

    @Test
    void aBlockThatIsNotThereIsNodataOrElseZero() throws Exception {
        byte[] absent = {};
        RawTiff plain = new RawTiff().image(2, 1, 16, SIGNED, absent);
        assertThat(values(plain)).containsExactly(0, 0);
        RawTiff declared = new RawTiff().image(2, 1, 16, SIGNED, absent).noData("-9");
        assertThat(values(declared)).containsExactly(NONE, NONE);
        // GDAL fills with the nearest byte there is, which is not the nodata value.
        RawTiff impossible = new RawTiff().image(2, 1, 8, UNSIGNED, absent).noData("-9999");
        assertThat(values(impossible)).containsExactly(0, 0);
    }

    @Test
    void aBlockAtTheHeadOfTheFileIsDamage() throws Exception {
        Path file = new RawTiff().image(2, 1, 16, SIGNED, RawTiff.int16(1, 2)).write(folder.resolve("map.tif"));
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 10; at < 200; at += 12) {
            if (bytes[at] == 0x11 && bytes[at + 1] == 1) {
                java.util.Arrays.fill(bytes, at + 8, at + 12, (byte) 0);
            }
        }
        Files.write(file, bytes);
        assertThatThrownBy(() -> TiffFile.open(file).requireWhole())
                .hasMessageContaining("block 1 of 1 should lie at byte 0, where the file's head is; copy it again");
    }

    @Test
    void formatsAreReadAsTheyAre() throws Exception {
        assertThat(values(new RawTiff().image(3, 1, 8, SIGNED, RawTiff.bytes(-20, 0, 20))))
                .containsExactly(-20, 0, 20);
        assertThat(values(new RawTiff().image(4, 1, 16, FLOATING, RawTiff.int16(0x3800, 0xC900, 0x0001, 0x7E00))))
                .containsExactly(0.5f, -10, Math.scalb(1f, -24), NONE);
        assertThat(values(new RawTiff()
                        .image(3, 1, 32, UNSIGNED, RawTiff.int32(30_000_000, 2_424_000_000L, 4_294_967_295L))
                        .noData("4294967295")))
                .containsExactly(30_000_000, 2_424_000_000f, NONE);
        assertThat(values(new RawTiff()
                        .image(2, 1, 32, SIGNED, RawTiff.int32(-2_147_483_647, Integer.MIN_VALUE))
                        .noData("-2147483648")))
                .as("two numbers that are the same float")
                .containsExactly((float) Integer.MIN_VALUE, NONE);
        assertThat(values(new RawTiff()
                        .image(2, 1, 64, FLOATING, RawTiff.float64(1e-3, 7))
                        .noData("7")))
                .containsExactly(1e-3f, NONE);
        assertThat(values(new RawTiff()
                        .image(2, 1, 8, UNSIGNED, RawTiff.bytes(0, 40))
                        .shorts(262, 0)))
                .as("0 for white")
                .containsExactly(0, 40);
    }

    @Test
    void whatIsNotReadIsNamedWithARemedyOfItsOwn() throws Exception {
        byte[] strip = new byte[64];
        List<RawTiff> files = new ArrayList<>();
        List<String> names = List.of(
                "is compressed with LERC",
                "is compressed with LZMA",
                "is compressed with WebP",
                "is compressed with JPEG 2000",
                "is compressed with JPEG and",
                "holds numbers of 12 bits",
                "holds numbers of 4 bits",
                "holds whole numbers of 64 bits",
                "holds complex numbers",
                "has the predictor 3 on numbers of 16 bits",
                "holds colours (YCbCr)",
                "has the bits of each byte in reverse",
                "begins at another corner than the upper left (orientation 3)");
        for (int codec : new int[] {34887, 34925, 50001, 34712, 7}) {
            files.add(new RawTiff().image(2, 1, 8, UNSIGNED, strip).shorts(259, codec));
        }
        files.add(new RawTiff().image(2, 1, 12, UNSIGNED, strip));
        files.add(new RawTiff().image(2, 1, 4, UNSIGNED, strip));
        files.add(new RawTiff().image(2, 1, 64, SIGNED, strip));
        files.add(new RawTiff().image(2, 1, 64, COMPLEX, strip));
        files.add(new RawTiff().image(2, 1, 16, SIGNED, strip).shorts(259, 8).shorts(317, 3));
        files.add(new RawTiff().image(2, 1, 8, UNSIGNED, strip).shorts(262, 6));
        files.add(new RawTiff().image(2, 1, 8, UNSIGNED, strip).shorts(266, 2));
        files.add(new RawTiff().image(2, 1, 8, UNSIGNED, strip).shorts(274, 3));
        Set<String> remedies = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i).write(folder.resolve("odd.tif"));
            TiffFile tiff = TiffFile.open(file);
            DeepSaltException refusal = org.junit.jupiter.api.Assertions.assertThrows(
                    DeepSaltException.class, tiff::requireReadable, names.get(i));
            assertThat(refusal).hasMessageContaining("'odd.tif' " + names.get(i));
            assertThat(refusal).hasMessageNotContaining("copy it again").hasMessageContaining(" odd.tif converted.tif");
            remedies.add(refusal.getMessage().replaceAll(".*gdal_translate", ""));
        }
        assertThat(remedies)
                .as("one for all codecs, and one for each other cause")
                .hasSize(files.size() - 4);
    }

    @Test
    void aPackedBlockEndsWhereItsPixelsDo() throws Exception {
        RawTiff right = new RawTiff().image(2, 1, 8, UNSIGNED, deflated(1, 2)).shorts(259, 8);
        assertThat(values(right)).containsExactly(1, 2);
        RawTiff more = new RawTiff().image(2, 1, 8, UNSIGNED, deflated(1, 2, 3)).shorts(259, 8);
        assertThatThrownBy(() -> values(more)).hasMessageContaining("it goes on after its last row");
        RawTiff fewer = new RawTiff().image(2, 1, 8, UNSIGNED, deflated(1)).shorts(259, 8);
        assertThatThrownBy(() -> values(fewer)).hasMessageContaining("it ends after 1 of 2 bytes of its row 1");
        byte[] padded = java.util.Arrays.copyOf(deflated(1, 2), 40);
        RawTiff rest = new RawTiff().image(2, 1, 8, UNSIGNED, padded).shorts(259, 8);
        assertThatThrownBy(() -> values(rest)).hasMessageContaining("bytes before the block does");
        // LZW: codes of 9 bits, clear, 1, 2, 3, end
        byte[] lzw = bits("100000000" + "000000001" + "000000010" + "000000011" + "100000001");
        RawTiff longer = new RawTiff().image(2, 1, 8, UNSIGNED, lzw).shorts(259, 5);
        assertThatThrownBy(() -> values(longer)).hasMessageContaining("it goes on after its last row");
        assertThat(values(new RawTiff().image(3, 1, 8, UNSIGNED, lzw).shorts(259, 5)))
                .containsExactly(1, 2, 3);
    }

    @Test
    void runsOfBytesAreUnpacked() throws Exception {
        RawTiff tiff = new RawTiff()
                .image(6, 1, 8, UNSIGNED, RawTiff.bytes(1, 7, 8, -128, -3, 9))
                .shorts(259, 32773);
        assertThat(values(tiff)).containsExactly(7, 8, 9, 9, 9, 9);
    }

    @Test
    void numbersOfTheTagMustBeNumbers() throws Exception {
        RawTiff noData =
                new RawTiff().image(1, 1, 8, UNSIGNED, RawTiff.bytes(1)).noData("5.3f");
        assertThatThrownBy(() -> values(noData)).hasMessageContaining("nodata value '5.3f', wanted a number: set it");
        RawTiff scale = new RawTiff().image(1, 1, 8, UNSIGNED, RawTiff.bytes(1)).scale("0x1p3", "0");
        assertThatThrownBy(() -> values(scale)).hasMessageContaining("scale '0x1p3' for band 1, wanted a number");
        RawTiff zero = new RawTiff().image(1, 1, 8, UNSIGNED, RawTiff.bytes(1)).scale("0", "0");
        assertThatThrownBy(() -> values(zero)).hasMessageContaining("scale '0.0' for band 1");
    }

    /** Files beside the project, each with the count and the mean that GDAL gives. */
    @ParameterizedTest
    @CsvSource({
        "01-raster-scale-offset/i16_scale.tif, 400, 20.45",
        "01-raster-scale-offset/i16_scale_nd.tif, 200, 30.45",
        "01-raster-scale-offset/g_pamnd.tif, 399, 2.05",
        "02-dataset-mask/mask_int.tif, 200, 30.45",
        "02-dataset-mask/mask_int_defl.tif, 200, 30.45",
        "02-dataset-mask/mask_ext.tif, 200, 30.45",
        "04-sample-formats/i8.tif, 400, 0",
        "04-sample-formats/f16.tif, 400, 20.444",
        "04-sample-formats/u32.tif, 400, 1227000000",
        "04-sample-formats/u8_miniswhite.tif, 400, 20",
        "14-wrong-remedy-codecs-crs/f64_p2.tif, 400, 20.45"
    })
    void filesFromTheFieldHaveTheValuesThatGdalGives(String name, int count, double mean) throws Exception {
        float[] values = values(RealData.file("cases/" + name));
        double sum = 0;
        int valid = 0;
        for (float value : values) {
            sum += Float.isNaN(value) ? 0 : value;
            valid += Float.isNaN(value) ? 0 : 1;
        }
        assertThat(valid).isEqualTo(count);
        assertThat(sum / valid).isCloseTo(mean, org.assertj.core.data.Offset.offset(5e-4 * Math.max(1, mean)));
    }

    private static byte[] deflated(int... values) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(RawTiff.bytes(values));
        }
        return packed.toByteArray();
    }

    private static byte[] bits(String text) {
        String padded = String.format(Locale.ROOT, "%-" + (text.length() + 7) / 8 * 8 + "s", text)
                .replace(' ', '0');
        byte[] bytes = new byte[padded.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(padded.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    private float[] values(RawTiff tiff) throws IOException {
        return values(tiff.write(folder.resolve("test.tif")));
    }

    private static float[] values(Path file) {
        GeoTiffReader reader = GeoTiffs.reader(file);
        try (RasterSource source = RasterSource.open("test", reader, file)) {
            int[] bands = IntStream.range(0, source.bands()).toArray();
            float[] values = new float[(int) source.grid().pixels() * bands.length];
            source.values(source.grid().all(), bands, values);
            return values;
        } finally {
            reader.dispose();
        }
    }
}
