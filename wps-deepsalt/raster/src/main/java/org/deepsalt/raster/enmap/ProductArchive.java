/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.WriteFailure;

/**
 * Unpacks an EnMAP product from a ZIP or a tar archive, whatever folder of the archive it lies in, also from a ZIP
 * inside of it, as the provider delivers products. Only the files that a scene needs come out, under names of their
 * own, so that no name in the archive is ever a path on this machine; a link in an archive becomes a file with the
 * link's text, which no reader takes for an image. Stateless.
 */
public final class ProductArchive {
    private static final int DEEPEST = 3;

    private ProductArchive() {}

    /** Whether a file is an archive of any kind, by its first bytes; not all kinds can be unpacked. */
    public static boolean isArchive(Path file) {
        return ArchiveKind.of(file) != ArchiveKind.NONE;
    }

    /**
     * Unpacks a product.
     *
     * @param folder receives the files; exists and is empty; the caller deletes it, also after a failure
     * @throws DeepSaltException if the archive is damaged, larger than the limits, has suspicious names, holds no or
     *     several products, or is of a kind that is not read
     */
    public static EnmapProduct unpack(Path archive, Path folder, ArchiveLimits limits, Progress progress) {
        String name = archive.getFileName().toString();
        try {
            unpack(archive, name, folder, limits, progress, DEEPEST);
        } catch (IOException e) {
            if (WriteFailure.isFull(folder, e)) {
                throw new DeepSaltException(
                        "archive '" + name + "' was not unpacked: "
                                + WriteFailure.reason(folder, "the folder of results", e),
                        e);
            }
            throw new DeepSaltException(
                    "archive '" + name + "' cannot be unpacked: " + e.getMessage()
                            + "; copy it again, or unpack it yourself and give its folder",
                    e);
        }
        return EnmapProduct.at(folder);
    }

    private static void unpack(
            Path archive, String name, Path folder, ArchiveLimits limits, Progress progress, int depth)
            throws IOException {
        ArchiveKind kind = ArchiveKind.of(archive);
        switch (kind) {
            case ZIP -> ZipProduct.unpack(archive, name, folder, limits, progress.part(0, 0.9));
            case TAR, GZIP -> TarProduct.unpack(archive, name, folder, limits, progress.part(0, 0.9));
            default ->
                throw new DeepSaltException("'" + name + "' is "
                        + (kind == ArchiveKind.NONE
                                ? "no archive"
                                : "a " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " archive")
                        + ", wanted a ZIP or tar.gz: unpack it and give the product's folder");
        }
        Path inner = folder.resolve(ArchiveContents.INNER);
        if (Files.exists(inner)) {
            if (depth == 1) {
                throw new DeepSaltException("archive '" + name + "' holds archives in archives, " + DEEPEST
                        + " deep: unpack it and give the product's folder");
            }
            unpackInner(inner, "the ZIP inside of " + name, folder, limits, progress, depth);
        }
    }

    private static void unpackInner(
            Path inner, String name, Path folder, ArchiveLimits limits, Progress progress, int depth)
            throws IOException {
        Path moved = folder.resolve("of-depth-" + depth + ".zip");
        Files.move(inner, moved);
        try {
            unpack(moved, name, folder, limits, progress.part(0.9, 1), depth - 1);
        } finally {
            Files.delete(moved);
        }
    }
}
