/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.deepsalt.raster.grid.Grid;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a GeoTIFF. Immutable.
 *
 * @param source the file, with a reader for its pixels
 * @param bands in the order of the file, each with a name
 */
public record RasterLayer(
        LayerInfo info,
        RasterFile source,
        List<BandInfo> bands,
        ReferencedEnvelope geographicBounds,
        @Nullable String srs)
        implements Layer {
    /**
     * A band.
     *
     * @param name from the catalog, else from the file, else {@code Band1} and so on
     * @param unit empty if none is known
     */
    public record BandInfo(String name, String unit) {}

    public RasterLayer {
        bands = List.copyOf(bands);
    }

    @Override
    public List<Path> files() {
        return List.of(file());
    }

    /** The file that holds the image. */
    public Path file() {
        return source.path();
    }

    /** The pixels at full resolution. */
    public Grid grid() {
        return source.grid();
    }

    @Override
    public ReferencedEnvelope bounds() {
        return grid().bounds();
    }

    /** The layer of a file that tells its CRS and its bands. */
    public static RasterLayer of(LayerInfo info, RasterFile file) {
        return new RasterLayer(
                info,
                file,
                LayerReader.named(file.bands()),
                Crs.geographic(file.grid().bounds()),
                Crs.identifier(file.grid().requireCrs("is no layer")));
    }

    /** Zero-based index of a band, found by its name or its number from 1; empty if there is none. */
    public OptionalInt band(String nameOrNumber) {
        OptionalInt named = IntStream.range(0, bands.size())
                .filter(i -> bands.get(i).name().equals(nameOrNumber))
                .findFirst();
        if (named.isPresent() || !nameOrNumber.matches("[0-9]{1,6}")) {
            return named;
        }
        int number = Integer.parseInt(nameOrNumber);
        return number >= 1 && number <= bands.size() ? OptionalInt.of(number - 1) : OptionalInt.empty();
    }
}
