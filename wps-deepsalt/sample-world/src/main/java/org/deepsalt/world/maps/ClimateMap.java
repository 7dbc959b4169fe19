/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.region.Region;

/**
 * The climate map that an agency would have, in the projection of national maps (EPSG:5070) with cells of 800 m:
 * lowest, highest and mean temperature in degrees Celsius, and precipitation of the driest, the wettest and the mean
 * month in mm. All of them vary little inside a scene: lower is a little warmer and drier.
 */
public final class ClimateMap {
    private static final double CELL = 800;

    private final Region region;
    private final Landscape landscape;
    private final CovariateWriter writer;
    private final Noise regional;
    private final Noise rain;

    /**
     * The climate map of a region.
     *
     * @param seed the region's own, see {@link Region#seed}
     */
    public ClimateMap(Region region, Landscape landscape, long seed) {
        this.region = region;
        this.landscape = landscape;
        writer = new CovariateWriter(region.place().to("EPSG:5070"), CELL);
        regional = Noise.of(Hash.seed(seed, "climate"), 30_000, 2, 0.5);
        rain = Noise.of(Hash.seed(seed, "rain"), 20_000, 2, 0.5);
    }

    /** Writes the map of a scene. */
    public void write(Path file, Grid scene) throws IOException {
        List<CovariateWriter.Layer> layers = List.of(
                new CovariateWriter.Layer("tmin", "degC"),
                new CovariateWriter.Layer("tmax", "degC"),
                new CovariateWriter.Layer("tavg", "degC"),
                new CovariateWriter.Layer("pmin", "mm"),
                new CovariateWriter.Layer("pmax", "mm"),
                new CovariateWriter.Layer("pavg", "mm"));
        writer.write(file, scene, layers, this::at);
    }

    private double[] at(double x, double y) {
        double low = landscape.lowland(x, y);
        double warm = 0.6 * regional.at(x, y) + 0.15 * low;
        double wet = StrictMath.exp(0.06 * rain.at(x, y) - 0.02 * low);
        return new double[] {
            region.value("TMIN") + warm - 0.15 * low,
            region.value("TMAX") + 1.1 * warm,
            region.value("TAVG") + warm,
            region.value("PMIN") * wet,
            region.value("PMAX") * wet,
            region.value("PAVG") * wet,
        };
    }
}
