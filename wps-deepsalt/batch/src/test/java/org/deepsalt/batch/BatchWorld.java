/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepsalt.batch.job.NoLayers;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.local.registry.InputReader;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldFiles;
import org.deepsalt.world.WorldOptions;
import org.geotools.api.feature.type.Name;

/**
 * Scenes of one place, covariates, and a model that a few passes made: good enough to be run, not to be believed. One
 * of the scenes is truncated, one lies where no covariate is.
 */
public final class BatchWorld {
    /** Settings with a thread for each scene. */
    public static final ProcessSettings SETTINGS =
            ProcessSettings.of(new ProcessLimits(1, 1_000_000, 100_000), EngineSettings.defaults());

    private static final int SIZE = 96;
    private static final int GOOD = 3;
    private static final String MODEL = "quick";
    private static final List<String> QUICK = List.of(
            "unlabelled=300",
            "laboratoryEpochs=1",
            "satelliteEpochs=1",
            "alignmentEpochs=1",
            "teacherEpochs=2",
            "studentEpochs=2",
            "split=RANDOM");

    private final Path folder;
    private final WorldFiles first;

    private BatchWorld(Path folder, WorldFiles first) {
        this.folder = folder;
        this.first = first;
    }

    /** Makes scenes and model. */
    public static BatchWorld make(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("scenes"));
        WorldFiles first = SampleWorld.write(new WorldOptions(SIZE, 1, folder.resolve("world1")), Progress.SILENT);
        BatchWorld world = new BatchWorld(folder, first);
        copy(first.enmap(), world.scenes().resolve("good1"));
        for (int seed = 2; seed <= GOOD + 1; seed++) {
            WorldFiles one =
                    SampleWorld.write(new WorldOptions(SIZE, seed, folder.resolve("world" + seed)), Progress.SILENT);
            copy(one.enmap(), world.scenes().resolve(seed <= GOOD ? "good" + seed : "truncated"));
        }
        truncate(world.scenes().resolve("truncated"));
        WorldFiles elsewhere =
                SampleWorld.write(new WorldOptions(2, SIZE, 5, 1, 1, folder.resolve("world5")), Progress.SILENT);
        copy(elsewhere.regions().get(1).enmap(), world.scenes().resolve("elsewhere"));
        world.train();
        return world;
    }

    /** Folder of the scenes. */
    public Path scenes() {
        return folder.resolve("scenes");
    }

    /** Folder of the model. */
    public Path model() {
        return folder.resolve("models").resolve(MODEL);
    }

    /** The files that serve all covariates of the model. */
    public List<String> covariates() {
        return List.of(first.soil().toString(), first.climate().toString());
    }

    private void train() {
        ModelStore models = new ModelStore(folder.resolve("models"));
        try (FileCatalog files = new FileCatalog(new NoLayers(models), ArchiveLimits.STANDARD);
                ProcessRegistry processes = new ProcessRegistry(files, SETTINGS)) {
            Name name = processes.find("TrainModel").orElseThrow();
            List<Given> given = new ArrayList<>();
            QUICK.forEach(text -> given.add(given(text)));
            covariates().forEach(file -> given.add(new Given("covariate", file)));
            given.add(new Given("model", MODEL));
            given.add(new Given("enmap", first.enmap().toString()));
            given.add(new Given("ftir", first.library().toString()));
            given.add(new Given("samples", first.points().geoJson().toString()));
            Map<String, Object> inputs = new InputReader(processes.getParameterInfo(name)).read(given);
            processes.create(name).execute(inputs, null);
        }
    }

    private static Given given(String text) {
        String[] parts = text.split("=", 2);
        return new Given(parts[0], parts[1]);
    }

    private static void truncate(Path scene) throws IOException {
        try (Stream<Path> files = Files.list(scene)) {
            Path image = files.filter(file -> file.toString().contains("SPECTRAL_IMAGE"))
                    .findFirst()
                    .orElseThrow();
            try (var channel = Files.newByteChannel(image, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() / 2);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Path folder = Files.isDirectory(from) ? from : from.resolveSibling("");
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
