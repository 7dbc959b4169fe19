/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.MetadataLink;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.wms.legend.LegendPainter;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.deepsalt.demohost.wms.request.MapCrs;
import org.deepsalt.demohost.wms.request.WmsVersion;
import org.deepsalt.demohost.xml.XmlWriter;
import org.deepsalt.raster.grid.CrsBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what capabilities say about a layer. One per document; not thread-safe. */
final class LayerDescription {
    private static final Logger LOGGER = LoggerFactory.getLogger(LayerDescription.class);
    private static final Set<String> OLDER_STANDARDS = Set.of("TC211", "FGDC");
    private static final List<String> COMMON = List.of("EPSG:4326", "CRS:84", "EPSG:3857");

    private final XmlWriter xml;
    private final WmsVersion version;
    private final OwsRequest request;
    private final LayerChoice choice;
    private final boolean newer;

    LayerDescription(XmlWriter xml, WmsVersion version, OwsRequest request, LayerChoice choice) {
        this.xml = xml;
        this.version = version;
        this.request = request;
        this.choice = choice;
        this.newer = version == WmsVersion.V1_3_0;
    }

    /** The CRSs that every layer can be drawn in. */
    void commonCrs() {
        COMMON.forEach(code -> xml.leaf(newer ? "CRS" : "SRS", code));
    }

    void write(Layer layer) {
        xml.start("Layer", "queryable", "1", "opaque", "0")
                .leaf("Name", LayerChoice.nameFor(request, layer))
                .leaf("Title", layer.info().title())
                .optional("Abstract", layer.info().description());
        Capabilities.keywords(xml, layer.info().keywords());
        List<String> codes = new ArrayList<>(COMMON);
        if (layer.srs() != null && !codes.contains(layer.srs())) {
            codes.add(layer.srs());
        }
        codes.forEach(code -> xml.leaf(newer ? "CRS" : "SRS", code));
        geographicBox(layer.geographicBounds());
        codes.forEach(code -> box(layer, code));
        if (layer instanceof SeriesLayer series) {
            time(series);
        }
        layer.info().links().forEach(this::link);
        choice.styles(layer).forEach(this::style);
        xml.end();
    }

    /** Each version of WMS has its own names of standards, and refuses those of the other. */
    private void link(MetadataLink link) {
        boolean older = OLDER_STANDARDS.contains(link.standard());
        boolean inner = link.content().startsWith("/");
        if (newer == older || !(inner || link.content().matches("(?i)https?://.+"))) {
            return;
        }
        xml.start("MetadataURL", "type", link.standard()).leaf("Format", link.type());
        Capabilities.onlineResource(xml, inner ? request.baseUrl() + link.content() : link.content());
        xml.end();
    }

    private void time(SeriesLayer series) {
        String days = series.days().stream().map(LocalDate::toString).collect(Collectors.joining(","));
        String latest = series.days().last().toString();
        if (newer) {
            xml.leaf("Dimension", days, "name", "time", "units", "ISO8601", "default", latest);
        } else {
            xml.empty("Dimension", "name", "time", "units", "ISO8601");
            xml.leaf("Extent", days, "name", "time", "default", latest);
        }
    }

    private void geographicBox(ReferencedEnvelope box) {
        if (newer) {
            xml.start("EX_GeographicBoundingBox")
                    .leaf("westBoundLongitude", box.getMinX())
                    .leaf("eastBoundLongitude", box.getMaxX())
                    .leaf("southBoundLatitude", box.getMinY())
                    .leaf("northBoundLatitude", box.getMaxY())
                    .end();
        } else {
            xml.empty("LatLonBoundingBox", corners(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
        }
    }

    private void box(Layer layer, String code) {
        MapCrs crs = MapCrs.decode(code, version);
        ReferencedEnvelope box;
        try {
            box = CrsBox.transform(layer.bounds(), crs.crs());
        } catch (TransformException | FactoryException e) {
            LOGGER.debug("layer {} has no bounding box in {}", layer.prefixedName(), code, e);
            return;
        }
        List<String> attributes = new ArrayList<>(List.of(newer ? "CRS" : "SRS", code));
        attributes.addAll(List.of(corners(crs.corners(box, version))));
        xml.empty("BoundingBox", attributes.toArray(String[]::new));
    }

    private static String[] corners(double... box) {
        return new String[] {
            "minx", Double.toString(box[0]),
            "miny", Double.toString(box[1]),
            "maxx", Double.toString(box[2]),
            "maxy", Double.toString(box[3])
        };
    }

    private void style(Drawing drawing) {
        int[] size = new LegendPainter(drawing, LegendPainter.SWATCH, LegendPainter.SWATCH).size();
        String title = drawing.style().title();
        xml.start("Style")
                .leaf("Name", drawing.styleName())
                .leaf("Title", title.isEmpty() ? drawing.styleName() : title);
        xml.optional("Abstract", drawing.style().description());
        xml.start("LegendURL", "width", Integer.toString(size[0]), "height", Integer.toString(size[1]))
                .leaf("Format", "image/png");
        Capabilities.onlineResource(
                xml,
                request.address("wms") + "?service=WMS&version=" + version.text()
                        + "&request=GetLegendGraphic&format=image%2Fpng&layer="
                        + encoded(LayerChoice.nameFor(request, drawing.layer())) + "&style="
                        + encoded(drawing.styleName()));
        xml.end().end();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
