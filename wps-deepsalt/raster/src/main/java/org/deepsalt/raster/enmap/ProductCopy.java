/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.raster.geotiff.decode.TiffFile;

/** Copies a product, wherever it lies, into a folder of its own, under the names without prefix. Stateless. */
public final class ProductCopy {
    private ProductCopy() {}

    /**
     * Copies or unpacks a product.
     *
     * @param source the product's folder, archive, METADATA.XML or spectral image
     * @param permitted answers with the real path of a file that may be read and throws for others; asked for each file
     *     of the product, because a file of a permitted folder may be a link
     * @param folder receives the files; exists and is empty; the caller deletes it, also after a failure
     * @param limits of an archive
     * @throws DeepSaltException if the product is not whole, not permitted or cannot be copied
     */
    public static EnmapProduct into(
            Path folder, Path source, UnaryOperator<Path> permitted, ArchiveLimits limits, Progress progress) {
        if (ProductArchive.isArchive(source)) {
            return ProductArchive.unpack(source, folder, limits, progress);
        }
        Map<String, Path> files = EnmapProduct.at(source).files();
        files.replaceAll((name, file) -> permitted.apply(file));
        TiffFile.open(Objects.requireNonNull(files.get(EnmapProduct.PLAIN_IMAGE), "a product has an image"))
                .requireWhole();
        try {
            long size = 0;
            for (Path file : files.values()) {
                size += Files.size(RegularFile.require(file));
            }
            CountedCopy copy = new CountedCopy(size, progress);
            for (Map.Entry<String, Path> file : files.entrySet()) {
                try (InputStream bytes = RegularFile.stream(file.getValue())) {
                    copy.copy(bytes, folder.resolve(file.getKey()), total -> {});
                }
            }
        } catch (IOException e) {
            throw new DeepSaltException(
                    "product '" + source.getFileName() + "' was not copied: "
                            + WriteFailure.reason(folder, "the folder of results", e),
                    e);
        }
        return EnmapProduct.at(folder);
    }
}
