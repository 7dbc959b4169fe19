/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.QualityLayer;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;

/**
 * What the quality images of a product say about each pixel (coding as of the EnMAP L2A product: classes 1 land, 2
 * water, 3 background; cirrus 0 none to 3 thick; test flags bits 0-1 0 nominal to 3 not produced; the pixel mask has 1
 * where a band is defective). Layers that are absent say nothing. Thread-safe; owns what it opens.
 */
final class QualityMask implements AutoCloseable {
    static final int THICK_CIRRUS = 3;

    private static final int[] FIRST = {0};
    private static final int WATER = 2;
    private static final int BACKGROUND = 3;
    /** The two bits of the overall quality; both are set where nothing was produced. */
    private static final int QUALITY = 3;

    private final Map<QualityLayer, RasterSource> sources = new EnumMap<>(QualityLayer.class);
    private final Map<QualityLayer, GeoTiffReader> readers = new EnumMap<>(QualityLayer.class);

    private final Window part;

    private QualityMask(Window part) {
        this.part = part;
    }

    /**
     * Opens the images and checks that they have the scene's size.
     *
     * @param whole the scene
     * @param part of it, to which windows relate
     */
    static QualityMask open(Map<QualityLayer, Path> files, Grid whole, Window part, int bands) {
        QualityMask mask = new QualityMask(part);
        try {
            files.forEach((layer, file) -> mask.open(layer, file, whole, bands));
            return mask;
        } catch (RuntimeException e) {
            mask.close();
            throw e;
        }
    }

    private void open(QualityLayer layer, Path file, Grid scene, int bands) {
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        GeoTiffReader reader = GeoTiffs.reader(file);
        readers.put(layer, reader);
        RasterSource source = RasterSource.openCodes(file.getFileName().toString(), reader, tiff);
        sources.put(layer, source);
        Grid grid = source.grid();
        int wanted = layer == QualityLayer.DEFECTS ? bands : 1;
        if (grid.width() != scene.width() || grid.height() != scene.height() || source.bands() != wanted) {
            throw new DeepSaltException("quality image '" + file.getFileName() + "' has " + grid.width() + " x "
                    + grid.height() + " pixels in " + source.bands() + " bands, the scene has " + scene.width() + " x "
                    + scene.height() + " and wants " + wanted + ": keep the files of one product together");
        }
    }

    /** Whether the product has such an image. */
    boolean has(QualityLayer layer) {
        return sources.containsKey(layer);
    }

    /**
     * Writes the reason of each pixel that the images rule out.
     *
     * @param bands zero-based numbers of the bands that the model wants
     * @param maySnow whether a pixel, by its number in the window, may be snow
     * @param reasons one code per pixel; codes that are set already stay
     */
    void apply(Window inPart, int[] bands, QualityRules rules, IntPredicate maySnow, byte[] reasons) {
        Window window = new Window(inPart.x() + part.x(), inPart.y() + part.y(), inPart.width(), inPart.height());
        mark(QualityLayer.CLASSES, window, reasons, MaskReason.BACKGROUND, value -> value == BACKGROUND);
        if (rules.cloud()) {
            mark(QualityLayer.CLOUD, window, reasons, MaskReason.CLOUD, value -> value >= 1);
        }
        int cirrus = rules.minCirrus();
        mark(QualityLayer.CIRRUS, window, reasons, MaskReason.CLOUD, value -> value >= Math.max(cirrus, THICK_CIRRUS));
        mark(QualityLayer.CIRRUS, window, reasons, MaskReason.CIRRUS, value -> value >= cirrus);
        mark(QualityLayer.CLOUD_SHADOW, window, reasons, MaskReason.CLOUD_SHADOW, value -> value >= 1);
        markSnow(window, reasons, maySnow);
        mark(QualityLayer.CLASSES, window, reasons, MaskReason.WATER, value -> value == WATER);
        if (rules.haze()) {
            mark(QualityLayer.HAZE, window, reasons, MaskReason.HAZE, value -> value >= 1);
        }
        int bits = rules.flagBits();
        mark(QualityLayer.TEST_FLAGS, window, reasons, MaskReason.BAD_INPUT, value -> (value & QUALITY) == QUALITY);
        mark(
                QualityLayer.TEST_FLAGS,
                window,
                reasons,
                MaskReason.REDUCED_QUALITY,
                value -> (value & QUALITY) > rules.worstQuality() || (value & bits) != 0);
        markDefects(window, bands, rules.maxDefects(), reasons);
    }

    private void mark(QualityLayer layer, Window window, byte[] reasons, MaskReason reason, IntPredicate rulesOut) {
        float[] values = new float[window.pixels()];
        if (read(layer, window, FIRST, values)) {
            for (int i = 0; i < reasons.length; i++) {
                if (reasons[i] == 0 && rulesOut.test((int) values[i])) {
                    reasons[i] = reason.code();
                }
            }
        }
    }

    private void markSnow(Window window, byte[] reasons, IntPredicate maySnow) {
        float[] values = new float[window.pixels()];
        if (read(QualityLayer.SNOW, window, FIRST, values)) {
            for (int i = 0; i < reasons.length; i++) {
                if (reasons[i] == 0 && values[i] >= 1 && maySnow.test(i)) {
                    reasons[i] = MaskReason.SNOW.code();
                }
            }
        }
    }

    /** This image has as many bands as the scene, and next to no defects: it is counted, not read. */
    private void markDefects(Window window, int[] bands, int allowed, byte[] reasons) {
        RasterSource source = sources.get(QualityLayer.DEFECTS);
        if (source != null) {
            int[] defects = source.countNonZero(window, bands);
            for (int pixel = 0; pixel < reasons.length; pixel++) {
                if (reasons[pixel] == 0 && defects[pixel] > allowed) {
                    reasons[pixel] = MaskReason.DEFECTIVE.code();
                }
            }
        }
    }

    /** See {@link RasterSource#finish}. */
    void finish() {
        sources.values().forEach(RasterSource::finish);
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
