/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.enmap.EnmapMetadataReader;
import org.deepsalt.raster.enmap.ProductCopy;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that would keep a reader busy for ever or fill its memory are refused within a second and 50 MB. */
class HostileFilesTest {
    private static final int WARM_UP = 2;
    private static final int MOST_BYTES = 50 << 20;
    private static final int TAG_SUB_IFD = 330;
    private static final int TAG_EXIF = 34665;

    @TempDir
    Path folder;

    @Test
    void aTiffWhoseImagesHaveNoEndIsRefused() throws IOException {
        Path itself = tiff("self.tif", bytes -> linked(bytes, first(bytes)));
        assertRefused(() -> GeoTiffs.reader(itself), "self.tif", "again, so that they have no end");
        Path turns = tiff("turns.tif", bytes -> {
            byte[] both = appended(bytes, first(bytes));
            return linked(both, bytes.length);
        });
        assertRefused(() -> GeoTiffs.reader(turns), "turns.tif", "again, so that they have no end");
        Path many = tiff("many.tif", bytes -> chain(bytes, 100_000));
        assertRefused(() -> GeoTiffs.reader(many), "many.tif", "more than 1024 images");
    }

    @Test
    void aTiffWithSideFilesWithoutAnEndIsRefused() throws IOException {
        for (String ending : List.of(".ovr", ".msk", ".msk.ovr")) {
            Path image = tiff("image" + ending.hashCode() + ".tif", UnaryOperator.identity());
            Path side = tiff(image.getFileName() + ending, bytes -> linked(bytes, first(bytes)));
            assertRefused(() -> GeoTiffs.reader(image), side.getFileName().toString(), "again");
        }
    }

