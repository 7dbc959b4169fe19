/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.grid.BlockedImage;
import org.deepsalt.raster.grid.Window;

/**
 * The pixels that a GeoTIFF hides by other means than a nodata value: a mask among its images, a mask file beside it
 * ({@code image.tif.msk}), else an alpha band. 0 in any of them means that there is no value, as in GDAL. Thread-safe;
 * owns what it opens.
 */
public final class ValidityMask implements AutoCloseable {
    private static final String ENDING = ".msk";

    /** @param band the one that counts for all bands of the image; -1 where each has its own */
    private record Layer(BlockedImage image, int band) {}

    private final List<Layer> layers = new ArrayList<>();

    private ValidityMask() {}

    /**
     * Opens the masks of a file; for most files there is none.
     *
     * @throws DeepSaltException if a mask is not of the image's size or of a kind that is not read
     */
    public static ValidityMask of(TiffFile file) {
        ValidityMask mask = new ValidityMask();
        file.mask().ifPresent(image -> mask.add(file, image, file));
        Path beside = beside(file.path());
        if (Files.isRegularFile(beside)) {
            mask.addFile(beside, file);
        }
        mask.addAlpha(file, file.directories().get(0));
        return mask;
    }

    /**
     * Opens the masks of an overview.
     *
     * @throws DeepSaltException if a mask is of a kind that is not read
     */
    public static ValidityMask of(TiffFile file, TiffOverview overview) {
        ValidityMask mask = new ValidityMask();
        overview.mask().ifPresent(image -> {
            TiffPixels pixels = TiffPixels.plain(file, image).orElseThrow(() -> unreadable(file, file));
            mask.layers.add(new Layer(pixels, pixels.bands() == 1 ? 0 : -1));
        });
        mask.addAlpha(file, overview.image());
        return mask;
    }

    /** GDAL's order: an alpha band counts where neither a mask nor nodata says which pixels do. */
    private void addAlpha(TiffFile file, TiffDirectory image) {
        if (isEmpty() && file.noDataOfBands().stream().allMatch(Optional::isEmpty)) {
            file.alphaBand().ifPresent(band -> {
                TiffPixels all = TiffPixels.plain(file, image).orElseThrow(() -> unreadable(file, file));
                layers.add(new Layer(all, band));
            });
        }
    }

    /** Where the mask file of an image would lie. */
    static Path beside(Path image) {
        return image.resolveSibling(image.getFileName() + ENDING);
    }

    private void addFile(Path beside, TiffFile image) {
        TiffFile file = TiffFile.open(beside);
        file.requireWhole();
        file.requireReadable();
        add(file, file.directories().get(0), image);
    }

    private void add(TiffFile file, TiffDirectory directory, TiffFile image) {
        TiffPixels mask = TiffPixels.plain(file, directory).orElseThrow(() -> unreadable(file, image));
        int bands = image.bands();
        if (mask.width() != image.width() || mask.height() != image.height()) {
            throw new DeepSaltException("the mask in '" + file.path().getFileName() + "' has " + mask.width() + " x "
                    + mask.height() + " pixels, the image has " + image.width() + " x " + image.height()
                    + ": have the mask made anew from the image");
        }
        if (mask.bands() != 1 && mask.bands() != bands) {
            throw new DeepSaltException("the mask in '" + file.path().getFileName() + "' has " + mask.bands()
                    + " bands, wanted one for all or one for each of " + bands
                    + ": have the mask made anew from the image");
        }
        layers.add(new Layer(mask, mask.bands() == 1 ? 0 : -1));
    }

    private static DeepSaltException unreadable(TiffFile file, TiffFile image) {
        return new DeepSaltException("the mask of '" + image.path().getFileName() + "' in '"
                + file.path().getFileName() + "' is packed in a way that is not read: put it into the image, as with"
                + " gdal_translate --config GDAL_TIFF_INTERNAL_MASK YES -co COMPRESS=DEFLATE "
                + image.path().getFileName() + " converted.tif");
    }

    /** Whether no pixel is hidden, as far as is known without a look. */
    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /**
     * Turns the numbers of hidden pixels into NaN.
     *
     * @param window inside the file's image
     * @param bands zero-based numbers of the bands that were read
     * @param numbers pixel after pixel, {@code window.pixels() * bands.length} of them
     * @throws IOException if a mask is damaged
     */
    public void hide(Window window, int[] bands, float[] numbers) throws IOException {
        for (Layer layer : layers) {
            boolean forAll = layer.band >= 0;
            int[] wanted = forAll ? new int[] {layer.band} : bands;
            float[] valid = new float[window.pixels() * wanted.length];
            layer.image.read(window, wanted, valid);
            for (int i = 0; i < valid.length; i++) {
                if (valid[i] == 0) {
                    int length = forAll ? bands.length : 1;
                    Arrays.fill(numbers, i * length, (i + 1) * length, Float.NaN);
                }
            }
        }
    }

    @Override
    public void close() {
        layers.forEach(layer -> layer.image.close());
    }
}
