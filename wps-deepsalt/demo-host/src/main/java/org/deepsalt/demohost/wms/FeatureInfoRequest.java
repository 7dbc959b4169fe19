/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.PointLayer;
import org.deepsalt.demohost.catalog.PointLayer.PointFeature;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.style.PointSymbolizer;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.paint.PointPainter;
import org.deepsalt.demohost.wms.paint.RasterPainter;
import org.deepsalt.demohost.wms.request.MapArea;
import org.deepsalt.demohost.wms.request.Parameters;
import org.deepsalt.demohost.wms.request.WmsErrors;
import org.deepsalt.demohost.wms.request.WmsLimits;
import org.deepsalt.demohost.wms.request.WmsVersion;
import org.deepsalt.raster.grid.Window;
import org.jspecify.annotations.Nullable;

/**
 * A GetFeatureInfo request: what layers hold below one pixel of a map. Immutable.
 *
 * @param count most features per layer
 * @param buffer pixels around the place in which a point is still meant, besides its mark
 */
record FeatureInfoRequest(
        MapArea area, List<Drawing> queried, FeatureInfoFormat format, int column, int row, int count, int buffer) {
    private static final int MOST_FEATURES = 1000;
    private static final int MOST_BUFFER = 50;
    private static final String BUFFER = "3";

    /**
     * A feature or pixel at the requested place.
     *
     * @param id of the feature, or the layer's name for a pixel of an image
     * @param place easting and northing in the map's CRS, null for a pixel of an image
     * @param properties by name; null for missing values
     */
    record Found(Layer layer, String id, double @Nullable [] place, Map<String, @Nullable Object> properties) {}

    /** @throws OwsException if a parameter is missing or wrong */
    static FeatureInfoRequest parse(OwsRequest request, WmsVersion version, LayerChoice choice, WmsLimits limits) {
        Parameters parameters = new Parameters(request);
        MapArea area = MapArea.parse(parameters, version, limits);
        parameters.required("query_layers", "names of layers");
        List<Drawing> queried = new ArrayList<>();
        for (String name : parameters.list("query_layers")) {
            Layer layer = choice.layer(request, name, "query_layers");
            queried.add(choice.drawing(layer, "", "styles", Map.of()));
        }
        return new FeatureInfoRequest(
                area,
                queried,
                FeatureInfoFormat.of(parameters.optional("info_format", FeatureInfoFormat.TEXT.type())),
                place(parameters, version.columnParameter(), area.grid().width()),
                place(parameters, version.rowParameter(), area.grid().height()),
                parameters.number("feature_count", parameters.optional("feature_count", "1"), 1, MOST_FEATURES),
                parameters.number("buffer", parameters.optional("buffer", BUFFER), 0, MOST_BUFFER));
    }

    private static int place(Parameters parameters, String name, int limit) {
        String text = parameters.required(name, "a pixel of the map");
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) < limit) {
            return Integer.parseInt(text);
        }
        throw new OwsException(
                WmsErrors.POINT,
                name,
                name.toUpperCase(Locale.ROOT) + " is '" + text + "', wanted a pixel of the map from 0 to "
                        + (limit - 1));
    }

    OwsReply answer() {
        List<Found> found = new ArrayList<>();
        for (Drawing drawing : queried) {
            if (drawing.layer() instanceof RasterLayer raster) {
                addPixel(raster, found);
            } else if (drawing.layer() instanceof PointLayer points) {
                addPoints(points, drawing.style().points(), found);
            }
        }
        return format.write(area.crs(), found);
    }

    private void addPixel(RasterLayer layer, List<Found> found) {
        float[] values = RasterPainter.valuesAt(area, layer, new Window(column, row, 1, 1));
        if (values != null) {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                properties.put(layer.bands().get(i).name(), Float.isFinite(values[i]) ? values[i] : null);
            }
            found.add(new Found(layer, layer.prefixedName(), null, properties));
        }
    }

    private void addPoints(PointLayer layer, List<PointSymbolizer> marks, List<Found> found) {
        PointPainter points = new PointPainter(area, layer);
        double size = marks.stream().mapToDouble(PointSymbolizer::size).max().orElse(0);
        double reach = size / 2 + buffer;
        IntStream.range(0, layer.features().size())
                .filter(i -> points.distance2(i, column, row) <= reach * reach)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> points.distance2(i, column, row)))
                .limit(count)
                .forEach(i -> {
                    PointFeature feature = layer.features().get(i);
                    found.add(new Found(layer, feature.id(), points.place(i), feature.values()));
                });
    }
}