    /** GeoTools follows some of these tags: it must come to an end, whatever it says. */
    @Test
    void directoriesInsideOfDirectoriesComeToAnEnd() throws IOException {
        for (int tag : new int[] {TAG_SUB_IFD, TAG_EXIF, 34853, 40965}) {
            Path file = tiff("inner" + tag + ".tif", bytes -> pointing(bytes, tag, first(bytes)));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try {
                    GeoTiffs.reader(file).dispose();
                } catch (DeepSaltException e) {
                    assertThat(e).hasMessageContaining(file.getFileName().toString());
                }
            });
        }
    }

    @Test
    void aTiffOfFewBytesThatReferToManyIsRefused() throws IOException {
        Path repeated = tiff("repeated.tif", bytes -> repeated(bytes, 20_000, 1 << 20));
        assertRefused(() -> TiffFile.open(repeated), "repeated.tif", "its tags take more than");
        Path huge = tiff("huge.tif", bytes -> repeated(bytes, 1, 60 << 20));
        assertRefused(() -> TiffFile.open(huge), "huge.tif", "claims 62914560 values");
    }

    @Test
    void metadataThatAreDeepOrLargeOrFullOfEntitiesAreRefused() throws IOException {
        String nested = "<a>".repeat(60_000) + "</a>".repeat(60_000);
        assertMetadataRefused(nested, "depth");
        assertMetadataRefused("<a>" + "<b/>".repeat(1_000_000) + "</a>", "more than 500000 elements");
        assertMetadataRefused("<a>" + "x".repeat(17 << 20) + "</a>", "wanted at most 16777216");
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"x\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY e").append(i).append(" \"");
            bomb.append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
        }
        assertMetadataRefused(bomb.append("]><a>&e39;</a>").toString(), "DOCTYPE");
        Path large = folder.resolve("METADATA.XML");
        try (var out = Files.newOutputStream(large)) {
            out.write("<a>".getBytes(StandardCharsets.UTF_8));
            byte[] piece = "<b>text</b>".repeat(100_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(piece);
            }
        }
        assertRefused(() -> EnmapMetadataReader.read(large), "METADATA.XML", "wanted at most 16777216");
    }

    @Test
    void whatIsNoFileIsNamedAndNobodyWaitsForIt() throws Exception {
        Path pipe = folder.resolve("pipe.tif");
        assumeTrue(
                new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0,
                "named pipes cannot be made on this machine");
        assertNoFile(pipe, "a pipe, a socket or a device");
        assertNoFile(Files.createDirectory(folder.resolve("folder.tif")), "a folder");
        assertNoFile(Path.of("/dev/zero"), "a pipe, a socket or a device");
        Path socket = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertNoFile(socket, "a pipe, a socket or a device");
        }
    }

    private void assertNoFile(Path path, String kind) throws IOException {
        String name = path.getFileName().toString();
        assertRefused(() -> GeoTiffs.reader(path), name, kind);
        assertRefused(() -> GeoTiffs.isTiff(path), name, kind);
        assertRefused(() -> TiffFile.isTiff(path), name, kind);
        assertRefused(() -> EnmapMetadataReader.read(path), name, kind);
        assertRefused(() -> new FtirLibraryReader(Wavenumbers.BRUKER).read(path), name, kind);
        assertRefused(() -> RegularFile.bytes(path, 10), name, kind);
        if (Files.isDirectory(path)) {
            return;
        }
        Path target = Files.createDirectories(folder.resolve("target-" + name));
        assertRefused(
                () -> ProductCopy.into(target, path, file -> file, ArchiveLimits.STANDARD, Progress.SILENT),
                name,
                kind);
        Path image = tiff("beside-" + name + ".tif", UnaryOperator.identity());
        for (String ending : List.of(".ovr", ".msk")) {
            Path side = Files.createSymbolicLink(image.resolveSibling(image.getFileName() + ending), path);
            assertRefused(() -> GeoTiffs.reader(image), side.getFileName().toString(), kind);
            Files.delete(side);
        }
        for (String ending : List.of(".prj", ".tfw")) {
            Path side = Files.createSymbolicLink(image.resolveSibling("beside-" + name + ending), path);
            assertRefused(() -> GeoTiffs.reader(image), side.getFileName().toString(), kind);
            Files.delete(side);
        }
    }

    private void assertMetadataRefused(String xml, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("METADATA.XML"), xml);
        assertRefused(() -> EnmapMetadataReader.read(file), "METADATA.XML", why);
    }

    private interface Reading {
        Object read() throws Exception;
    }

    private static void assertRefused(Reading reading, String... words) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < WARM_UP; i++) {
                refusal(reading);
            }
            var thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long cpu = thread.getCurrentThreadCpuTime();
            long bytes = thread.getCurrentThreadAllocatedBytes();
            DeepSaltException refused = refusal(reading);
            bytes = thread.getCurrentThreadAllocatedBytes() - bytes;
            cpu = thread.getCurrentThreadCpuTime() - cpu;
            assertThat(refused).hasMessageContainingAll(words);
            assertThat(TimeUnit.NANOSECONDS.toMillis(cpu)).as(words[0]).isLessThan(1000);
            assertThat(bytes).as(words[0]).isLessThan(MOST_BYTES + (MOST_BYTES >> 1));
        });
    }

    private static DeepSaltException refusal(Reading reading) throws Exception {
        try {
            Object read = reading.read();
            throw new AssertionError("it was read as " + read);
        } catch (DeepSaltException e) {
            return e;
        }
    }

    private Path tiff(String name, UnaryOperator<byte[]> change) throws IOException {
        Path plain = folder.resolve("plain-" + name);
        new RawTiff().image(4, 4, 8, 1, new byte[16]).write(plain);
        byte[] bytes = Files.readAllBytes(plain);
        Files.delete(plain);
        return Files.write(folder.resolve(name), change.apply(bytes));
    }

    private static ByteBuffer wrapped(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int first(byte[] tiff) {
        return wrapped(tiff).getInt(4);
    }

    private static int end(byte[] tiff, int directory) {
        return directory + 2 + 12 * wrapped(tiff).getShort(directory);
    }

    /** The same file with another place of the second image. */
    private static byte[] linked(byte[] tiff, int next) {
        byte[] copy = tiff.clone();
        wrapped(copy).putInt(end(copy, first(copy)), next);
        return copy;
    }

    /** The same file with another image like the first behind its end. */
    private static byte[] appended(byte[] tiff, int next) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(tiff);
        byte[] directory = java.util.Arrays.copyOfRange(tiff, first(tiff), end(tiff, first(tiff)) + 4);
        wrapped(directory).putInt(directory.length - 4, next);
        out.writeBytes(directory);
        return out.toByteArray();
    }

    private static byte[] chain(byte[] tiff, int images) {
        int size = end(tiff, first(tiff)) + 4 - first(tiff);
        byte[] all = java.util.Arrays.copyOf(tiff, tiff.length + images * size);
        byte[] directory = java.util.Arrays.copyOfRange(tiff, first(tiff), first(tiff) + size);
        for (int i = 0; i < images; i++) {
            int at = tiff.length + i * size;
            wrapped(directory).putInt(size - 4, i == images - 1 ? 0 : at + size);
            System.arraycopy(directory, 0, all, at, size);
        }
        return linked(all, tiff.length);
    }

    /** The same file with a tag more that points to a directory. */
    private static byte[] pointing(byte[] tiff, int tag, int target) {
        return withTag(tiff, tag, 4, 1, target, 1);
    }

    /** The same file with a tag, again and again, that refers to many bytes at its end. */
    private static byte[] repeated(byte[] tiff, int times, int bytes) {
        byte[] all = withTag(tiff, 42112, 2, bytes, tiff.length, times);
        return java.util.Arrays.copyOf(all, Math.max(all.length, tiff.length + bytes));
    }

    /** Moves the first directory behind the end, with a tag added, and all its own tags before or behind in order. */
    private static byte[] withTag(byte[] tiff, int tag, int type, int count, int value, int times) {
        int from = first(tiff);
        int tags = wrapped(tiff).getShort(from);
        byte[] bytes = new byte[2 + 12 * (tags + times) + 4];
        ByteBuffer directory = wrapped(bytes);
        directory.putShort((short) (tags + times));
        int copied = 0;
        while (copied < tags && (wrapped(tiff).getShort(from + 2 + 12 * copied) & 0xffff) < tag) {
            directory.put(tiff, from + 2 + 12 * copied++, 12);
        }
        for (int i = 0; i < times; i++) {
            directory.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
        }
        while (copied < tags) {
            directory.put(tiff, from + 2 + 12 * copied++, 12);
        }
        directory.putInt(0);
        byte[] all = java.util.Arrays.copyOf(tiff, tiff.length + bytes.length);
        System.arraycopy(bytes, 0, all, tiff.length, bytes.length);
        wrapped(all).putInt(4, tiff.length);
        return all;
    }
}
