/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deepsalt.model.Progress;

/** Unpacks the files of a product from a ZIP, each with its checksum and size. Stateless. */
final class ZipProduct {
    private ZipProduct() {}

    /**
     * Puts the files, or the archive inside, into a folder.
     *
     * @param name of the archive in messages
     */
    static void unpack(Path zip, String name, Path folder, ArchiveLimits limits, Progress progress) throws IOException {
        ArchiveContents contents = new ArchiveContents(name, limits);
        ZipHeaders.check(zip, contents);
        try (ZipFile archive = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                contents.add(entry.getName(), !entry.isDirectory(), entry.getSize());
            }
            Map<String, String> wanted = contents.wanted();
            contents.requireRoom(folder);
            CountedCopy copy = new CountedCopy(contents.declared(), progress);
            for (Map.Entry<String, String> file : wanted.entrySet()) {
                ZipEntry entry = archive.getEntry(file.getKey());
                Path target = folder.resolve(file.getValue());
                CRC32 sum = new CRC32();
                try (InputStream bytes = new CheckedInputStream(archive.getInputStream(entry), sum)) {
                    copy.copy(bytes, target, total -> guard(contents, entry, total, copy.bytes(), limits));
                } catch (java.util.zip.ZipException e) {
                    throw contents.damaged("'" + entry.getName() + "' cannot be unpacked (" + e.getMessage() + ")");
                }
                if (sum.getValue() != entry.getCrc() || Files.size(target) != entry.getSize()) {
                    throw contents.damaged("'" + entry.getName() + "' does not have the checksum and the size that the"
                            + " archive tells");
                }
            }
        }
    }

    /** Sizes in the archive's directory may lie, so what really comes out is counted. */
    private static void guard(ArchiveContents contents, ZipEntry entry, long bytes, long all, ArchiveLimits limits) {
        if (all > limits.bytes()) {
            throw contents.refused("unpacks to more than " + limits.bytes() + " bytes");
        }
        long packed = Math.max(1, entry.getCompressedSize());
        if (bytes > limits.freeBytes() && bytes / packed > limits.ratio()) {
            throw contents.refused("holds '" + entry.getName() + "', which unpacks to more than " + limits.ratio()
                    + " times its packed size, as no image does");
        }
    }
}
