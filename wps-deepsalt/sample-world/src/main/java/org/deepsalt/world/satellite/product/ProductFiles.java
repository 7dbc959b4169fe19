/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.world.satellite.Scene;

/** The raster files of a product and the truth, written tile by tile. Thread-safe: tiles may come from any thread. */
final class ProductFiles implements AutoCloseable {
    static final String SPECTRAL_IMAGE = "SPECTRAL_IMAGE.TIF";
    static final String PIXELMASK = "QL_PIXELMASK.TIF";

    private static final String NOTE = "SYNTHETIC: made by DeepSalt's world generator, not measured";

    private final List<TiledTiffWriter> open = new ArrayList<>();
    private final TiledTiffWriter spectra;
    private final TiledTiffWriter defects;
    private final Map<QualityLayer, TiledTiffWriter> quality = new EnumMap<>(QualityLayer.class);
    private final TiledTiffWriter truth;

    /**
     * Starts all files.
     *
     * @param product folder of the product
     * @param truthFile file of the true ECe
     */
    ProductFiles(Scene scene, ProductName name, Path product, Path truthFile) throws IOException {
        Grid grid = scene.grid();
        List<Band> bands = scene.bands().list();
        try {
            spectra = start(
                    name.in(product, SPECTRAL_IMAGE),
                    layout(grid, bands.size(), SampleType.INT16),
                    new GeoTiffTags(grid, Short.toString(SceneTile.NO_DATA), describe(bands)));
            defects = start(
                    name.in(product, PIXELMASK),
                    layout(grid, bands.size(), SampleType.UINT8),
                    new GeoTiffTags(grid, null, note()));
            for (QualityLayer layer : QualityLayer.values()) {
                quality.put(
                        layer,
                        start(
                                name.in(product, layer.suffix()),
                                layout(grid, 1, SampleType.UINT8),
                                new GeoTiffTags(grid, null, note())));
            }
            truth = start(
                    truthFile,
                    layout(grid, 1, SampleType.FLOAT32),
                    new GeoTiffTags(
                            grid, "nan", note().put(0, "description", "ECe").put(0, "unittype", "dS/m")));
        } catch (IOException | RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private static TiffLayout layout(Grid grid, int bands, SampleType type) {
        return new TiffLayout(grid.width(), grid.height(), bands, type, SceneTile.SIDE, true);
    }

    private TiledTiffWriter start(Path file, TiffLayout layout, GeoTiffTags tags) throws IOException {
        TiledTiffWriter writer = new TiledTiffWriter(file, layout, tags, List.of());
        open.add(writer);
        return writer;
    }

    private static GdalMetadata note() {
        return new GdalMetadata().put("comment", NOTE);
    }

    private static GdalMetadata describe(List<Band> bands) {
        GdalMetadata metadata = note();
        for (int i = 0; i < bands.size(); i++) {
            String centre = number(bands.get(i).centre());
            metadata.put(i, "description", "band " + (i + 1) + " (" + centre + " Nanometers)")
                    .put(i, "wavelength", centre)
                    .put(i, "fwhm", number(bands.get(i).width()))
                    .put(i, "wavelength_units", "Nanometers");
        }
        return metadata;
    }

    static String number(double nanometres) {
        return BigDecimal.valueOf(nanometres).toPlainString();
    }

    void write(Window window, SceneTile tile) throws IOException {
        int column = window.x() / SceneTile.SIDE;
        int row = window.y() / SceneTile.SIDE;
        spectra.write(column, row, tile.spectra);
        defects.write(column, row, tile.defects);
        for (Map.Entry<QualityLayer, TiledTiffWriter> layer : quality.entrySet()) {
            layer.getValue().write(column, row, tile.quality(layer.getKey()));
        }
        truth.write(column, row, tile.truth);
    }

    /** Puts the files together. Every tile must have been written. */
    void finish() throws IOException {
        for (TiledTiffWriter writer : open) {
            writer.finish();
        }
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (TiledTiffWriter writer : open) {
            try {
                writer.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private void closeAfter(Exception cause) {
        try {
            close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
