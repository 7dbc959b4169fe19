/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.api.referencing.FactoryException;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;

/**
 * A square in the middle of a scene, a tenth as wide as the scene is: a hundredth of its pixels. In a scene whose tiles
 * meet there it lies in four of them, the dearest place for a square of that size.
 *
 * @param region well-known text with the scene's CRS
 * @param pixels the same, as pixels of the scene
 */
public record Part(String region, Window pixels) {
    private static final int TENTH = 10;

    /** The middle of an image. */
    public static Part of(Path image) throws IOException {
        GeoTiffReader reader = GeoTiffs.reader(image);
        try {
            Grid grid = RasterSource.gridOf(reader);
            Window pixels = middle(grid.width(), grid.height());
            return new Part("SRID=" + CRS.lookupEpsgCode(grid.crs(), true) + ";" + polygon(grid, pixels), pixels);
        } catch (FactoryException e) {
            throw new IOException("'" + image.getFileName() + "' has no CRS with a number: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /** The square in the middle of an image, at least a pixel wide. */
    public static Window middle(int width, int height) {
        int columns = Math.max(1, width / TENTH);
        int rows = Math.max(1, height / TENTH);
        return new Window((width - columns) / 2, (height - rows) / 2, columns, rows);
    }

    private static String polygon(Grid grid, Window pixels) {
        int left = pixels.x();
        int top = pixels.y();
        int right = left + pixels.width();
        int bottom = top + pixels.height();
        return "POLYGON(("
                + String.join(
                        ", ",
                        List.of(
                                corner(grid, left, top),
                                corner(grid, right, top),
                                corner(grid, right, bottom),
                                corner(grid, left, bottom),
                                corner(grid, left, top)))
                + "))";
    }

    private static String corner(Grid grid, int column, int row) {
        Point2D place = grid.toCrs().transform(new Point2D.Double(column, row), null);
        return String.format(Locale.ROOT, "%.6f %.6f", place.getX(), place.getY());
    }
}
