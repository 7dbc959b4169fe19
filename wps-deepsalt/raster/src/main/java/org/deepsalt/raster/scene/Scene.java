/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.BandMatch;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.BandTable;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.geotiff.TiffFile;
import org.deepsalt.raster.grid.Grid;
import org.geotools.coverage.grid.io.GridCoverage2DReader;

/**
 * An EnMAP scene that is ready to be read: its pixels, the wavelengths of its bands, its quality images. Thread-safe;
 * closing it frees what it opened but not the reader.
 */
public final class Scene implements AutoCloseable {
    /** Largest distance of a band from a wavelength of the masks, in nm: the width of one or two bands. */
    static final double MASK_TOLERANCE = 15;

    private final String layer;
    private final RasterSource image;
    private final List<SpectralBand> bands;
    private final QualityMask quality;

    private Scene(String layer, RasterSource image, List<SpectralBand> bands, QualityMask quality) {
        this.layer = layer;
        this.image = image;
        this.bands = bands;
        this.quality = quality;
    }

    /**
     * Opens a scene.
     *
     * @param layer its name, for messages
     * @param reader of the image; stays open
     * @param file the image's file, beside which METADATA.XML and the quality images are looked for
     * @throws DeepSaltException if the file is damaged, has no wavelengths or no place on the earth
     */
    public static Scene open(String layer, GridCoverage2DReader reader, Path file) {
        TiffFile.open(file).requireWhole();
        EnmapProduct product = EnmapProduct.at(file);
        List<SpectralBand> bands = BandTable.of(layer, product);
        RasterSource image = RasterSource.open(layer, reader);
        try {
            if (image.grid().crs() == null) {
                throw new DeepSaltException("layer '" + layer
                        + "' has no coordinate reference system: give it one in its file or in the catalog");
            }
            return new Scene(layer, image, bands, QualityMask.open(product.quality(), image.grid(), bands.size()));
        } catch (RuntimeException e) {
            image.close();
            throw e;
        }
    }

    public String layer() {
        return layer;
    }

    public Grid grid() {
        return image.grid();
    }

    /** In the order of the image. */
    public List<SpectralBand> bands() {
        return bands;
    }

    RasterSource image() {
        return image;
    }

    QualityMask quality() {
        return quality;
    }

    /**
     * The image's bands that a model wants.
     *
     * @param tolerance largest distance between centres in nm
     * @return zero-based numbers in the order of the model's bands
     * @throws DeepSaltException naming the layer and the wavelengths that are missing
     */
    public int[] match(List<Band> wanted, double tolerance) {
        try {
            return BandMatch.find(wanted, offered(), usable(), tolerance);
        } catch (DeepSaltException e) {
            throw new DeepSaltException(
                    "layer '" + layer + "': " + e.getMessage()
                            + "; give a scene with these bands or a model trained without them",
                    e);
        }
    }

    /** The bands nearest to {@link MaskIndex#WAVELENGTHS}, -1 where none is near enough. */
    int[] maskBands() {
        int[] numbers = new int[MaskIndex.WAVELENGTHS.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = BandMatch.nearest(MaskIndex.WAVELENGTHS.get(i), offered(), usable(), MASK_TOLERANCE);
        }
        return numbers;
    }

    /** The bands that hold data, for a model that is to be trained on this scene. */
    public List<Band> usableBands() {
        List<Band> usable = new ArrayList<>();
        for (SpectralBand band : bands) {
            if (band.hasData()) {
                usable.add(band.band());
            }
        }
        return usable;
    }

    private List<Band> offered() {
        return bands.stream().map(SpectralBand::band).toList();
    }

    private boolean[] usable() {
        boolean[] usable = new boolean[bands.size()];
        for (int i = 0; i < usable.length; i++) {
            usable[i] = bands.get(i).hasData();
        }
        return usable;
    }

    @Override
    public void close() {
        quality.close();
        image.close();
    }
}
