/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.QualityLayer;
import org.deepsalt.raster.geotiff.TiffFile;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;

/**
 * What the quality images of a product say about each pixel (coding as of the EnMAP L2A product: classes 1 land, 2
 * water, 3 background; cirrus 0 none to 3 thick; test flags bits 0-1 0 nominal to 3 not produced; the pixel mask has 1
 * where a band is defective). Layers that are absent say nothing. Thread-safe; owns what it opens.
 */
final class QualityMask implements AutoCloseable {
    private static final int[] FIRST = {0};
    private static final int WATER = 2;
    private static final int BACKGROUND = 3;
    private static final int MEDIUM_CIRRUS = 2;
    private static final int LOW_QUALITY = 2;

    private final Map<QualityLayer, RasterSource> sources = new EnumMap<>(QualityLayer.class);
    private final Map<QualityLayer, GeoTiffReader> readers = new EnumMap<>(QualityLayer.class);

    /** Opens the images and checks that they lie on the scene's grid. */
    static QualityMask open(Map<QualityLayer, Path> files, Grid scene, int bands) {
        QualityMask mask = new QualityMask();
        try {
            files.forEach((layer, file) -> mask.open(layer, file, scene, bands));
            return mask;
        } catch (RuntimeException e) {
            mask.close();
            throw e;
        }
    }

    private void open(QualityLayer layer, Path file, Grid scene, int bands) {
        TiffFile.open(file).requireWhole();
        try {
            GeoTiffReader reader = new GeoTiffReader(file.toFile());
            readers.put(layer, reader);
            RasterSource source = RasterSource.open(file.getFileName().toString(), reader);
            sources.put(layer, source);
            Grid grid = source.grid();
            int wanted = layer == QualityLayer.DEFECTS ? bands : 1;
            if (grid.width() != scene.width() || grid.height() != scene.height() || source.bands() != wanted) {
                throw new DeepSaltException("quality image '" + file.getFileName() + "' has " + grid.width() + " x "
                        + grid.height() + " pixels in " + source.bands() + " bands, the scene has " + scene.width()
                        + " x " + scene.height() + " and wants " + wanted + ": keep the files of one product together");
            }
        } catch (IOException e) {
            throw new DeepSaltException(
                    "quality image '" + file.getFileName() + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Writes the reason of each pixel that the images rule out.
     *
     * @param bands zero-based numbers of the bands that must not be defective
     * @param reasons one code per pixel; codes that are set already stay
     */
    void apply(Window window, int[] bands, byte[] reasons) {
        float[] values = new float[window.pixels()];
        apply(QualityLayer.CLASSES, window, values, reasons, BACKGROUND, MaskReason.BACKGROUND);
        applyAtLeast(QualityLayer.CLOUD, window, values, reasons, 1, MaskReason.CLOUD);
        applyAtLeast(QualityLayer.CIRRUS, window, values, reasons, MEDIUM_CIRRUS, MaskReason.CLOUD);
        applyAtLeast(QualityLayer.CLOUD_SHADOW, window, values, reasons, 1, MaskReason.CLOUD_SHADOW);
        applyAtLeast(QualityLayer.SNOW, window, values, reasons, 1, MaskReason.SNOW);
        apply(QualityLayer.CLASSES, window, values, reasons, WATER, MaskReason.WATER);
        applyFlags(window, values, reasons);
        applyDefects(window, bands, reasons);
    }

    private void apply(
            QualityLayer layer, Window window, float[] values, byte[] reasons, int wanted, MaskReason reason) {
        if (read(layer, window, FIRST, values)) {
            for (int i = 0; i < reasons.length; i++) {
                if (reasons[i] == 0 && (int) values[i] == wanted) {
                    reasons[i] = reason.code();
                }
            }
        }
    }

    private void applyAtLeast(
            QualityLayer layer, Window window, float[] values, byte[] reasons, int least, MaskReason reason) {
        if (read(layer, window, FIRST, values)) {
            for (int i = 0; i < reasons.length; i++) {
                if (reasons[i] == 0 && values[i] >= least) {
                    reasons[i] = reason.code();
                }
            }
        }
    }

    private void applyFlags(Window window, float[] values, byte[] reasons) {
        if (read(QualityLayer.TEST_FLAGS, window, FIRST, values)) {
            for (int i = 0; i < reasons.length; i++) {
                if (reasons[i] == 0 && ((int) values[i] & 3) >= LOW_QUALITY) {
                    reasons[i] = MaskReason.BAD_INPUT.code();
                }
            }
        }
    }

    /** This image has as many bands as the scene, and next to no defects: most windows need no more than a look. */
    private void applyDefects(Window window, int[] bands, byte[] reasons) {
        RasterSource source = sources.get(QualityLayer.DEFECTS);
        if (source == null || source.isZero(window)) {
            return;
        }
        float[] defects = new float[window.pixels() * bands.length];
        source.read(window, bands, defects);
        for (int i = 0; i < defects.length; i++) {
            if (defects[i] != 0 && reasons[i / bands.length] == 0) {
                reasons[i / bands.length] = MaskReason.BAD_INPUT.code();
            }
        }
    }

    private boolean read(QualityLayer layer, Window window, int[] bands, float[] target) {
        RasterSource source = sources.get(layer);
        if (source != null) {
            source.read(window, bands, target);
        }
        return source != null;
    }

    @Override
    public void close() {
        sources.values().forEach(RasterSource::close);
        readers.values().forEach(GeoTiffReader::dispose);
    }
}
