/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.Progress;
import org.deepsalt.world.maps.ClimateMap;
import org.deepsalt.world.maps.SoilMap;
import org.deepsalt.world.region.Region;
import org.deepsalt.world.satellite.Scene;
import org.deepsalt.world.satellite.product.SceneWriter;

/** Writes the files that a region has whether or not it is sampled: scene, truth, maps of soil and climate. */
final class RegionWriter {
    private final Path folder;
    private final int threads;

    RegionWriter(Path folder, int threads) {
        this.folder = folder;
        this.threads = threads;
    }

    RegionFiles write(Scene scene, long seed, Progress progress) throws IOException {
        Region region = scene.region();
        Path product = Files.createDirectories(folder.resolve("enmap"));
        Path truth = Files.createDirectory(folder.resolve("truth")).resolve("ece_truth.tif");
        Path metadata = new SceneWriter(scene, seed).write(product, truth, threads, progress.part(0, 0.9));

        progress.report(0.9, "drawing the soil map");
        Path covariates = Files.createDirectory(folder.resolve("covariates"));
        Path soil = covariates.resolve("soil.tif");
        new SoilMap(region, scene.landscape(), seed).write(soil, scene.grid());
        progress.report(0.95, "drawing the climate map");
        Path climate = covariates.resolve("climate.tif");
        new ClimateMap(region, scene.landscape(), seed).write(climate, scene.grid());
        return new RegionFiles(region, metadata, soil, climate, truth);
    }
}
