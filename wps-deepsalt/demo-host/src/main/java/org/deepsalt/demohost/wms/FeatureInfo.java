/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.PointLayer;
import org.deepsalt.demohost.catalog.PointLayer.PointFeature;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.style.PointSymbolizer;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.paint.PointPainter;
import org.deepsalt.demohost.wms.paint.RasterPainter;
import org.deepsalt.raster.grid.Window;
import org.jspecify.annotations.Nullable;

/** Answers a GetFeatureInfo request: what layers hold below one pixel of a map. */
final class FeatureInfo {
    private final FeatureInfoRequest request;

    FeatureInfo(FeatureInfoRequest request) {
        this.request = request;
    }

    /**
     * A feature or pixel at the requested place.
     *
     * @param id of the feature, or the layer's name for a pixel of an image
     * @param place easting and northing in the map's CRS, null for a pixel of an image
     * @param properties by name; null for missing values
     */
    record Found(Layer layer, String id, double @Nullable [] place, Map<String, @Nullable Object> properties) {}

    OwsReply answer() {
        List<Found> found = new ArrayList<>();
        for (Drawing drawing : request.queried()) {
            if (drawing.layer() instanceof RasterLayer raster) {
                addPixel(raster, found);
            } else if (drawing.layer() instanceof PointLayer points) {
                addPoints(points, drawing.style().points(), found);
            }
        }
        return request.format().write(request.area().crs(), found);
    }

    private void addPixel(RasterLayer layer, List<Found> found) {
        float[] values =
                RasterPainter.valuesAt(request.area(), layer, new Window(request.column(), request.row(), 1, 1));
        if (values != null) {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                properties.put(layer.bands().get(i).name(), Float.isFinite(values[i]) ? values[i] : null);
            }
            add(new Found(layer, layer.prefixedName(), null, properties), found);
        }
    }

    /** Maps of a series lie one above the other: the topmost that has a value tells it, as on the picture. */
    private static void add(Found pixel, List<Found> found) {
        Found below = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean another = below == null
                || below.layer().equals(pixel.layer())
                || !below.id().equals(pixel.id());
        if (another) {
            found.add(pixel);
        } else if (pixel.properties().values().iterator().next() != null) {
            found.set(found.size() - 1, pixel);
        }
    }

    private void addPoints(PointLayer layer, List<PointSymbolizer> marks, List<Found> found) {
        PointPainter points = new PointPainter(request.area(), layer);
        double size = marks.stream().mapToDouble(PointSymbolizer::size).max().orElse(0);
        double reach = size / 2 + request.buffer();
        IntStream.range(0, layer.features().size())
                .filter(i -> points.distance2(i, request.column(), request.row()) <= reach * reach)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> points.distance2(i, request.column(), request.row())))
                .limit(request.count())
                .forEach(i -> {
                    PointFeature feature = layer.features().get(i);
                    found.add(new Found(layer, feature.id(), points.place(i), feature.values()));
                });
    }
}
