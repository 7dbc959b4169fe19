/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.BandMatch;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.enmap.BandTable;
import org.deepsalt.raster.enmap.EnmapMetadata;
import org.deepsalt.raster.enmap.EnmapMetadataReader;
import org.deepsalt.raster.enmap.EnmapProduct;
import org.deepsalt.raster.enmap.MetadataCheck;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.coverage.grid.io.GridCoverage2DReader;

/**
 * An EnMAP scene that is ready to be read: its pixels, the wavelengths of its bands, its quality images. Thread-safe;
 * closing it frees what it opened but not the reader.
 */
public final class Scene implements AutoCloseable {
    static final float ENMAP_NO_DATA = -32768;

    /** Largest distance of a band from a wavelength of the masks, in nm: the width of one or two bands. */
    static final double MASK_TOLERANCE = 15;

    private final String layer;
    private final RasterSource image;
    private final List<SpectralBand> bands;
    private final QualityMask quality;
    private final Optional<Instant> acquired;

    private Scene(
            String layer,
            RasterSource image,
            List<SpectralBand> bands,
            QualityMask quality,
            Optional<Instant> acquired) {
        this.layer = layer;
        this.image = image;
        this.bands = bands;
        this.quality = quality;
        this.acquired = acquired;
    }

    /**
     * Opens a scene.
     *
     * @param layer its name, for messages
     * @param reader of the image; stays open
     * @param file the image's file, beside which METADATA.XML and the quality images are looked for
     * @param descriptions of the bands in the catalog, where wavelengths are looked for if neither file has them
     * @throws DeepSaltException if the file is damaged, has no wavelengths or no place on the earth, or if its metadata
     *     are those of another image
     */
    public static Scene open(String layer, GridCoverage2DReader reader, Path file, List<String> descriptions) {
        return open(layer, reader, file, descriptions, Progress.SILENT);
    }

    /** The same, with a progress that is asked before each window in which bands without data are looked for. */
    public static Scene open(
            String layer, GridCoverage2DReader reader, Path file, List<String> descriptions, Progress progress) {
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        EnmapProduct product = EnmapProduct.at(file);
        Optional<EnmapMetadata> metadata = product.metadata().map(EnmapMetadataReader::read);
        List<SpectralBand> bands = BandTable.of(layer, tiff, metadata, descriptions);
        RasterSource image = RasterSource.open(layer, reader, tiff);
        try {
            // A host may let a caller read a part of a layer; metadata and quality images are those of the whole.
            Grid all = RasterSource.gridOf(reader);
            Grid whole = all.windowOf(image.grid()).isPresent() ? all : image.grid();
            metadata.ifPresent(said -> MetadataCheck.require(layer, said, image.bands(), whole));
            if (image.grid().crs() == null) {
                throw new DeepSaltException("layer '" + layer
                        + "' has no coordinate reference system: give it one in its file"
                        + " (gdal_edit.py -a_srs EPSG:N FILE) or in the catalog");
            }
            List<SpectralBand> known =
                    metadata.isPresent() && tellEmptyBands(bands) ? bands : EmptyBands.mark(image, bands, progress);
            Window part = whole.windowOf(image.grid()).orElseThrow();
            return new Scene(
                    layer,
                    image,
                    known,
                    QualityMask.open(product.quality(), whole, part, bands.size()),
                    metadata.map(EnmapMetadata::start));
        } catch (RuntimeException e) {
            image.close();
            throw e;
        }
    }

    /** Metadata that name no band without data may as well have no statistics: other processors write them so. */
    private static boolean tellEmptyBands(List<SpectralBand> bands) {
        return bands.stream().anyMatch(band -> !band.hasData());
    }

    /** Name of the layer, for messages and reports. */
    public String layer() {
        return layer;
    }

    /** When the acquisition began; empty for an image without METADATA.XML. */
    public Optional<Instant> acquired() {
        return acquired;
    }

    /** The pixels of the scene on the earth. */
    public Grid grid() {
        return image.grid();
    }

    /** Pixels along the row of a strip or tile of the image's file. */
    public int blockWidth() {
        return image.blockWidth();
    }

    /** Rows of a strip or tile of the image's file. */
    public int blockHeight() {
        return image.blockHeight();
    }

    /** In the order of the image. */
    public List<SpectralBand> bands() {
        return bands;
    }

    RasterSource image() {
        return image;
    }

    /**
     * Whether a number that was read stands for no data: NaN, or EnMAP's own -32768, since products are about that do
     * not declare the value they use, and no reflectance is -3.2768.
     */
    static boolean isNoData(float number) {
        return number == ENMAP_NO_DATA || Float.isNaN(number);
    }

    QualityMask quality() {
        return quality;
    }

    /**
     * The image's bands that a model wants, by wavelength and detector. Where both detectors see, from 902 to 993 nm, a
     * model's band is matched by a band of the same detector if both are known, else by the nearest centre; of two that
     * are equally near, that of the SWIR detector wins. A band without data is passed over for the next nearest within
     * the tolerance. The order of the bands in the file plays no part.
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
        if (bands.stream().noneMatch(SpectralBand::hasData)) {
            throw new DeepSaltException("layer '" + layer + "' has " + bands.size()
                    + " bands and its metadata call all of them empty: give a scene with data");
        }
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
