/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.util.Map;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.wms.legend.LegendJson;
import org.deepsalt.demohost.wms.legend.LegendPainter;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.paint.PictureFormat;
import org.deepsalt.demohost.wms.request.Parameters;

/** A GetLegendGraphic request. Stateless. */
final class LegendRequest {
    private static final int LARGEST_SWATCH = 100;
    private static final int OPAQUE_WHITE = 0xFFFFFFFF;

    private LegendRequest() {}

    /** @throws OwsException if a parameter is missing or wrong */
    static OwsReply answer(OwsRequest request, LayerChoice choice) {
        Parameters parameters = new Parameters(request);
        Layer layer = choice.layer(request, parameters.required("layer", "the name of a layer"), "layer");
        Map<String, String> variables = parameters.variables();
        Drawing drawing = choice.drawing(layer, parameters.optional("style", ""), "style", variables);
        String format = parameters.optional("format", "image/png");
        if (format.equals("application/json")) {
            return LegendJson.write(drawing);
        }
        PictureFormat picture = PictureFormat.of(format);
        int width = swatch(parameters, "width");
        int height = swatch(parameters, "height");
        boolean transparent = parameters.flag("transparent") && picture.isTransparent();
        return picture.reply(new LegendPainter(drawing, width, height).paint(transparent ? 0 : OPAQUE_WHITE));
    }

    private static int swatch(Parameters parameters, String name) {
        return parameters.number(
                name, parameters.optional(name, Integer.toString(LegendPainter.SWATCH)), 1, LARGEST_SWATCH);
    }
}
