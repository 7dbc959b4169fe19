/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.awt.geom.AffineTransform;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.decode.TiffOverview;
import org.deepsalt.raster.geotiff.decode.TiffPixels;
import org.deepsalt.raster.grid.BlockedImage;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.api.coverage.grid.GridEnvelope;
import org.geotools.api.metadata.spatial.PixelOrientation;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.jspecify.annotations.Nullable;

/**
 * An image that is read window by window: the one door for scenes, covariates, maps and quality images. What the image
 * says about itself is honoured: a pixel that it calls nodata, hides by a mask or an alpha band, or leaves out, is NaN;
 * {@link #values} also applies scale and offset. The pixels stay on disk until they are asked for. Thread-safe; closing
 * it frees the coverage but never the reader, which in GeoServer is shared.
 */
public final class RasterSource implements AutoCloseable {
    private final String name;
    private final @Nullable GridCoverage2D coverage;
    private final BlockedImage pixels;
    private final Grid grid;
    private final FileStatements statements;

    /** @param coverage null where no reader had to be asked */
    private RasterSource(
            String name, @Nullable GridCoverage2D coverage, BlockedImage pixels, Grid grid, FileStatements statements) {
        this.name = name;
        this.coverage = coverage;
        this.pixels = pixels;
        this.grid = grid;
        this.statements = statements;
    }

    /**
     * Opens an image at its full resolution, whose numbers the reader brings to their unit, as it does for mosaics.
     *
     * @param name of the layer, for messages
     */
    public static RasterSource open(String name, GridCoverage2DReader reader) {
        return of(name, CoverageRequest.read(name, reader, true));
    }

    /**
     * Opens an image at its full resolution.
     *
     * @param file that the reader reads; null where it does not read one file alone
     * @throws DeepSaltException if the file is damaged or coded in a way that is not read
     */
    public static RasterSource open(String name, GridCoverage2DReader reader, @Nullable Path file) {
        if (file == null || !TiffFile.isTiff(file)) {
            return open(name, reader);
        }
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        return open(name, reader, tiff);
    }

    /** The same for a file that is open already. */
    public static RasterSource open(String name, GridCoverage2DReader reader, TiffFile file) {
        return open(name, reader, file, false);
    }

    /** The same for an image of codes, each of which means something, whatever the file calls nodata. */
    public static RasterSource openCodes(String name, GridCoverage2DReader reader, TiffFile file) {
        return open(name, reader, file, true);
    }

    private static RasterSource open(String name, GridCoverage2DReader reader, TiffFile file, boolean codes) {
        file.requireReadable();
        Optional<TiffPixels> plain =
                codes ? TiffPixels.plain(file, file.directories().get(0)) : TiffPixels.of(file);
        if (plain.isPresent() && reader.getClass() == GeoTiffReader.class) {
            return new RasterSource(
                    name, null, plain.get(), gridOf(reader), FileStatements.of(file, Optional.empty(), true));
        }
        GridCoverage2D coverage = CoverageRequest.read(name, reader, false);
        Grid grid = grid(coverage);
        RenderedImage image = coverage.getRenderedImage();
        boolean direct = plain.isPresent() && isOf(plain.get(), image);
        if (!direct) {
            file.requireReadableByGeoTools();
        }
        Optional<GridCoverage2D> catalog = codes ? Optional.empty() : Optional.of(coverage);
        FileStatements statements = FileStatements.of(file, catalog, direct).inPart(name, gridOf(reader), grid);
        BlockedImage pixels = direct ? plain.get() : new CoverageImage(image);
        return new RasterSource(name, coverage, pixels, grid, statements);
    }

    /**
     * Whether an image shows the file itself. What a host puts over it, a caller's limits or a choice of bands, is an
     * operation with the file's image as its source.
     */
    private static boolean isOf(BlockedImage file, RenderedImage image) {
        return (image.getSources() == null || image.getSources().isEmpty())
                && image.getWidth() == file.width()
                && image.getHeight() == file.height()
                && image.getSampleModel().getNumBands() == file.bands();
    }

    private static RasterSource of(String name, GridCoverage2D coverage) {
        return new RasterSource(
                name,
                coverage,
                new CoverageImage(coverage.getRenderedImage()),
                grid(coverage),
                FileStatements.of(coverage));
    }

    private static Grid grid(GridCoverage2D coverage) {
        RenderedImage image = coverage.getRenderedImage();
        AffineTransform toCrs =
                (AffineTransform) coverage.getGridGeometry().getGridToCRS2D(PixelOrientation.UPPER_LEFT);
        AffineTransform fromFirst = new AffineTransform(toCrs);
        fromFirst.translate(image.getMinX(), image.getMinY());
        return new Grid(image.getWidth(), image.getHeight(), fromFirst, coverage.getCoordinateReferenceSystem2D());
    }

