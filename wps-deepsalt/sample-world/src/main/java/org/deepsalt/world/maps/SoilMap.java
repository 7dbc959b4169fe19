/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.land.Texture;
import org.deepsalt.world.noise.Hash;
import org.deepsalt.world.noise.Noise;
import org.deepsalt.world.region.Region;

/**
 * The soil map that a mapping agency would have: sand and clay in percent on a geographic grid of 0.0025 degrees (about
 * 250 m), the true texture averaged over half a kilometre, with errors of some percent that hold together over a
 * kilometre.
 */
public final class SoilMap {
    private static final double CELL = 0.0025;
    private static final double SPREAD = 125;
    private static final double ERROR = 3.5;

    private final Landscape landscape;
    private final CovariateWriter writer;
    private final Noise sandError;
    private final Noise clayError;

    /**
     * The soil map of a region.
     *
     * @param seed the region's own, see {@link Region#seed}
     */
    public SoilMap(Region region, Landscape landscape, long seed) {
        this.landscape = landscape;
        writer = new CovariateWriter(region.place().to("EPSG:4326"), CELL);
        sandError = Noise.of(Hash.seed(seed, "sand error"), 1500, 3, 0.6);
        clayError = Noise.of(Hash.seed(seed, "clay error"), 1500, 3, 0.6);
    }

    /** Writes the map of a scene. */
    public void write(Path file, Grid scene) throws IOException {
        List<CovariateWriter.Layer> layers =
                List.of(new CovariateWriter.Layer("sand", "%"), new CovariateWriter.Layer("clay", "%"));
        writer.write(file, scene, layers, this::at);
    }

    private double[] at(double x, double y) {
        double sand = 0;
        double clay = 0;
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                Texture texture = landscape.texture(x + i * SPREAD, y + j * SPREAD);
                sand += texture.sand() / 25;
                clay += texture.clay() / 25;
            }
        }
        double mappedClay = bounded(clay + ERROR * clayError.at(x, y), 1, 70);
        return new double[] {bounded(sand + 1.5 * ERROR * sandError.at(x, y), 3, 99 - mappedClay), mappedClay};
    }

    private static double bounded(double value, double least, double most) {
        return Math.min(most, Math.max(least, value));
    }
}
