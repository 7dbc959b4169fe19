/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;

/**
 * Writes a GeoTIFF tile by tile: deflate with predictor, overviews made on the way, laid out as a cloud-optimised
 * GeoTIFF (directories first, then the smallest overview, the full image last), as BigTIFF where it grows beyond 4 GB.
 * Memory holds the tile at hand and one row of tiles per overview; the rest waits in scratch files beside the target,
 * which appears under its name only when it is whole. {@link #write} may be called from several threads, each tile
 * once; equal samples give equal bytes whatever the order.
 */
public final class TiledTiffWriter implements AutoCloseable {
    private final Path target;
    private final TiffLayout layout;
    private final GeoTiffTags tags;
    private final Pyramid pyramid;

    /**
     * Starts a file.
     *
     * @param reductions how each band becomes an overview; empty for a file without overviews
     */
    public TiledTiffWriter(Path target, TiffLayout layout, GeoTiffTags tags, List<Reduction> reductions)
            throws IOException {
        this.target = target.toAbsolutePath();
        this.layout = layout;
        this.tags = tags;
        this.pyramid = new Pyramid(layout, reductions, this.target.resolveSibling(""));
    }

    /**
     * Adds one tile.
     *
     * @param column tile column, from 0 at the left
     * @param row tile row, from 0 at the top
     * @param samples band after band, each {@code tile * tile} values in row order; those beyond the image's edge are
     *     written as they are
     */
    public void write(int column, int row, float[] samples) throws IOException {
        int expected = layout.bands() * layout.tile() * layout.tile();
        if (samples.length != expected) {
            throw new IllegalArgumentException("a tile has " + expected + " samples, got " + samples.length);
        }
        pyramid.put(column, row, samples);
    }

    /** Puts the file together under its name. Every tile must have been written. */
    public void finish() throws IOException {
        // Not createTempFile: its files are readable by their owner alone, and this one is going to be published.
        Path whole = target.resolveSibling(".deepsalt-" + UUID.randomUUID() + ".tif");
        try {
            try (FileChannel channel =
                    FileChannel.open(whole, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(new TiffHead(pyramid.levels(), tags).bytes());
                List<Level> levels = pyramid.levels();
                for (int i = levels.size() - 1; i >= 0; i--) {
                    levels.get(i).copyTo(channel);
                }
            }
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Frees the scratch files; without {@link #finish} nothing remains. */
    @Override
    public void close() throws IOException {
        pyramid.close();
    }
}
