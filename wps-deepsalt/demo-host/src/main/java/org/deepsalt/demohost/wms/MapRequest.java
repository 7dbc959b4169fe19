/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.util.List;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.paint.MapPainter;
import org.deepsalt.demohost.wms.paint.PictureFormat;
import org.deepsalt.demohost.wms.request.Deadline;
import org.deepsalt.demohost.wms.request.MapArea;
import org.deepsalt.demohost.wms.request.Parameters;
import org.deepsalt.demohost.wms.request.WmsErrors;
import org.deepsalt.demohost.wms.request.WmsLimits;
import org.deepsalt.demohost.wms.request.WmsVersion;

/**
 * A GetMap request. Immutable.
 *
 * @param background colour with alpha
 */
record MapRequest(MapArea area, List<Drawing> drawings, PictureFormat format, int background) {
    private static final int OPAQUE = 0xFF000000;

    /** What would change the picture if we knew it; leaving it out in silence would draw a wrong map. */
    private static final List<String> UNSUPPORTED =
            List.of("sld", "sld_body", "cql_filter", "filter", "featureid", "angle");

    /** @throws OwsException if a parameter is missing or wrong */
    static MapRequest parse(OwsRequest request, WmsVersion version, LayerChoice choice, WmsLimits limits) {
        Parameters parameters = new Parameters(request);
        for (String name : UNSUPPORTED) {
            if (request.parameter(name).isPresent()) {
                throw new OwsException(
                        WmsErrors.OPERATION,
                        name,
                        "this host draws the layers and styles of its catalog; leave out the parameter " + name);
            }
        }
        List<Drawing> drawings = choice.drawings(request);
        PictureFormat format = PictureFormat.of(parameters.required("format", "image/png or image/jpeg"));
        MapArea area = MapArea.parse(parameters, version, limits);
        boolean transparent = parameters.flag("transparent") && format.isTransparent();
        int color = parameters.color("bgcolor", "0xFFFFFF");
        return new MapRequest(area, drawings, format, transparent ? 0 : OPAQUE | color);
    }

    OwsReply draw(WmsLimits limits) {
        Deadline deadline = Deadline.in(limits.seconds());
        return format.reply(MapPainter.paint(area, drawings, background, deadline));
    }
}
