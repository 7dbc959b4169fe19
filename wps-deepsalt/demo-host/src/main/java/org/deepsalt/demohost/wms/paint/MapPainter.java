/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.util.List;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.PointLayer;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.wms.request.Deadline;
import org.deepsalt.demohost.wms.request.MapArea;
import org.deepsalt.demohost.wms.request.MapCrs;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.CrsBox;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.jspecify.annotations.Nullable;

/** Draws layers one above the other. Stateless. */
public final class MapPainter {
    private MapPainter() {}

    /**
     * Draws a map.
     *
     * @param background colour with alpha
     */
    public static Canvas paint(MapArea area, List<Drawing> drawings, int background, Deadline deadline) {
        Canvas canvas = new Canvas(area.grid().width(), area.grid().height(), background);
        for (Drawing drawing : drawings) {
            deadline.check();
            if (drawing.layer() instanceof RasterLayer raster) {
                Window visible = visible(area, raster);
                if (visible != null) {
                    new RasterPainter(area, raster, drawing).paint(canvas, visible, deadline);
                }
            } else if (drawing.layer() instanceof PointLayer points) {
                new PointPainter(area, points).paint(canvas, drawing.style().points());
            }
        }
        return canvas;
    }

    /** The pixels of the map that a layer can reach, null if there are none. */
    private static @Nullable Window visible(MapArea area, Layer layer) {
        Grid grid = area.grid();
        ReferencedEnvelope box = transform(layer.bounds(), area.crs());
        ReferencedEnvelope map = grid.bounds();
        double pixelWidth = map.getWidth() / grid.width();
        double pixelHeight = map.getHeight() / grid.height();
        int left = pixel((box.getMinX() - map.getMinX()) / pixelWidth - 1, grid.width());
        int right = pixel((box.getMaxX() - map.getMinX()) / pixelWidth + 2, grid.width());
        int top = pixel((map.getMaxY() - box.getMaxY()) / pixelHeight - 1, grid.height());
        int bottom = pixel((map.getMaxY() - box.getMinY()) / pixelHeight + 2, grid.height());
        return right > left && bottom > top ? new Window(left, top, right - left, bottom - top) : null;
    }

    private static int pixel(double at, int limit) {
        return (int) Math.min(limit, Math.max(0, at));
    }

    /** A box around the same place in the CRS of a map. */
    private static ReferencedEnvelope transform(ReferencedEnvelope box, MapCrs crs) {
        try {
            return CrsBox.transform(box, crs.crs());
        } catch (TransformException | FactoryException e) {
            throw new DeepSaltException(
                    "a layer cannot be drawn in '" + crs.code() + "', which does not reach its place (" + e.getMessage()
                            + "): ask for another coordinate reference system",
                    e);
        }
    }
}
