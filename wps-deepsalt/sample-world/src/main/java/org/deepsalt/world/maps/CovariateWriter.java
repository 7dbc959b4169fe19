/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.maps;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.world.region.Place;

/**
 * Writes a map on a grid of its own that covers the scene with a margin: float32, nodata NaN, cells on multiples of
 * their size as agencies lay them.
 */
final class CovariateWriter {
    private static final int TILE = 64;
    private static final int MARGIN = 3;

    private final Place.Projection projection;
    private final double cell;

    /**
     * Prepares the writing of maps on one grid.
     *
     * @param cell side of a cell in units of the CRS
     */
    CovariateWriter(Place.Projection projection, double cell) {
        this.projection = projection;
        this.cell = cell;
    }

    /** One band of a map, and the unit of its values. */
    record Layer(String name, String unit) {}

    /** The values of a map at a place in the region, one per layer. */
    interface Values {
        double[] at(double x, double y);
    }

    void write(Path file, Grid scene, List<Layer> layers, Values values) throws IOException {
        Grid grid = around(scene);
        TiffLayout layout = new TiffLayout(grid.width(), grid.height(), layers.size(), SampleType.FLOAT32, TILE, false);
        GdalMetadata metadata = new GdalMetadata().put("comment", "SYNTHETIC: made by DeepSalt's world generator");
        for (int i = 0; i < layers.size(); i++) {
            metadata.put(i, "description", layers.get(i).name())
                    .put(i, "unittype", layers.get(i).unit());
        }
        try (TiledTiffWriter writer =
                new TiledTiffWriter(file, layout, new GeoTiffTags(grid, "nan", metadata), List.of())) {
            for (Window window : grid.all().tiles(TILE)) {
                writer.write(window.x() / TILE, window.y() / TILE, tile(grid, window, layers.size(), values));
            }
            writer.finish();
        }
    }

    private Grid around(Grid scene) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        double half = scene.width() * Place.PIXEL / 2;
        for (double[] corner : new double[][] {{-half, -half}, {-half, half}, {half, -half}, {half, half}}) {
            Point2D.Double at = projection.of(corner[0], corner[1]);
            west = Math.min(west, at.x);
            east = Math.max(east, at.x);
            south = Math.min(south, at.y);
            north = Math.max(north, at.y);
        }
        long left = (long) Math.floor(west / cell) - MARGIN;
        long right = (long) Math.ceil(east / cell) + MARGIN;
        long bottom = (long) Math.floor(south / cell) - MARGIN;
        long top = (long) Math.ceil(north / cell) + MARGIN;
        AffineTransform toCrs = new AffineTransform(cell, 0, 0, -cell, left * cell, top * cell);
        return new Grid((int) (right - left), (int) (top - bottom), toCrs, projection.crs());
    }

    private float[] tile(Grid grid, Window window, int bands, Values values) {
        float[] samples = new float[bands * TILE * TILE];
        Arrays.fill(samples, Float.NaN);
        for (int row = 0; row < window.height(); row++) {
            for (int column = 0; column < window.width(); column++) {
                Point2D centre = grid.centre(window.x() + column, window.y() + row);
                Point2D.Double place = projection.back(centre.getX(), centre.getY());
                double[] at = values.at(place.x, place.y);
                for (int band = 0; band < bands; band++) {
                    samples[(band * TILE + row) * TILE + column] = (float) at[band];
                }
            }
        }
        return samples;
    }
}
