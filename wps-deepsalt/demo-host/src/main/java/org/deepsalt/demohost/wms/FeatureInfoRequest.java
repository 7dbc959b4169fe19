/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.request.MapArea;
import org.deepsalt.demohost.wms.request.Parameters;
import org.deepsalt.demohost.wms.request.WmsErrors;
import org.deepsalt.demohost.wms.request.WmsLimits;
import org.deepsalt.demohost.wms.request.WmsVersion;

/**
 * A GetFeatureInfo request, which {@link FeatureInfo} answers. Immutable.
 *
 * @param count most features per layer
 * @param buffer pixels around the place in which a point is still meant, besides its mark
 */
@RecordBuilder
record FeatureInfoRequest(
        MapArea area, List<Drawing> queried, FeatureInfoFormat format, int column, int row, int count, int buffer) {
    private static final int MOST_FEATURES = 1000;
    private static final int MOST_BUFFER = 50;
    private static final String BUFFER = "3";

    /** @throws OwsException if a parameter is missing or wrong */
    static FeatureInfoRequest parse(OwsRequest request, WmsVersion version, LayerChoice choice, WmsLimits limits) {
        Parameters parameters = new Parameters(request);
        MapArea area = MapArea.parse(parameters, version, limits);
        parameters.required("query_layers", "names of layers");
        List<Drawing> queried = new ArrayList<>();
        for (String name : LayerChoice.names(parameters, "query_layers")) {
            Layer layer = choice.layer(request, name, "query_layers");
            queried.addAll(LayerChoice.shown(request, choice.drawing(layer, "", "styles", Map.of())));
        }
        return FeatureInfoRequestBuilder.builder()
                .area(area)
                .queried(queried)
                .format(FeatureInfoFormat.of(parameters.optional("info_format", FeatureInfoFormat.TEXT.type())))
                .column(place(parameters, version.columnParameter(), area.grid().width()))
                .row(place(parameters, version.rowParameter(), area.grid().height()))
                .count(parameters.number("feature_count", parameters.optional("feature_count", "1"), 1, MOST_FEATURES))
                .buffer(parameters.number("buffer", parameters.optional("buffer", BUFFER), 0, MOST_BUFFER))
                .build();
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
}
