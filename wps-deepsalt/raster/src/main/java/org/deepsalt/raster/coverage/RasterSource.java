/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.api.coverage.grid.GridEnvelope;
import org.geotools.api.metadata.spatial.PixelOrientation;
import org.geotools.api.parameter.GeneralParameterDescriptor;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridEnvelope2D;
import org.geotools.coverage.grid.GridGeometry2D;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.geotools.coverage.grid.io.OverviewPolicy;
import org.geotools.geometry.jts.ReferencedEnvelope;

/**
 * An image that is read window by window, as the numbers that its file holds: scale and offset are left to the caller.
 * The pixels stay on disk until they are asked for. Thread-safe; closing it frees the coverage but never the reader,
 * which in GeoServer is shared.
 */
public final class RasterSource implements AutoCloseable {
    /** Pixels stay on disk until they are asked for: the parameter's name in GeoTools up to 33 and from 34 on. */
    private static final List<String> DEFERRED = List.of("USE_JAI_IMAGEREAD", "USE_IMAGEN_IMAGEREAD");

    private final String name;
    private final GridCoverage2D coverage;
    private final RenderedImage image;
    private final Grid grid;
    private final double[] noData;
    private final int[] chosen;

    /** @param chosen numbers in the file of the image's bands, null where the image has all of them */
    private RasterSource(String name, GridCoverage2D coverage, int[] chosen) {
        this.name = name;
        this.coverage = coverage;
        this.chosen = chosen;
        this.image = coverage.getRenderedImage();
        AffineTransform toCrs =
                (AffineTransform) coverage.getGridGeometry().getGridToCRS2D(PixelOrientation.UPPER_LEFT);
        AffineTransform fromFirst = new AffineTransform(toCrs);
        fromFirst.translate(image.getMinX(), image.getMinY());
        this.grid = new Grid(image.getWidth(), image.getHeight(), fromFirst, coverage.getCoordinateReferenceSystem2D());
        double[] declared = coverage.getSampleDimension(0).getNoDataValues();
        this.noData = declared == null ? new double[0] : declared.clone();
    }

    /**
     * Opens an image at its full resolution.
     *
     * @param name of the layer, for messages
     */
    public static RasterSource open(String name, GridCoverage2DReader reader) {
        return new RasterSource(name, read(name, reader, List.of(), OverviewPolicy.IGNORE), null);
    }

    /**
     * Opens an image at the overview that is just fine enough for a picture.
     *
     * @param area what the picture shows, in the image's CRS
     * @param columns width of the picture in pixels
     * @param rows height of the picture in pixels
     */
    public static RasterSource open(
            String name, GridCoverage2DReader reader, ReferencedEnvelope area, int columns, int rows) {
        ParameterValue<GridGeometry2D> geometry = geometry(area, columns, rows);
        return new RasterSource(name, read(name, reader, List.of(geometry), OverviewPolicy.QUALITY), null);
    }

    /**
     * The same for a picture that needs few bands: the others are not decoded where the file keeps bands apart. Bands
     * keep the numbers that they have in the file.
     *
     * @param bands zero-based numbers of the only bands that will be read
     */
    public static RasterSource open(
            String name, GridCoverage2DReader reader, ReferencedEnvelope area, int columns, int rows, int[] bands) {
        List<GeneralParameterValue> asked = new ArrayList<>(List.of(geometry(area, columns, rows)));
        boolean selects =
                offered(reader).containsKey(AbstractGridFormat.BANDS.getName().getCode());
        int[] distinct = Arrays.stream(bands).distinct().toArray();
        if (selects) {
            ParameterValue<int[]> selection = AbstractGridFormat.BANDS.createValue();
            selection.setValue(distinct);
            asked.add(selection);
        }
        return new RasterSource(name, read(name, reader, asked, OverviewPolicy.QUALITY), selects ? distinct : null);
    }

    private static ParameterValue<GridGeometry2D> geometry(ReferencedEnvelope area, int columns, int rows) {
        ParameterValue<GridGeometry2D> geometry = AbstractGridFormat.READ_GRIDGEOMETRY2D.createValue();
        geometry.setValue(new GridGeometry2D(new GridEnvelope2D(0, 0, columns, rows), area));
        return geometry;
    }

