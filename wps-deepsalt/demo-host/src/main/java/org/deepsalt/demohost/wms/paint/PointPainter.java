/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Arrays;
import java.util.List;
import org.deepsalt.demohost.catalog.PointLayer;
import org.deepsalt.demohost.catalog.PointLayer.PointFeature;
import org.deepsalt.demohost.style.PointSymbolizer;
import org.deepsalt.demohost.wms.request.MapArea;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.CrsPath;

/** Draws points, and finds those near a pixel. One per drawing; not thread-safe. */
public final class PointPainter {
    private final MapArea area;
    private final double[] onMap;

    /**
     * Locates the points of a layer on a map.
     *
     * @throws DeepSaltException if there is no transformation from the layer's CRS to the map's
     */
    public PointPainter(MapArea area, PointLayer layer) {
        this.area = area;
        this.onMap = onMap(area, layer);
    }

    /** Column and row of each point, NaN where the map's CRS does not reach. */
    private static double[] onMap(MapArea area, PointLayer layer) {
        List<PointFeature> features = layer.features();
        double[] at = new double[2 * features.size()];
        for (int i = 0; i < features.size(); i++) {
            at[2 * i] = features.get(i).x();
            at[2 * i + 1] = features.get(i).y();
        }
        try {
            new CrsPath(layer.crs(), area.crs().crs(), Double.POSITIVE_INFINITY).transform(at);
            area.grid().toCrs().createInverse().transform(at, 0, at, 0, features.size());
        } catch (NoninvertibleTransformException e) {
            throw new DeepSaltException(
                    "layer '" + layer.name() + "' cannot be drawn in '"
                            + area.crs().code() + "'",
                    e);
        }
        return at;
    }

    void paint(Canvas canvas, List<PointSymbolizer> symbolizers) {
        Graphics2D graphics = canvas.graphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            for (PointSymbolizer symbolizer : symbolizers) {
                Shape mark = Marks.shape(symbolizer);
                for (int i = 0; i < onMap.length; i += 2) {
                    if (isNear(i, symbolizer.size())) {
                        draw(graphics, mark, symbolizer, onMap[i], onMap[i + 1]);
                    }
                }
            }
        } finally {
            graphics.dispose();
        }
    }

    private boolean isNear(int i, double margin) {
        return onMap[i] > -margin
                && onMap[i + 1] > -margin
                && onMap[i] < area.grid().width() + margin
                && onMap[i + 1] < area.grid().height() + margin;
    }

    /** Draws a mark with its middle at a place of the picture. */
    public static void draw(Graphics2D graphics, Shape mark, PointSymbolizer symbolizer, double x, double y) {
        Shape here = AffineTransform.getTranslateInstance(x, y).createTransformedShape(mark);
        if (symbolizer.fill() != null) {
            graphics.setColor(symbolizer.fill());
            graphics.fill(here);
        }
        if (symbolizer.stroke() != null) {
            graphics.setColor(symbolizer.stroke());
            graphics.setStroke(new BasicStroke((float) symbolizer.strokeWidth()));
            graphics.draw(here);
        }
    }

    /** Squared distance in pixels between a point and the middle of a pixel; NaN where the point is not on the map. */
    public double distance2(int feature, int column, int row) {
        double dx = onMap[2 * feature] - column - 0.5;
        double dy = onMap[2 * feature + 1] - row - 0.5;
        return dx * dx + dy * dy;
    }

    /** Easting and northing of a point in the map's CRS. */
    public double[] place(int feature) {
        double[] place = Arrays.copyOfRange(onMap, 2 * feature, 2 * feature + 2);
        area.grid().toCrs().transform(place, 0, place, 0, 1);
        return place;
    }
}