    /**
     * Opens an image for a picture: the smallest of its overviews that is fine enough, or the image itself.
     *
     * @param step pixels of the image that one pixel of the picture is wide or high
     * @throws DeepSaltException if the file is damaged or coded in a way that is not read
     */
    public static RasterSource openReduced(String name, GridCoverage2DReader reader, Path file, double step) {
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        Optional<TiffOverview> overview = TiffOverview.of(tiff, step);
        Optional<TiffPixels> pixels = overview.flatMap(smaller -> TiffPixels.of(tiff, smaller));
        if (pixels.isEmpty() || reader.getClass() != GeoTiffReader.class) {
            return open(name, reader, tiff);
        }
        Grid grid = gridOf(reader).reduced(pixels.get().width(), pixels.get().height());
        return new RasterSource(name, null, pixels.get(), grid, FileStatements.of(tiff, overview.get()));
    }

    /** The size of an image at full resolution, without opening it. */
    public static Grid gridOf(GridCoverage2DReader reader) {
        GridEnvelope range = reader.getOriginalGridRange();
        AffineTransform toCrs =
                new AffineTransform((AffineTransform) reader.getOriginalGridToWorld(PixelInCell.CELL_CORNER));
        toCrs.translate(range.getLow(0), range.getLow(1));
        return new Grid(range.getSpan(0), range.getSpan(1), toCrs, reader.getCoordinateReferenceSystem());
    }

    /** Name of the layer, for messages. */
    public String name() {
        return name;
    }

    /** The pixels of the image on the earth. */
    public Grid grid() {
        return grid;
    }

    /** Bands that hold data: all but an alpha band at the end. */
    public int bands() {
        return statements.bands(pixels.bands());
    }

    /** Pixels along the row of a strip or tile of the file: windows that are made of whole ones are decoded once. */
    public int blockWidth() {
        return pixels.blockWidth();
    }

    /** Rows of a strip or tile of the file. */
    public int blockHeight() {
        return pixels.blockHeight();
    }

    /**
     * Reads a window as the numbers that the file holds, before scale and offset.
     *
     * @param window inside the image
     * @param bands zero-based numbers of the bands wanted, in any order
     * @param target receives the numbers pixel after pixel: {@code window.pixels() * bands.length} of them, NaN where
     *     there is no data
     * @throws DeepSaltException if the file cannot be decoded there
     */
    public void read(Window window, int[] bands, float[] target) {
        try {
            pixels.read(window, bands, target);
            statements.hide(window, bands, target);
        } catch (IOException | RuntimeException e) {
            throw unreadable(window, e);
        }
    }

    /** The same in the unit of the image's quantity, with scale and offset. */
    public void values(Window window, int[] bands, float[] target) {
        read(window, bands, target);
        statements.scale(bands, window.pixels(), target);
    }

    /**
     * Counts for each pixel of a window the bands that are not 0, those without data among them: cheap for images that
     * hardly ever hold anything else.
     *
     * @param bands zero-based numbers of the bands that count
     * @return {@code window.pixels()} numbers
     * @throws DeepSaltException if the file cannot be decoded there
     */
    public int[] countNonZero(Window window, int[] bands) {
        int[] counts = new int[window.pixels()];
        if (!statements.hideNothing()) {
            float[] numbers = new float[window.pixels() * bands.length];
            read(window, bands, numbers);
            BlockedImage.countNonZero(numbers, bands.length, counts);
            return counts;
        }
        try {
            pixels.countNonZero(window, bands, counts);
        } catch (IOException | RuntimeException e) {
            throw unreadable(window, e);
        }
        return counts;
    }

    /**
     * Makes sure that what was read is not the upper part of something damaged; nobody may be reading.
     *
     * @throws DeepSaltException if it is
     */
    public void finish() {
        try {
            pixels.finish();
        } catch (IOException e) {
            throw unreadable(grid.all(), e);
        }
    }

    private DeepSaltException unreadable(Window window, Exception e) {
        boolean proven = e instanceof IOException;
        return new DeepSaltException(
                "layer '" + name + "' cannot be read at column " + window.x() + ", row " + window.y() + " ("
                        + window.width() + " x " + window.height() + " pixels): "
                        + (proven
                                ? "the file may be damaged; " + e.getMessage()
                                : "GeoTools does not decode it; convert its file, as with gdal_translate -co"
                                        + " COMPRESS=DEFLATE"),
                e);
    }

    @Override
    public void close() {
        pixels.close();
        statements.close();
        if (coverage != null) {
            ImageReaders.close(coverage);
            coverage.dispose(true);
        }
    }
}
