/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.io.imageio.geotiff.CRS2GeoTiffMetadataAdapter;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoKeyEntry;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffException;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataEncoder;

/** The GeoTIFF tags of a grid: position, size and turn of the pixels, and GeoTools' keys for the CRS. */
public final class GeoKeys {
    private static final int FIRST_KEY = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int PIXEL_IS_AREA = 1;

    private GeoKeys() {}

    /** Adds the tags that place an image: its transformation and, where it has one, its CRS. */
    public static void put(TiffDirectoryBuilder directory, Grid grid) {
        putTransform(directory, grid.toCrs());
        if (grid.crs() != null) {
            putKeys(directory, grid.crs());
        }
    }

    private static void putTransform(TiffDirectoryBuilder directory, AffineTransform t) {
        if (t.getShearX() == 0 && t.getShearY() == 0 && t.getScaleX() > 0 && t.getScaleY() < 0) {
            directory.doubles(TiffTag.MODEL_PIXEL_SCALE, t.getScaleX(), -t.getScaleY(), 0);
            directory.doubles(TiffTag.MODEL_TIEPOINT, 0, 0, 0, t.getTranslateX(), t.getTranslateY(), 0);
        } else {
            directory.doubles(
                    TiffTag.MODEL_TRANSFORMATION,
                    t.getScaleX(),
                    t.getShearX(),
                    0,
                    t.getTranslateX(),
                    t.getShearY(),
                    t.getScaleY(),
                    0,
                    t.getTranslateY(),
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    1);
        }
    }

    private static void putKeys(TiffDirectoryBuilder directory, CoordinateReferenceSystem crs) {
        GeoTiffIIOMetadataEncoder encoder;
        try {
            encoder = new CRS2GeoTiffMetadataAdapter(crs).parseCoordinateReferenceSystem();
        } catch (GeoTiffException | UnsupportedOperationException e) {
            throw new DeepSaltException(
                    "GeoTIFF cannot express the CRS '" + crs.getName()
                            + "': reproject the scene to one with an EPSG code",
                    e);
        }
        if (!encoder.hasGeoKeyEntry(RASTER_TYPE)) {
            encoder.addGeoShortParam(RASTER_TYPE, PIXEL_IS_AREA);
        }
        List<Double> doubles = new ArrayList<>();
        StringBuilder texts = new StringBuilder();
        directory.shorts(TiffTag.GEO_KEY_DIRECTORY, keys(encoder, doubles, texts));
        if (!doubles.isEmpty()) {
            directory.doubles(
                    TiffTag.GEO_DOUBLE_PARAMS,
                    doubles.stream().mapToDouble(Double::doubleValue).toArray());
        }
        if (texts.length() > 0) {
            directory.text(TiffTag.GEO_ASCII_PARAMS, texts.toString());
        }
    }

    /**
     * The key directory, sorted by key as the standard wants it; doubles and texts are collected for their own tags.
     */
    private static int[] keys(GeoTiffIIOMetadataEncoder encoder, List<Double> doubles, StringBuilder texts) {
        List<GeoKeyEntry> entries = new ArrayList<>();
        for (int i = 0; i < encoder.getNumGeoKeyEntries(); i++) {
            GeoKeyEntry entry = encoder.getGeoKeyEntryAt(i);
            if (entry.getKeyID() >= FIRST_KEY) {
                entries.add(entry);
            }
        }
        entries.sort(Comparator.comparingInt(GeoKeyEntry::getKeyID));
        int[] keys = new int[4 + 4 * entries.size()];
        keys[0] = 1;
        keys[1] = 1;
        keys[3] = entries.size();
        int at = 4;
        for (GeoKeyEntry entry : entries) {
            int id = entry.getKeyID();
            keys[at] = id;
            keys[at + 1] = entry.getTiffTagLocation();
            keys[at + 2] = 1;
            if (entry.getTiffTagLocation() == TiffTag.GEO_DOUBLE_PARAMS) {
                keys[at + 3] = doubles.size();
                doubles.add(encoder.getGeoDoubleParam(id));
            } else if (entry.getTiffTagLocation() == TiffTag.GEO_ASCII_PARAMS) {
                String text = encoder.getGeoAsciiParam(id).replace("|", "") + "|";
                keys[at + 2] = text.length();
                keys[at + 3] = texts.length();
                texts.append(text);
            } else {
                keys[at + 3] = entry.getValueOffset();
            }
            at += 4;
        }
        return keys;
    }
}
