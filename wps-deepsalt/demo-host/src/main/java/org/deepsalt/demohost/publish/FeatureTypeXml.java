/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.PointLayer;
import org.deepsalt.demohost.xml.XmlElement;
import org.deepsalt.demohost.xml.XmlWriter;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.wkt.Formattable;

/** The file {@code featuretype.xml} of a point layer as GeoServer 2.27 writes it. Stateless. */
final class FeatureTypeXml {
    private static final String ID = "id";
    private static final int WKT_INDENT = 2;

    private FeatureTypeXml() {}

    /**
     * Writes the file anew with what the data say now.
     *
     * @param before the file as it is: identifiers and names stay
     */
    static byte[] write(PointLayer layer, XmlElement before) {
        LayerInfo info = layer.info();
        return XmlWriter.write(xml -> {
            xml.start("featureType")
                    .leaf(ID, before.text(ID).orElse("FeatureTypeInfoImpl-" + info.name()))
                    .leaf("name", info.name())
                    .leaf("nativeName", before.text("nativeName").orElse(info.name()));
            reference(xml, before, "namespace", null);
            xml.leaf("title", info.title()).optional("abstract", info.description());
            xml.start("keywords");
            info.keywords().forEach(keyword -> xml.leaf("string", keyword));
            xml.end();
            String type = layer.crs() instanceof ProjectedCRS ? "projected" : null;
            xml.leaf("nativeCRS", ((Formattable) layer.crs()).toWKT(WKT_INDENT, false), "class", type)
                    .optional("srs", layer.srs());
            box(xml, "nativeBoundingBox", layer.bounds(), layer.srs(), type);
            box(xml, "latLonBoundingBox", layer.geographicBounds(), "EPSG:4326", null);
            xml.leaf("projectionPolicy", "FORCE_DECLARED").leaf("enabled", true);
            reference(xml, before, "store", "dataStore");
            xml.leaf("maxFeatures", 0).leaf("numDecimals", 0).end();
        });
    }

    private static void reference(XmlWriter xml, XmlElement before, String name, String type) {
        before.text(name, ID)
                .ifPresent(id -> xml.start(name, "class", type).leaf(ID, id).end());
    }

    private static void box(XmlWriter xml, String name, ReferencedEnvelope box, String crs, String type) {
        xml.start(name)
                .leaf("minx", box.getMinX())
                .leaf("maxx", box.getMaxX())
                .leaf("miny", box.getMinY())
                .leaf("maxy", box.getMaxY());
        xml.optional("crs", crs, "class", type).end();
    }
}
