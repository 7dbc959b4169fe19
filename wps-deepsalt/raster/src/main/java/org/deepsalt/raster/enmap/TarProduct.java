/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.deepsalt.model.Progress;

/**
 * Unpacks the files of a product from a tar archive, plain or in gzip. The archive is gone through twice: what it holds
 * and whether it is whole is known before anything is written. Stateless.
 */
final class TarProduct {
    private static final int PIECE = 1 << 20;

    private TarProduct() {}

    /**
     * Puts the files, or the archive inside, into a folder.
     *
     * @param name of the archive in messages
     */
    static void unpack(Path tar, String name, Path folder, ArchiveLimits limits, Progress progress) throws IOException {
        ArchiveContents contents = new ArchiveContents(name, limits);
        list(tar, contents, limits, progress.part(0, 0.5));
        Map<String, String> wanted = contents.wanted();
        contents.requireRoom(folder);
        CountedCopy copy = new CountedCopy(contents.declared(), progress.part(0.5, 1));
        try (TarArchiveInputStream archive = new TarArchiveInputStream(ArchiveKind.tar(tar))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                copy.look("unpacking");
                String plain = entry.isFile() ? wanted.get(entry.getName()) : null;
                if (plain != null) {
                    Path target = folder.resolve(plain);
                    copy.copy(archive, target, total -> guard(contents, copy.bytes(), limits));
                    if (Files.size(target) != entry.getSize()) {
                        throw contents.damaged("'" + entry.getName() + "' ends too early");
                    }
                }
            }
        }
    }

    private static void list(Path tar, ArchiveContents contents, ArchiveLimits limits, Progress progress)
            throws IOException {
        long packed = Math.max(1, Files.size(tar));
        try (InputStream bytes = ArchiveKind.tar(tar);
                TarArchiveInputStream archive = new TarArchiveInputStream(bytes)) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (!entry.isCheckSumOK()) {
                    throw contents.damaged("the header of '" + entry.getName() + "' does not have its checksum");
                }
                contents.add(
                        entry.getName(), entry.isFile() && !entry.isLink() && !entry.isSymbolicLink(), entry.getSize());
                progress.report(0, "looking into the archive");
                requireBounded(archive.getBytesRead(), packed, contents, limits);
                // Going to the next entry at once would unpack this one without a look.
                readToEnd(archive, archive.getBytesRead(), packed, contents, limits, progress);
            }
            // Gzip tells at its very end whether all of it was right.
            readToEnd(bytes, archive.getBytesRead(), packed, contents, limits, progress);
        }
    }

    private static void readToEnd(
            InputStream bytes,
            long before,
            long packed,
            ArchiveContents contents,
            ArchiveLimits limits,
            Progress progress)
            throws IOException {
        byte[] piece = new byte[PIECE];
        long unpacked = before;
        for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
            progress.report(0, "looking into the archive");
            unpacked += read;
            requireBounded(unpacked, packed, contents, limits);
        }
    }

    private static void requireBounded(long unpacked, long packed, ArchiveContents contents, ArchiveLimits limits) {
        if (unpacked > limits.bytes() || (unpacked > limits.freeBytes() && unpacked / packed > limits.ratio())) {
            throw contents.refused("unpacks to more than " + unpacked + " bytes");
        }
    }

    private static void guard(ArchiveContents contents, long all, ArchiveLimits limits) {
        if (all > limits.bytes()) {
            throw contents.refused("unpacks to more than " + limits.bytes() + " bytes");
        }
    }
}
