/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.deepsalt.world.laboratory.LibraryWriter;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.maps.ClimateMap;
import org.deepsalt.world.maps.FieldSamples;
import org.deepsalt.world.maps.SoilMap;
import org.deepsalt.world.satellite.Scene;
import org.deepsalt.world.satellite.SceneWriter;

/**
 * Makes a synthetic world whose salinity is known everywhere: an EnMAP L2A product, soil and climate maps, a library of
 * laboratory spectra, field samples, and the truth. One composition per place causes all of it. Equal options make equal
 * values on every platform, whatever the number of processors. Memory does not grow with the area of the scene.
 */
public final class SampleWorld {
    private static final int MOST_THREADS = 8;

    private SampleWorld() {}

    /**
     * Makes a world.
     *
     * @return where its files are
     * @throws InvalidRequestException if the options make no sense
     * @throws DeepSaltException if the folder is not free
     * @throws IOException if the files cannot be written; nothing is left then
     */
    public static WorldFiles write(WorldOptions options, Progress progress) throws IOException {
        return write(options, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), progress);
    }

    static WorldFiles write(WorldOptions options, int threads, Progress progress) throws IOException {
        try (StagingFolder folder = new StagingFolder(options.folder())) {
            WorldFiles files = fill(folder.path(), options, threads, progress);
            return files.movedTo(folder.commit());
        }
    }

    private static WorldFiles fill(Path folder, WorldOptions options, int threads, Progress progress)
            throws IOException {
        long seed = options.seed();
        Basin basin = new Basin();
        Landscape landscape = new Landscape(seed);
        Scene scene = new Scene(basin, landscape, options.size(), seed);
        Path product = Files.createDirectory(folder.resolve("enmap"));
        Path truth = Files.createDirectory(folder.resolve("truth")).resolve("ece_truth.tif");
        Path metadata = new SceneWriter(basin, scene, seed).write(product, truth, threads, progress.part(0, 0.8));

        progress.report(0.8, "drawing the soil map");
        Path covariates = Files.createDirectory(folder.resolve("covariates"));
        Path soil = covariates.resolve("soil.tif");
        new SoilMap(basin, landscape, seed).write(soil, scene.grid());
        progress.report(0.85, "drawing the climate map");
        Path climate = covariates.resolve("climate.tif");
        new ClimateMap(basin, landscape, seed).write(climate, scene.grid());

        Path library = Files.createDirectory(folder.resolve("library")).resolve("ftir.csv.gz");
        double half = options.size() * Basin.PIXEL / 2;
        new LibraryWriter(basin, landscape, seed).write(library, half, options.spectra(), progress.part(0.87, 0.97));

        progress.report(0.97, "taking field samples");
        Path points = Files.createDirectory(folder.resolve("samples"));
        Path geoJson = points.resolve("ece_samples.geojson");
        Path properties = points.resolve("ece_samples.properties");
        FieldSamples samples = FieldSamples.take(basin, scene, seed, options.samples());
        samples.writeGeoJson(geoJson);
        samples.writeProperties(properties);
        Files.writeString(folder.resolve("README.md"), Readme.text(options, samples.count()));
        progress.report(1, "the world is complete");
        return new WorldFiles(folder, metadata, soil, climate, library, geoJson, properties, truth);
    }
}
