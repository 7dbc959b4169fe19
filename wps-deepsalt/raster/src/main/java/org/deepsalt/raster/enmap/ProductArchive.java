/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;

/**
 * Unpacks an EnMAP product from a ZIP, whatever folder of the archive it lies in. Only the files that a scene needs
 * come out, under names of their own, so that no name in the archive is ever a path on this machine; a link in an
 * archive becomes a file with the link's text, which no reader takes for an image. Stateless.
 */
public final class ProductArchive {
    private static final int ZIP_SIGNATURE = 0x504B;

    private ProductArchive() {}

    /** Whether a file is a ZIP, by its first bytes. */
    public static boolean isZip(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            return (bytes.read() << 8 | bytes.read()) == ZIP_SIGNATURE;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Unpacks a product.
     *
     * @param folder receives the files; exists and is empty; the caller deletes it, also after a failure
     * @throws DeepSaltException if the archive is damaged, larger than the limits, has suspicious names or holds no or
     *     several products
     */
    public static EnmapProduct unpack(Path zip, Path folder, ArchiveLimits limits, Progress progress) {
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            Map<String, ZipEntry> wanted = wanted(zip, archive, limits);
            requireRoom(zip, wanted, folder, limits);
            CountedCopy copy = new CountedCopy(declared(wanted), progress);
            for (Map.Entry<String, ZipEntry> file : wanted.entrySet()) {
                try (InputStream bytes = archive.getInputStream(file.getValue())) {
                    Path target = folder.resolve(file.getKey());
                    copy.copy(bytes, target, total -> guard(zip, file.getValue(), total, copy.bytes(), limits));
                }
            }
        } catch (IOException e) {
            throw unreadable(zip, e);
        }
        return EnmapProduct.at(folder);
    }

    private static Map<String, ZipEntry> wanted(Path zip, ZipFile archive, ArchiveLimits limits) {
        if (archive.size() > limits.entries()) {
            throw refused(zip, "holds " + archive.size() + " files, wanted at most " + limits.entries());
        }
        Map<String, ZipEntry> wanted = new LinkedHashMap<>();
        for (ZipEntry entry : archive.stream().toList()) {
            String path = entry.getName().replace('\\', '/');
            requireInside(zip, path);
            String fileName = path.substring(path.lastIndexOf('/') + 1);
            // macOS puts a shadow of each file, of the same name but for the beginning, into its archives.
            Optional<String> name = entry.isDirectory() || fileName.startsWith("._")
                    ? Optional.empty()
                    : EnmapProduct.plainName(fileName);
            if (name.isPresent() && wanted.put(name.get(), entry) != null) {
                throw refused(zip, "holds several files named *" + name.get() + ", wanted one product");
            }
        }
        if (!wanted.containsKey(EnmapProduct.PLAIN_IMAGE)) {
            throw refused(zip, "holds no file named *" + EnmapProduct.PLAIN_IMAGE);
        }
        return wanted;
    }

    private static void requireInside(Path zip, String path) {
        boolean drive = path.length() > 1 && path.charAt(1) == ':';
        if (path.startsWith("/") || drive || List.of(path.split("/", -1)).contains("..")) {
            throw refused(zip, "holds a file named '" + path + "', which leads out of it");
        }
    }

    private static long declared(Map<String, ZipEntry> wanted) {
        return wanted.values().stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
    }

    private static void requireRoom(Path zip, Map<String, ZipEntry> wanted, Path folder, ArchiveLimits limits)
            throws IOException {
        long size = declared(wanted);
        if (size > limits.bytes()) {
            throw refused(zip, "unpacks to " + size + " bytes, wanted at most " + limits.bytes());
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (size > free) {
            throw new DeepSaltException("'" + zip.getFileName() + "' unpacks to " + size + " bytes but the disk has "
                    + free + " left: make room, or unpack the product yourself");
        }
    }

    /** Sizes in the archive's directory may lie, so what really comes out is counted. */
    private static void guard(Path zip, ZipEntry entry, long bytes, long all, ArchiveLimits limits) {
        if (all > limits.bytes()) {
            throw refused(zip, "unpacks to more than " + limits.bytes() + " bytes");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (bytes > limits.freeBytes() && bytes / packed > limits.ratio()) {
            throw refused(
                    zip,
                    "holds '" + entry.getName() + "', which unpacks to more than " + limits.ratio()
                            + " times its packed size, as no image does");
        }
    }

    private static DeepSaltException refused(Path zip, String why) {
        return new DeepSaltException("archive '" + zip.getFileName() + "' is refused: it " + why
                + "; give the ZIP of one EnMAP L2A product as delivered, or its folder");
    }

    private static DeepSaltException unreadable(Path zip, IOException e) {
        return new DeepSaltException(
                "archive '" + zip.getFileName() + "' cannot be unpacked: " + e.getMessage() + "; copy it again", e);
    }
}
