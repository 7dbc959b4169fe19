/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.deepsalt.world.laboratory.LibraryWriter;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.maps.FieldSamples;
import org.deepsalt.world.maps.PointFiles;
import org.deepsalt.world.region.Place;
import org.deepsalt.world.region.Region;
import org.deepsalt.world.satellite.Scene;

/**
 * Makes a synthetic world whose salinity is known everywhere: for each region an EnMAP L2A product, soil and climate
 * maps and the truth; for all labelled regions together a library of laboratory spectra and field samples. One
 * composition per place causes all of it. Of several regions the last is never labelled: its field samples lie in a
 * file of their own. Equal options make equal values on every platform, whatever the number of processors. Memory does
 * not grow with the area of a scene.
 */
public final class SampleWorld {
    private static final int MOST_THREADS = 8;
    private static final double REGIONS_DONE = 0.87;
    private static final double LIBRARY_DONE = 0.97;

    private final WorldOptions options;
    private final List<Scene> scenes;

    private SampleWorld(WorldOptions options) {
        this.options = options;
        scenes = options.all().stream()
                .map(region -> new Scene(
                        region, new Landscape(region, seed(region, options)), options.size(), seed(region, options)))
                .toList();
    }

    private static long seed(Region region, WorldOptions options) {
        return region.seed(options.seed());
    }

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
            WorldFiles files = new SampleWorld(options).fill(folder.path(), threads, progress);
            return files.movedTo(folder.commit());
        }
    }

    private WorldFiles fill(Path folder, int threads, Progress progress) throws IOException {
        List<RegionFiles> regions = writeRegions(folder, threads, progress);
        Path library = Files.createDirectory(folder.resolve("library")).resolve("ftir.csv.gz");
        measureSpectra(library, progress.part(REGIONS_DONE, LIBRARY_DONE));

        progress.report(LIBRARY_DONE, "taking field samples");
        Path points = Files.createDirectory(folder.resolve("samples"));
        FieldSamples samples = labelledSamples();
        PointFiles training = samples.write(points, "ece_samples");
        Optional<PointFiles> unseen = Optional.empty();
        if (options.regions() > 1) {
            unseen = Optional.of(unseenSamples().write(points, "unseen"));
        }
        Files.writeString(folder.resolve("README.md"), Readme.text(options, samples.count()));
        progress.report(1, "the world is complete");
        return new WorldFiles(folder, regions, library, training, unseen);
    }

    /** A world of one region has its files at the top, one of several regions in a folder for each. */
    private List<RegionFiles> writeRegions(Path folder, int threads, Progress progress) throws IOException {
        List<RegionFiles> regions = new ArrayList<>();
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            Path own =
                    scenes.size() == 1 ? folder : folder.resolve(scene.region().id());
            double from = REGIONS_DONE * i / scenes.size();
            double to = REGIONS_DONE * (i + 1) / scenes.size();
            Progress part = named(scene.region(), progress.part(from, to));
            regions.add(new RegionWriter(own, threads).write(scene, seed(scene.region(), options), part));
        }
        return regions;
    }

    private Progress named(Region region, Progress progress) {
        return scenes.size() == 1 ? progress : (fraction, task) -> progress.report(fraction, region.id() + ": " + task);
    }

    private void measureSpectra(Path file, Progress progress) throws IOException {
        double half = options.size() * Place.PIXEL / 2;
        int labelled = options.labelled().size();
        try (LibraryWriter library = new LibraryWriter(file)) {
            for (int i = 0; i < labelled; i++) {
                Scene scene = scenes.get(i);
                Progress part = named(scene.region(), progress.part((double) i / labelled, (i + 1.0) / labelled));
                library.measure(
                        scene.place(),
                        scene.landscape(),
                        seed(scene.region(), options),
                        half,
                        options.share(options.spectra(), i),
                        part);
            }
        }
    }

    private FieldSamples labelledSamples() {
        FieldSamples samples = new FieldSamples('S', options.regions() > 1);
        for (int i = 0; i < options.labelled().size(); i++) {
            samples.take(scenes.get(i), seed(scenes.get(i).region(), options), options.share(options.samples(), i));
        }
        return samples;
    }

    /** As many as from the first of the labelled regions. */
    private FieldSamples unseenSamples() {
        Scene last = scenes.get(scenes.size() - 1);
        FieldSamples samples = new FieldSamples('U', true);
        samples.take(last, seed(last.region(), options), options.share(options.samples(), 0));
        return samples;
    }
}
