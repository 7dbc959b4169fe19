/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;

/**
 * A smaller copy of a TIFF's first image in the same file, for pictures. Immutable.
 *
 * @param image of the same bands and number format
 * @param mask says which pixels of the copy count; empty where the file has no mask
 */
public record TiffOverview(TiffDirectory image, Optional<TiffDirectory> mask) {
    /** Tags in which a copy is like the image, so that its numbers mean the same. */
    private static final int[] ALIKE = {
        TiffTag.BITS_PER_SAMPLE,
        TiffTag.SAMPLE_FORMAT,
        TiffTag.SAMPLES_PER_PIXEL,
        TiffTag.PHOTOMETRIC,
        TiffTag.EXTRA_SAMPLES
    };

    private static final int KIND = 5;
    private static final int REDUCED = 1;
    private static final int REDUCED_MASK = 5;

    /**
     * The smallest copy that is fine enough; empty where the image itself is, or where the file hides pixels of its
     * image and not those of the copy.
     *
     * @param step pixels of the image that one pixel may stand for
     */
    public static Optional<TiffOverview> of(TiffFile file, double step) {
        boolean hidden = file.mask().isPresent();
        if (Files.exists(ValidityMask.beside(file.path()))) {
            return Optional.empty();
        }
        return file.directories().stream()
                .skip(1)
                .filter(image -> isKind(image, REDUCED) && isCopy(file, image) && ratio(file, image) <= step)
                .map(image -> new TiffOverview(image, maskOf(file, image)))
                .filter(overview -> overview.mask.isPresent() || !hidden)
                .max(Comparator.comparingDouble(overview -> ratio(file, overview.image)));
    }

    private static boolean isKind(TiffDirectory image, int kind) {
        return (image.numberOr(TiffTag.NEW_SUBFILE_TYPE, 0) & KIND) == kind;
    }

    private static boolean isCopy(TiffFile file, TiffDirectory image) {
        TiffDirectory whole = file.directories().get(0);
        return width(image) > 0
                && height(image) > 0
                && Math.abs(height(image) - file.height() / ratio(file, image)) <= 1
                && Arrays.stream(ALIKE).allMatch(tag -> Arrays.equals(whole.numbers(tag), image.numbers(tag)))
                && TiffBlocks.of(file, image).isPresent();
    }

    private static Optional<TiffDirectory> maskOf(TiffFile file, TiffDirectory image) {
        List<TiffDirectory> all = file.directories();
        return all.stream()
                .filter(mask ->
                        isKind(mask, REDUCED_MASK) && width(mask) == width(image) && height(mask) == height(image))
                .findFirst();
    }

    private static double ratio(TiffFile file, TiffDirectory image) {
        return (double) file.width() / Math.max(1, width(image));
    }

    private static long width(TiffDirectory image) {
        return image.numberOr(TiffTag.IMAGE_WIDTH, 0);
    }

    private static long height(TiffDirectory image) {
        return image.numberOr(TiffTag.IMAGE_LENGTH, 0);
    }
}
