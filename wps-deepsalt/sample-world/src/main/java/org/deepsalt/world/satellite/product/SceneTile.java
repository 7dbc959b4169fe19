/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.world.satellite.Scene;
import org.deepsalt.world.satellite.ScenePixel;

/**
 * The pixels of one tile of all files of a product, and of the truth. Arrays hold band after band, each {@code SIDE *
 * SIDE} values in row order. A tile belongs to the thread that renders it.
 */
final class SceneTile {
    /** Pixels along the side of a tile. */
    static final int SIDE = 128;

    /** The nodata value of the spectral image. */
    static final short NO_DATA = -32768;

    private static final int PIXELS = SIDE * SIDE;
    private static final double PER_REFLECTANCE = 10_000;
    private static final double SMALLEST = -1_000;
    private static final double LARGEST = 15_000;

    private final Scene scene;
    private final boolean[] filled;
    private final int[] interpolatedFlags;
    private final double[][] row;
    private final boolean[] seen = new boolean[SIDE];
    final float[] spectra;
    final float[] defects;
    final Map<QualityLayer, float[]> quality = new EnumMap<>(QualityLayer.class);
    final float[] truth = new float[PIXELS];
    final SceneStatistics statistics;

    private SceneTile(Scene scene) {
        int bands = scene.bands().count();
        this.scene = scene;
        filled = scene.bands().filled();
        interpolatedFlags = scene.bands().list().stream()
                .mapToInt(band -> band.detector() == Detector.SWIR ? 4 : 8)
                .toArray();
        row = new double[SIDE][bands];
        spectra = new float[bands * PIXELS];
        defects = new float[bands * PIXELS];
        statistics = new SceneStatistics(bands);
        Arrays.fill(spectra, NO_DATA);
        Arrays.fill(truth, Float.NaN);
        for (QualityLayer layer : QualityLayer.values()) {
            float[] values = new float[PIXELS];
            Arrays.fill(values, layer.background());
            quality.put(layer, values);
        }
    }

    /** Makes the pixels of a window that is at most one tile in size. */
    static SceneTile render(Scene scene, Window window) {
        SceneTile tile = new SceneTile(scene);
        for (int y = 0; y < window.height(); y++) {
            for (int x = 0; x < window.width(); x++) {
                tile.set(y * SIDE + x, x, scene.pixel(window.x() + x, window.y() + y));
            }
            tile.storeRow(y, window.width());
        }
        return tile;
    }

    private void set(int index, int column, ScenePixel pixel) {
        if (!pixel.cover().isWater()) {
            truth[index] = (float) pixel.soil().ece();
        }
        seen[column] = !pixel.isBackground();
        if (seen[column]) {
            scene.observe(pixel, row[column]);
            int flags = markDefects(index, pixel.detector());
            for (QualityLayer layer : QualityLayer.values()) {
                int value = layer.of(pixel) | (layer == QualityLayer.TESTFLAGS ? flags : 0);
                quality(layer)[index] = value;
                statistics.count(layer, value);
            }
        }
    }

    /** Numbers of a quality image, in row order. */
    float[] quality(QualityLayer layer) {
        return Objects.requireNonNull(quality.get(layer), "every layer has numbers");
    }

    /** Marks the bands that a dead detector element should have seen, and tells which detectors they belong to. */
    private int markDefects(int index, int detector) {
        int flags = 0;
        for (int band : scene.sensor().deadBands(detector)) {
            defects[band * PIXELS + index] = 1;
            flags |= interpolatedFlags[band];
        }
        return flags;
    }

    /** Moves a row's spectra to the tile, band by band, because jumping between bands would defeat the cache. */
    private void storeRow(int y, int width) {
        for (int band = 0; band < filled.length; band++) {
            if (filled[band]) {
                continue;
            }
            int start = band * PIXELS + y * SIDE;
            for (int x = 0; x < width; x++) {
                if (seen[x]) {
                    double number = Math.min(LARGEST, Math.max(SMALLEST, row[x][band] * PER_REFLECTANCE));
                    spectra[start + x] = (float) Math.rint(number);
                }
            }
            statistics.add(band, spectra, start, width);
        }
    }
}
