/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.decode.TiffOverview;
import org.deepsalt.raster.geotiff.decode.ValidityMask;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.coverage.grid.GridCoverage2D;
import org.jspecify.annotations.Nullable;

/**
 * Nodata, scale, offset and masks that the file of an image, or the catalog that shows it, states: which stand
 * for no data, which pixels are hidden, scale and offset of each band. Thread-safe; owns the masks.
 */
final class FileStatements implements AutoCloseable {
    private static final float[] NONE = {};

    private final List<float[]> noData;
    /** Null, as are the offsets, where numbers are values already. */
    private final double @Nullable [] scales;

    private final double @Nullable [] offsets;
    private final int alphas;
    private final @Nullable ValidityMask mask;
    private final int left;
    private final int top;

    private FileStatements(
            List<float[]> noData,
            double @Nullable [] scales,
            double @Nullable [] offsets,
            int alphas,
            @Nullable ValidityMask mask,
            int left,
            int top) {
        this.noData = noData;
        this.scales = scales;
        this.offsets = offsets;
        this.alphas = alphas;
        this.mask = mask;
        this.left = left;
        this.top = top;
    }

    /** Of an image of which only its reader knows anything, and applies scale and offset itself. */
    static FileStatements of(GridCoverage2D coverage) {
        List<float[]> noData = new ArrayList<>();
        for (int band = 0; band < coverage.getNumSampleDimensions(); band++) {
            noData.add(declared(coverage, band));
        }
        return new FileStatements(noData, null, null, 0, null, 0, 0);
    }

    /**
     * Of a file that is known.
     *
     * @param coverage what a catalog shows of the file, empty where the file is all there is
     * @param direct whether the file's own nodata are NaN already
     */
    static FileStatements of(TiffFile file, Optional<GridCoverage2D> coverage, boolean direct) {
        List<float[]> noData =
                coverage.map(shown -> ofCatalog(file, shown, direct)).orElse(List.of());
        return of(file, noData, ValidityMask.of(file));
    }

    /** Of an overview, whose nodata are NaN already. */
    static FileStatements of(TiffFile file, TiffOverview overview) {
        return of(file, List.of(), ValidityMask.of(file, overview));
    }

    private static FileStatements of(TiffFile file, List<float[]> noData, ValidityMask mask) {
        int bands = file.bands();
        double[] scales = new double[bands];
        double[] offsets = new double[bands];
        boolean plain = true;
        for (int band = 0; band < bands; band++) {
            scales[band] = file.scale(band).orElse(1.0);
            offsets[band] = file.offset(band).orElse(0.0);
            plain &= scales[band] == 1 && offsets[band] == 0;
        }
        return new FileStatements(
                noData, plain ? null : scales, plain ? null : offsets, bands - file.dataBands(), mask, 0, 0);
    }

    /** The catalog passes on the file's tag, over which the file beside it goes; what else it says it means. */
    private static List<float[]> ofCatalog(TiffFile file, GridCoverage2D coverage, boolean direct) {
        List<Optional<Double>> own = file.noDataOfBands();
        Optional<Double> tag = file.noDataOfTag();
        List<float[]> noData = new ArrayList<>();
        for (int band = 0; band < coverage.getNumSampleDimensions(); band++) {
            Set<Float> all = new LinkedHashSet<>();
            for (float number : declared(coverage, band)) {
                all.add(number);
            }
            tag.ifPresent(number -> all.remove(number.floatValue()));
            if (!direct && band < own.size()) {
                own.get(band).ifPresent(number -> all.add(number.floatValue()));
            }
            noData.add(floats(all));
        }
        return noData;
    }

    private static float[] floats(Set<Float> all) {
        float[] numbers = new float[all.size()];
        int count = 0;
        for (float number : all) {
            numbers[count++] = number;
        }
        return numbers;
    }

    private static float[] declared(GridCoverage2D coverage, int band) {
        double[] declared = coverage.getSampleDimension(band).getNoDataValues();
        if (declared == null) {
            return NONE;
        }
        float[] numbers = new float[declared.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) declared[i];
        }
        return numbers;
    }

    /**
     * The same for an image that shows a part of the file.
     *
     * @throws DeepSaltException if the file has a mask and nobody knows where the part lies in it
     */
    FileStatements inPart(String layer, Grid whole, Grid part) {
        if (hideNothing()) {
            return this;
        }
        Window at = whole.windowOf(part)
                .orElseThrow(
                        () -> new DeepSaltException("layer '" + layer + "' is shown on another grid than that of its"
                                + " file, whose mask cannot be applied: make the mask a nodata value, as with gdalwarp"
                                + " -dstnodata"));
        return new FileStatements(noData, scales, offsets, alphas, mask, at.x(), at.y());
    }

    /** How many of so many bands hold data. */
    int bands(int all) {
        return all - alphas;
    }

    /** Whether no pixel is hidden by a mask. */
    boolean hideNothing() {
        return mask == null || mask.isEmpty();
    }

    /**
     * Turns numbers that stand for nothing into NaN.
     *
     * @param bands zero-based numbers in the image
     */
    void hide(Window window, int[] bands, float[] numbers) throws IOException {
        for (int i = 0; i < bands.length && !noData.isEmpty(); i++) {
            for (float missing : noData.get(bands[i])) {
                for (int at = i; at < numbers.length; at += bands.length) {
                    numbers[at] = numbers[at] == missing ? Float.NaN : numbers[at];
                }
            }
        }
        if (mask != null && !mask.isEmpty()) {
            mask.hide(new Window(window.x() + left, window.y() + top, window.width(), window.height()), bands, numbers);
        }
    }

    /** Applies scale and offset to so many pixels. */
    void scale(int[] bands, int pixels, float[] numbers) {
        for (int i = 0; i < bands.length && scales != null && offsets != null; i++) {
            double scale = scales[bands[i]];
            double offset = offsets[bands[i]];
            for (int at = i; at < pixels * bands.length; at += bands.length) {
                numbers[at] = (float) (numbers[at] * scale + offset);
            }
        }
    }

    @Override
    public void close() {
        if (mask != null) {
            mask.close();
        }
    }
}