    private static GridCoverage2D read(
            String name, GridCoverage2DReader reader, List<GeneralParameterValue> asked, OverviewPolicy overviews) {
        List<GeneralParameterValue> parameters = new ArrayList<>(asked);
        ParameterValue<OverviewPolicy> policy = AbstractGridFormat.OVERVIEW_POLICY.createValue();
        policy.setValue(overviews);
        parameters.add(policy);
        Map<String, GeneralParameterDescriptor> offered = offered(reader);
        set(offered, AbstractGridFormat.RESCALE_PIXELS.getName().getCode(), false, parameters);
        DEFERRED.forEach(deferred -> set(offered, deferred, true, parameters));
        try {
            GridCoverage2D coverage = reader.read(parameters.toArray(new GeneralParameterValue[0]));
            if (coverage == null) {
                throw new DeepSaltException("layer '" + name + "' has no pixels where they were asked for");
            }
            return coverage;
        } catch (IOException | RuntimeException e) {
            if (e instanceof DeepSaltException known) {
                throw known;
            }
            throw new DeepSaltException("layer '" + name + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    private static Map<String, GeneralParameterDescriptor> offered(GridCoverage2DReader reader) {
        Map<String, GeneralParameterDescriptor> offered = new HashMap<>();
        for (GeneralParameterDescriptor descriptor :
                reader.getFormat().getReadParameters().getDescriptor().descriptors()) {
            offered.put(descriptor.getName().getCode(), descriptor);
        }
        return offered;
    }

    /** Readers differ in their parameters from line to line of GeoTools; what a reader does not offer is left out. */
    private static void set(
            Map<String, GeneralParameterDescriptor> offered,
            String name,
            boolean on,
            List<GeneralParameterValue> parameters) {
        if (offered.get(name) != null && offered.get(name).createValue() instanceof ParameterValue<?> parameter) {
            parameter.setValue(on);
            parameters.add(parameter);
        }
    }

    /** The size of an image at full resolution, without opening it. */
    public static Grid gridOf(GridCoverage2DReader reader) {
        GridEnvelope range = reader.getOriginalGridRange();
        AffineTransform toCrs =
                new AffineTransform((AffineTransform) reader.getOriginalGridToWorld(PixelInCell.CELL_CORNER));
        toCrs.translate(range.getLow(0), range.getLow(1));
        return new Grid(range.getSpan(0), range.getSpan(1), toCrs, reader.getCoordinateReferenceSystem());
    }

    public String name() {
        return name;
    }

    public Grid grid() {
        return grid;
    }

    /** Bands that can be read. */
    public int bands() {
        return image.getSampleModel().getNumBands();
    }

    /** Pixels along the sides of the file's own tiles: windows that are multiples of them are decoded once. */
    public int tileSide() {
        return Math.max(image.getTileWidth(), image.getTileHeight());
    }

    /** Whether a number as it stands in the file means that there is no data. */
    public boolean isNoData(float value) {
        if (Float.isNaN(value)) {
            return true;
        }
        for (double missing : noData) {
            if (value == (float) missing) {
                return true;
            }
        }
        return false;
    }

    /**
     * Reads a window.
     *
     * @param window inside the image
     * @param bands zero-based numbers of the bands wanted, in any order
     * @param target receives the numbers pixel after pixel: {@code window.pixels() * bands.length} of them
     * @throws DeepSaltException if the file cannot be decoded there
     */
    public void read(Window window, int[] bands, float[] target) {
        Window there = inImage(window);
        SampleCopier copier = new SampleCopier(there, inImage(bands), target);
        forEachTile(window, there, (tile, part) -> {
            copier.copy(tile, part);
            return true;
        });
    }

    /**
     * Whether all bands are zero in the tiles that a window touches: a cheap look at images that hardly ever hold
     * anything else. False also where it is not known.
     */
    public boolean isZero(Window window) {
        return forEachTile(window, inImage(window), (tile, part) -> SampleCopier.isZero(tile));
    }

    private Window inImage(Window window) {
        return new Window(window.x() + image.getMinX(), window.y() + image.getMinY(), window.width(), window.height());
    }

    /** Goes over the tiles below a window as long as the visitor wants more; false if it wanted no more. */
    private boolean forEachTile(Window window, Window there, BiPredicate<Raster, Window> visitor) {
        int side = image.getTileWidth();
        int height = image.getTileHeight();
        int right = Math.floorDiv(there.x() + there.width() - 1 - image.getTileGridXOffset(), side);
        int bottom = Math.floorDiv(there.y() + there.height() - 1 - image.getTileGridYOffset(), height);
        try {
            for (int row = Math.floorDiv(there.y() - image.getTileGridYOffset(), height); row <= bottom; row++) {
                for (int column = Math.floorDiv(there.x() - image.getTileGridXOffset(), side);
                        column <= right;
                        column++) {
                    Raster tile = image.getTile(column, row);
                    Rectangle part = tile.getBounds().intersection(there.toRectangle());
                    if (!visitor.test(tile, new Window(part.x, part.y, part.width, part.height))) {
                        return false;
                    }
                }
            }
            return true;
        } catch (RuntimeException e) {
            throw new DeepSaltException(
                    "layer '" + name + "' cannot be read at column " + window.x() + ", row " + window.y() + " ("
                            + window.width() + " x " + window.height() + " pixels): the file may be damaged; "
                            + e.getMessage(),
                    e);
        }
    }

    private int[] inImage(int[] bands) {
        if (chosen == null) {
            return bands;
        }
        int[] places = new int[bands.length];
        for (int i = 0; i < bands.length; i++) {
            int band = bands[i];
            places[i] = IntStream.range(0, chosen.length)
                    .filter(place -> chosen[place] == band)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "band " + band + " of layer '" + name + "' was not opened: " + Arrays.toString(chosen)));
        }
        return places;
    }

    @Override
    public void close() {
        coverage.dispose(true);
    }
}
