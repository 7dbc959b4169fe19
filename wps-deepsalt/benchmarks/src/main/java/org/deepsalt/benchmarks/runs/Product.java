/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.world.WorldFiles;

/**
 * A synthetic EnMAP product in one layout, and the maps that go with it.
 *
 * @param image the spectral image
 * @param soil map of the soil's covariates
 * @param climate map of the other covariates
 */
public record Product(Path image, Path soil, Path climate) {
    /** The product as the sample world made it. */
    public static Product of(WorldFiles world) {
        return new Product(EnmapProduct.at(world.enmap()).spectralImage(), world.soil(), world.climate());
    }

    /** The product with its image in another layout; the other files are links. */
    public Product in(Layout layout, Path folder, Gdal gdal) throws IOException {
        if (layout.creationOptions().isEmpty()) {
            return this;
        }
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(image.getParent())) {
            for (Path file : files.filter(one -> !one.equals(image)).toList()) {
                Files.createSymbolicLink(folder.resolve(file.getFileName()), file);
            }
        }
        Path converted = folder.resolve(image.getFileName());
        gdal.convert(image, converted, layout);
        return new Product(converted, soil, climate);
    }
}
