/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductArchiveTest {
    private static final ArchiveLimits SMALL = new ArchiveLimits(1_000_000, 5, 200, 100_000);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createDirectory(temporary.resolve("out"));
    }

    @Test
    void aProductsFolderInAZipLosesItsPrefix() throws IOException {
        Path zip = zip(
                "ENMAP01/ENMAP01-SPECTRAL_IMAGE_COG.tiff",
                "ENMAP01/ENMAP01-metadata.xml",
                "ENMAP01/ENMAP01-QL_QUALITY_CLOUD.TIF",
                "__MACOSX/ENMAP01/._ENMAP01-METADATA.XML",
                "ENMAP01/ENMAP01-QL_VNIR.TIF");
        EnmapProduct product = ProductArchive.unpack(zip, folder, SMALL, Progress.SILENT);
        assertThat(product.spectralImage())
                .isEqualTo(folder.resolve("SPECTRAL_IMAGE.TIF"))
                .hasContent("ENMAP01/ENMAP01-SPECTRAL_IMAGE_COG.tiff");
        assertThat(product.metadata().orElseThrow()).hasContent("ENMAP01/ENMAP01-metadata.xml");
        assertThat(product.quality()).containsOnlyKeys(QualityLayer.CLOUD);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void filesWithoutPrefixAtTheTopAreAProductToo() throws IOException {
        Path zip = zip("SPECTRAL_IMAGE.TIF", "METADATA.XML");
        EnmapProduct product = ProductArchive.unpack(zip, folder, SMALL, Progress.SILENT);
        assertThat(product.metadata()).isEqualTo(Optional.of(folder.resolve("METADATA.XML")));
        assertThat(ProductArchive.isArchive(zip)).isTrue();
        assertThat(ProductArchive.isArchive(product.spectralImage())).isFalse();
        assertThat(ProductArchive.isArchive(folder)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../SPECTRAL_IMAGE.TIF",
                "a/../../SPECTRAL_IMAGE.TIF",
                "/etc/SPECTRAL_IMAGE.TIF",
                "..\\SPECTRAL_IMAGE.TIF",
                "C:\\SPECTRAL_IMAGE.TIF",
                "../readme.txt"
            })
    void aNameThatLeadsOutIsRefused(String name) throws IOException {
        assertRefused(zip("X-SPECTRAL_IMAGE.TIF", name)).hasMessageContaining("which leads out of it");
        assertNothingUnpacked();
    }

    @Test
    void severalProductsAreRefused() throws IOException {
        assertRefused(zip("a/A-SPECTRAL_IMAGE.TIF", "b/B-SPECTRAL_IMAGE.TIF"))
                .hasMessageContaining("holds several files named *SPECTRAL_IMAGE.TIF, wanted one product");
        assertNothingUnpacked();
    }

    @Test
    void anArchiveOfSomethingElseIsRefused() throws IOException {
        assertRefused(zip("letter.txt", "METADATA.XML"))
                .hasMessageContaining("holds no file named *SPECTRAL_IMAGE.TIF");
        Path broken = Files.writeString(temporary.resolve("broken.zip"), "PK is how it begins");
        assertRefused(broken).hasMessageContaining("archive 'broken.zip' cannot be unpacked");
    }

    @Test
    void tooManyFilesAreRefused() throws IOException {
        assertRefused(zip("1", "2", "3", "4", "5", "SPECTRAL_IMAGE.TIF"))
                .hasMessageContaining("holds more than 5 files");
    }

    @Test
    void aBombIsRefused() throws IOException {
        byte[] zeros = new byte[500_000];
        Path bomb = zip(zeros, "SPECTRAL_IMAGE.TIF");
        assertRefused(bomb).hasMessageContaining("more than 200 times its packed size");
        Path large = zip(new byte[1_000_001], "SPECTRAL_IMAGE.TIF");
        assertRefused(large).hasMessageContaining("unpacks to 1000001 bytes, wanted at most 1000000");
    }

    @Test
    void aSizeThatLiesIsFoundOutWhileUnpacking() throws IOException {
        Path zip = zip(new byte[1_200_000], "SPECTRAL_IMAGE.TIF");
        byte[] bytes = Files.readAllBytes(zip);
        int directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        Arrays.fill(bytes, directory + 24, directory + 28, (byte) 0);
        bytes[directory + 24] = 100;
        Files.write(zip, bytes);
        assertRefused(zip).isInstanceOf(DeepSaltException.class);
    }

    @Test
    void aLinkBecomesAFileWithItsText() throws IOException {
        Path zip = zip("/outside".getBytes(StandardCharsets.UTF_8), "SPECTRAL_IMAGE.TIF");
        byte[] bytes = Files.readAllBytes(zip);
        int directory = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        byte unix = 3;
        bytes[directory + 5] = unix;
        bytes[directory + 40] = (byte) 0xFF;
        bytes[directory + 41] = (byte) 0xA1;
        Files.write(zip, bytes);
        Path image = ProductArchive.unpack(zip, folder, SMALL, Progress.SILENT).spectralImage();
        assertThat(Files.isSymbolicLink(image)).isFalse();
        assertThat(image).hasContent("/outside");
    }

    @Test
    void unpackingStopsWhenItIsCancelled() throws IOException {
        Path zip = zip("SPECTRAL_IMAGE.TIF", "METADATA.XML");
        Progress cancelled = (fraction, task) -> {
            throw new CancelledException();
        };
        assertThatThrownBy(() -> ProductArchive.unpack(zip, folder, SMALL, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path zip) {
        return assertThatThrownBy(() -> ProductArchive.unpack(zip, folder, SMALL, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class);
    }

    private void assertNothingUnpacked() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    private Path zip(String... names) throws IOException {
        return zip(null, names);
    }

    /** @param content of each file, null for its name */
    private Path zip(byte[] content, String... names) throws IOException {
        Path zip = temporary.resolve("product.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream archive = new ZipOutputStream(file)) {
            for (String name : names) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(content == null ? name.getBytes(StandardCharsets.UTF_8) : content);
                archive.closeEntry();
            }
        }
        return zip;
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        int at = bytes.length - wanted.length;
        while (!Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at--;
        }
        return at;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.tar", "dims_op_oc_1.tar.gz"})
    void aTarWithAZipInsideIsAProductAsDelivered(String name) throws IOException {
        Path inner = zip("P/P-SPECTRAL_IMAGE.TIF", "P/P-METADATA.XML");
        Path tar = tar(name, "ENMAP.HSI.L2A/1/P.ZIP", Files.readAllBytes(inner));
        EnmapProduct product = ProductArchive.unpack(tar, folder, SMALL, Progress.SILENT);
        assertThat(product.spectralImage()).hasContent("P/P-SPECTRAL_IMAGE.TIF");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aTarMayHoldTheFilesThemselves() throws IOException {
        byte[] image = "image".getBytes(StandardCharsets.UTF_8);
        Path tar = tar("product.tar.gz", "P/P-SPECTRAL_IMAGE.TIF", image);
        assertThat(ProductArchive.unpack(tar, folder, SMALL, Progress.SILENT).spectralImage())
                .hasBinaryContent(image);
    }

    /** Names have no checksum. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlippedNameRefusesTheArchive(boolean inDirectory) throws IOException {
        Path zip = zip("P/P-SPECTRAL_IMAGE.TIF", "P/P-METADATA.XML", "P/P-QL_QUALITY_CLOUD.TIF");
        byte[] bytes = Files.readAllBytes(zip);
        byte[] name = "P/P-QL_QUALITY_CLOUD.TIF".getBytes(StandardCharsets.UTF_8);
        int first = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("P/P-QL_QUALITY_CLOUD.TIF");
        bytes[(inDirectory ? lastIndexOf(bytes, name) : first) + 10] ^= 1;
        Files.write(zip, bytes);
        assertRefused(zip)
                .hasMessageContaining("archive 'product.zip' is damaged: its directory calls a file '")
                .hasMessageContaining("that calls itself '");
        assertNothingUnpacked();
    }

    @Test
    void otherMethodsAreNamed() throws IOException {
        Path zip = zip("P/P-SPECTRAL_IMAGE.TIF");
        byte[] bytes = Files.readAllBytes(zip);
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        bytes[directory + 10] = 12;
        Files.write(zip, bytes);
        assertRefused(zip)
                .hasMessageContaining("'P/P-SPECTRAL_IMAGE.TIF' is compressed with bzip2, wanted files that are stored")
                .hasMessageContaining("unpack it and give the product's folder");
        bytes[directory + 10] = 8;
        bytes[directory + 8] |= 1;
        Files.write(zip, bytes);
        assertRefused(zip).hasMessageContaining("'P/P-SPECTRAL_IMAGE.TIF' is encrypted");
    }

    @Test
    void anArchiveInsideIsNamedByTheOneThatTheUserGave() throws IOException {
        Path inner = zip("P/P-SPECTRAL_IMAGE.TIF", "P/P-METADATA.XML");
        byte[] bytes = Files.readAllBytes(inner);
        String name = "P/P-SPECTRAL_IMAGE.TIF";
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name) + name.length() + 2] ^= 1;
        Path tar = tar("delivered.tar.gz", "1/P.ZIP", bytes);
        assertRefused(tar).hasMessageContaining("archive 'the ZIP inside of delivered.tar.gz'");
    }

    @Test
    void severalZipsInAnArchiveAreRefused() throws IOException {
        assertRefused(zip("a/A.ZIP", "b/B.ZIP")).hasMessageContaining("'a/A.ZIP' and 'b/B.ZIP', wanted one product");
        assertNothingUnpacked();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlippedByteRefusesTheArchive(boolean gzip) throws IOException {
        byte[] image = new byte[20_000];
        new java.util.Random(1).nextBytes(image);
        Path archive = gzip ? tar("product.tar.gz", "SPECTRAL_IMAGE.TIF", image) : zip(image, "SPECTRAL_IMAGE.TIF");
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 4;
        Files.write(archive, bytes);
        assertRefused(archive).hasMessageContaining("archive '" + archive.getFileName() + "'");
    }

    @Test
    void otherArchivesAreToldApart() throws IOException {
        Path seven =
                Files.write(temporary.resolve("p.7z"), new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c});
        assertRefused(seven).hasMessageContaining("is a seven zip archive, wanted a ZIP or tar.gz: unpack it");
        Path gzip = temporary.resolve("p.gz");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            packed.write(new byte[1000]);
        }
        assertRefused(gzip).hasMessageContaining("is a gzip file with something else than a tar archive in it");
    }

    /** As POSIX 1003.1 has it: a header of 512 bytes, the content in blocks of as many, two empty blocks. */
    private Path tar(String fileName, String entry, byte[] content) throws IOException {
        byte[] header = new byte[512];
        put(header, 0, entry);
        put(header, 100, "0000644\0");
        put(header, 124, String.format(Locale.ROOT, "%011o\0", content.length));
        put(header, 136, "00000000000\0");
        put(header, 148, "        0");
        put(header, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte one : header) {
            sum += Byte.toUnsignedInt(one);
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        Path tar = temporary.resolve(fileName);
        OutputStream file = Files.newOutputStream(tar);
        try (OutputStream archive = fileName.endsWith("gz") ? new GZIPOutputStream(file) : file) {
            archive.write(header);
            archive.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
            archive.write(new byte[1024]);
        }
        return tar;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
