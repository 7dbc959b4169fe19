/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.util.List;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.style.Colorizer;
import org.deepsalt.demohost.style.RasterSymbolizer;
import org.deepsalt.demohost.wms.request.Deadline;
import org.deepsalt.demohost.wms.request.MapArea;
import org.deepsalt.demohost.wms.request.WmsErrors;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.coverage.WarpedSource;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridMapping;
import org.deepsalt.raster.grid.Window;
import org.jspecify.annotations.Nullable;

/**
 * Draws an image: the value at the centre of each pixel of the map, in the overview that is just fine enough. Memory
 * is bounded by drawing some rows at a time. One per drawing; not thread-safe.
 */
public final class RasterPainter {
    private static final int PIXELS_AT_ONCE = 1 << 20;
    private static final int PROBES = 5;

    private final MapArea area;
    private final RasterLayer layer;
    private final RasterSymbolizer symbolizer;
    private final int[] bands;

    /** @throws OwsException if the style wants a band that the layer does not have */
    RasterPainter(MapArea area, RasterLayer layer, Drawing drawing) {
        this.area = area;
        this.layer = layer;
        this.symbolizer = drawing.style().raster().orElseThrow();
        this.bands = symbolizer.channels().stream()
                .map(channel -> channel.bandIn(drawing.variables()))
                .mapToInt(band -> layer.band(band)
                        .orElseThrow(() -> new OwsException(
                                WmsErrors.INVALID,
                                "styles",
                                "style '" + drawing.styleName() + "' draws band '" + band + "', but layer '"
                                        + layer.name() + "' has " + described(layer.bands()))))
                .toArray();
    }

    private static String described(List<BandInfo> bands) {
        String names =
                String.join(", ", bands.stream().limit(8).map(BandInfo::name).toList());
        return bands.size() + " bands: " + names + (bands.size() > 8 ? ", ..." : "");
    }

    /** @param visible pixels of the map that the image can reach */
    void paint(Canvas canvas, Window visible, Deadline deadline) {
        Colorizer colorizer = symbolizer.colorizer();
        try (RasterSource source = RasterSource.openReduced(
                layer.name(), layer.source().reader(), layer.source().path(), step(visible))) {
            WarpedSource warped = new WarpedSource(source, bands, area.grid(), WarpedSource.Sampling.NEAREST);
            int height = Math.max(1, PIXELS_AT_ONCE / (visible.width() * bands.length));
            for (int y = visible.y(); y < visible.y() + visible.height(); y += height) {
                deadline.check();
                Window window = new Window(
                        visible.x(), y, visible.width(), Math.min(height, visible.y() + visible.height() - y));
                float[] values = warped.read(window);
                int[] argb = new int[window.pixels()];
                colorizer.color(values, argb);
                canvas.blend(window, argb);
            }
            source.finish();
        }
    }

    /** The least distance of two neighbours on the map in pixels of the image. */
    private double step(Window visible) {
        GridMapping mapping = new GridMapping(area.grid(), layer.grid());
        double step = Double.POSITIVE_INFINITY;
        for (int probe = 0; probe < PROBES * PROBES; probe++) {
            int column = visible.x() + probe % PROBES * (visible.width() - 1) / (PROBES - 1);
            int row = visible.y() + probe / PROBES * (visible.height() - 1) / (PROBES - 1);
            double[] at = mapping.centres(new Window(column, row, 2, 2));
            if (layer.grid().holds(at[0], at[1])) {
                step = Math.min(step, Math.hypot(at[2] - at[0], at[3] - at[1]));
                step = Math.min(step, Math.hypot(at[4] - at[0], at[5] - at[1]));
            }
        }
        return Double.isFinite(step) ? step : 1;
    }

    /**
     * Reads the values of a layer at a pixel of a map.
     *
     * @param pixel a window of one pixel
     * @return one scaled value per band, NaN for nodata; null outside the image
     */
    public static float @Nullable [] valuesAt(MapArea area, RasterLayer layer, Window pixel) {
        int[] all = new int[layer.bands().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        Grid grid = layer.grid();
        double[] at = new GridMapping(area.grid(), grid).centres(pixel);
        if (!(at[0] >= 0 && at[1] >= 0 && at[0] < grid.width() && at[1] < grid.height())) {
            return null;
        }
        try (RasterSource source = RasterSource.open(
                layer.name(), layer.source().reader(), layer.source().path())) {
            return new WarpedSource(source, all, area.grid(), WarpedSource.Sampling.NEAREST).read(pixel);
        }
    }
}
