/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.grid.Window;

/**
 * Puts windows of any shape together into the tiles of a file. A tile waits in memory until its last pixel has come:
 * with windows as wide as the image, that is a row or two of tiles. Thread-safe.
 */
final class TileAssembly {
    private final TiledTiffWriter writer;
    private final Window area;
    private final int side;
    private final int bands;
    private final Map<Window, Pending> pending = new HashMap<>();

    /** A tile of which pixels are missing; threads fill different pixels of it at the same time. */
    private record Pending(float[] samples, AtomicInteger missing) {}

    /** @param area that the file's tiles divide, from its upper left on */
    TileAssembly(TiledTiffWriter writer, Window area, int side, int bands) {
        this.writer = writer;
        this.area = area;
        this.side = side;
        this.bands = bands;
    }

    /**
     * Adds a window, and writes the tiles that it completes.
     *
     * @param samples band after band, {@code window.pixels()} each
     */
    void add(Window window, float[] samples) throws IOException {
        for (int row = (window.y() - area.y()) / side; row * side < window.y() + window.height() - area.y(); row++) {
            int column = (window.x() - area.x()) / side;
            for (; column * side < window.x() + window.width() - area.x(); column++) {
                Window tile = new Window(area.x() + column * side, area.y() + row * side, side, side);
                Pending waiting = pending(tile);
                Window part = tile.intersection(window);
                copy(window, samples, part, tile, waiting.samples);
                if (waiting.missing.addAndGet(-part.pixels()) == 0) {
                    forget(tile);
                    writer.write(column, row, waiting.samples);
                }
            }
        }
    }

    private Pending pending(Window tile) {
        synchronized (pending) {
            return pending.computeIfAbsent(tile, absent -> {
                float[] samples = new float[bands * side * side];
                Arrays.fill(samples, Float.NaN);
                return new Pending(
                        samples, new AtomicInteger(tile.intersection(area).pixels()));
            });
        }
    }

    private void forget(Window tile) {
        synchronized (pending) {
            pending.remove(tile);
        }
    }

    private void copy(Window window, float[] samples, Window part, Window tile, float[] target) {
        for (int band = 0; band < bands; band++) {
            for (int y = part.y(); y < part.y() + part.height(); y++) {
                int from = band * window.pixels() + (y - window.y()) * window.width() + part.x() - window.x();
                int to = (band * side + y - tile.y()) * side + part.x() - tile.x();
                System.arraycopy(samples, from, target, to, part.width());
            }
        }
    }
}
