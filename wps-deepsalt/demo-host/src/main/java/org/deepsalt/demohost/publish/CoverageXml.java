/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.DataBuffer;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.List;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.xml.XmlWriter;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.wkt.Formattable;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code coverage.xml} of a layer as GeoServer 2.27 writes it.
 */
final class CoverageXml {
    private static final String ID = "id";
    private static final String STRING = "string";
    private static final String GEOGRAPHIC = "EPSG:4326";
    private static final int WKT_INDENT = 2;
    private static final List<String> FORMATS =
            List.of("GEOTIFF", "GIF", "PNG", "JPEG", "TIFF", "ImageMosaic", "ArcGrid");
    private static final List<String> INTERPOLATIONS = List.of("nearest neighbor", "bilinear", "bicubic");

    private final Layer layer;
    private final Grid grid;
    private final RasterLayer image;
    private final String id;
    private final String namespaceId;
    private final String storeId;
    private final String nativeName;

    /**
     * The file of a layer.
     *
     * @param layer an image or a series
     * @param grid of all its pixels
     * @param image with its bands: the layer itself, or one of the series
     * @param id of the coverage
     * @param namespaceId of its namespace
     * @param storeId of its store
     * @param nativeName of the coverage in its store
     */
    CoverageXml(
            Layer layer,
            Grid grid,
            RasterLayer image,
            String id,
            String namespaceId,
            String storeId,
            String nativeName) {
        this.layer = layer;
        this.grid = grid;
        this.image = image;
        this.id = id;
        this.namespaceId = namespaceId;
        this.storeId = storeId;
        this.nativeName = nativeName;
    }

    byte[] toBytes() {
        return XmlWriter.write(xml -> {
            xml.start("coverage");
            names(xml);
            place(xml);
            xml.leaf("projectionPolicy", layer.srs() == null ? "NONE" : "REPROJECT_TO_DECLARED")
                    .leaf("enabled", true);
            if (!layer.info().advertised()) {
                xml.leaf("advertised", false);
            }
            xml.start("metadata");
            if (layer instanceof SeriesLayer) {
                time(xml);
            }
            xml.leaf("entry", layer.name() + "_" + nativeName, "key", "dirName").end();
            xml.start("store", "class", "coverageStore").leaf(ID, storeId).end();
            xml.leaf("nativeFormat", format());
            grid(xml);
            list(xml, "supportedFormats", FORMATS);
            list(xml, "interpolationMethods", INTERPOLATIONS);
            xml.leaf("defaultInterpolationMethod", INTERPOLATIONS.get(0));
            dimensions(xml);
            list(xml, "requestSRS", srs());
            list(xml, "responseSRS", srs());
            xml.end();
        });
    }

    private String format() {
        return layer instanceof SeriesLayer ? "ImageMosaic" : "GeoTIFF";
    }

    /** A request without a time gets the latest. */
    private static void time(XmlWriter xml) {
        xml.start("entry", "key", "time").start("dimensionInfo");
        xml.leaf("enabled", true).leaf("presentation", "LIST").leaf("units", "ISO8601");
        xml.start("defaultValue").leaf("strategy", "MAXIMUM").end();
        xml.end().end();
    }

    private List<String> srs() {
        return layer.srs() == null ? List.of() : List.of(layer.srs());
    }

    private void names(XmlWriter xml) {
        LayerInfo info = layer.info();
        xml.leaf(ID, id).leaf("name", info.name()).leaf("nativeName", nativeName);
        xml.start("namespace").leaf(ID, namespaceId).end();
        xml.leaf("title", info.title())
                .leaf("description", "Generated from " + format())
                .optional("abstract", info.description());
        list(xml, "keywords", info.keywords());
        if (!info.links().isEmpty()) {
            xml.start("metadataLinks");
            info.links().forEach(link -> xml.start("metadataLink")
                    .leaf("type", link.type())
                    .leaf("metadataType", link.standard())
                    .leaf("content", link.content())
                    .end());
            xml.end();
        }
    }

    private void place(XmlWriter xml) {
        CoordinateReferenceSystem crs = layer.crs();
        @Nullable String type = crs instanceof ProjectedCRS ? "projected" : null;
        xml.leaf("nativeCRS", ((Formattable) crs).toWKT(WKT_INDENT, false), "class", type)
                .optional("srs", layer.srs());
        box(xml, "nativeBoundingBox", layer.bounds(), code(), type);
        box(xml, "latLonBoundingBox", layer.geographicBounds(), GEOGRAPHIC, null);
    }

    /** GeoServer takes a definition where there is no code. */
    private String code() {
        return layer.srs() != null ? layer.srs() : ((Formattable) layer.crs()).toWKT(WKT_INDENT, false);
    }

    private static void box(XmlWriter xml, String name, ReferencedEnvelope box, String crs, @Nullable String type) {
        xml.start(name)
                .leaf("minx", box.getMinX())
                .leaf("maxx", box.getMaxX())
                .leaf("miny", box.getMinY())
                .leaf("maxy", box.getMaxY())
                .leaf("crs", crs, "class", type)
                .end();
    }

    /** GeoServer counts from the centre of the first pixel. */
    private void grid(XmlWriter xml) {
        AffineTransform toCrs = grid.toCrs();
        Point2D first = grid.centre(0, 0);
        xml.start("grid", "dimension", "2");
        xml.start("range")
                .leaf("low", "0 0")
                .leaf("high", grid.width() + " " + grid.height())
                .end();
        xml.start("transform")
                .leaf("scaleX", toCrs.getScaleX())
                .leaf("scaleY", toCrs.getScaleY())
                .leaf("shearX", toCrs.getShearX())
                .leaf("shearY", toCrs.getShearY())
                .leaf("translateX", first.getX())
                .leaf("translateY", first.getY())
                .end();
        xml.leaf("crs", code()).end();
    }

    private void dimensions(XmlWriter xml) {
        String type = sampleType(image.source().reader());
        xml.start("dimensions");
        for (BandInfo band : image.bands()) {
            xml.start("coverageDimension")
                    .leaf("name", band.name())
                    .leaf("description", "GridSampleDimension[-Infinity,Infinity]");
            xml.start("range").leaf("min", "-inf").leaf("max", "inf").end();
            if (image.source().noData() != null) {
                xml.start("nullValues").leaf("double", image.source().noData()).end();
            }
            xml.optional("unit", band.unit());
            xml.start("dimensionType").leaf("name", type).end();
            xml.end();
        }
        xml.end();
    }

    private static String sampleType(GridCoverage2DReader reader) {
        SampleModel model;
        try {
            model = reader.getImageLayout().getSampleModel(null);
        } catch (IOException e) {
            throw new DeepSaltException("the file cannot be read: " + e.getMessage(), e);
        }
        return switch (model.getDataType()) {
            case DataBuffer.TYPE_BYTE -> "UNSIGNED_8BITS";
            case DataBuffer.TYPE_USHORT -> "UNSIGNED_16BITS";
            case DataBuffer.TYPE_SHORT -> "SIGNED_16BITS";
            case DataBuffer.TYPE_INT -> "SIGNED_32BITS";
            case DataBuffer.TYPE_DOUBLE -> "REAL_64BITS";
            default -> "REAL_32BITS";
        };
    }

    private static void list(XmlWriter xml, String name, List<String> texts) {
        xml.start(name);
        texts.forEach(text -> xml.leaf(STRING, text));
        xml.end();
    }
}
