/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.training.encoder.LaboratoryAutoencoder;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;

/**
 * How far synthetic mid-infrared spectra are from real ones: the default's laboratory encoder learns a synthetic
 * library and rebuilds synthetic spectra that it has not seen, and whole spectra of real soils.
 */
public final class MidInfraredExperiment {
    private static final String AFRICA = "afspec_mir_113.csv.gz";
    private static final String LIME_SODA = "mir_H.138.csv.gz";
    private static final double LEARNED = 0.75;

    private final Path folder;
    private final World world;

    /**
     * The synthetic library.
     *
     * @param regions of the world, the last of which gives no spectrum where there are several
     * @param spectra number of laboratory spectra, a quarter of which is held out
     * @param seed of the world, and of the choice
     */
    public record World(int regions, int size, int spectra, long seed) {}

    /** An experiment on the real spectra of a folder, or of the one above it. */
    public MidInfraredExperiment(Path folder, World world) {
        this.folder = folder;
        this.world = world;
    }

    /** Why there is nothing to do; empty if there is. */
    public String skipped() {
        return Stream.of(AFRICA, LIME_SODA).anyMatch(name -> find(name).isPresent())
                ? ""
                : "the experiment mir is skipped: neither " + folder + " nor the folder above it has " + AFRICA
                        + " (R package soil.spec) or " + LIME_SODA + " (LimeSoDa, set H.138)";
    }

    private Optional<Path> find(String name) {
        Path absolute = folder.toAbsolutePath().normalize();
        return Stream.of(absolute.resolve(name), absolute.resolveSibling(name))
                .filter(Files::exists)
                .findFirst();
    }

    /**
     * Trains, rebuilds, and writes {@code mir.md} and {@code mir.png}. TensorFlow must have been started.
     *
     * @param progress told what comes next
     * @return the table
     */
    public String run(Path out, Consumer<String> progress) throws IOException {
        progress.accept("making a synthetic library");
        Matrix library = library();
        int[] order = Rows.shuffled(Rows.range(0, library.rows()), new Random(world.seed));
        int learned = (int) (LEARNED * order.length);
        progress.accept("training a laboratory encoder on " + learned + " synthetic spectra");
        LaboratoryAutoencoder encoder = LaboratoryAutoencoder.train(
                library.select(Arrays.copyOf(order, learned)),
                Presets.of(Presets.DEFAULT).withRun(1, Split.Plan.of(Split.Kind.RANDOM), world.seed),
                Progress.SILENT);
        Map<String, Matrix> sets = new LinkedHashMap<>();
        sets.put("synthetic, learned from", library.select(Arrays.copyOf(order, learned)));
        sets.put("synthetic, held out", library.select(Arrays.copyOfRange(order, learned, order.length)));
        addReal(sets, "real, LimeSoDa H.138", LIME_SODA, SpectrumUnit.PERCENT, progress);
        addReal(sets, "real, Africa", AFRICA, SpectrumUnit.ABSORBANCE, progress);
        ReconstructionTable table = new ReconstructionTable();
        sets.forEach((name, spectra) -> table.add(name, Reconstruction.of(encoder, spectra)));
        Files.createDirectories(out);
        Files.writeString(out.resolve("mir.md"), table.toString());
        table.draw(out.resolve("mir.png"));
        return table.toString();
    }

    private void addReal(
            Map<String, Matrix> sets, String name, String file, SpectrumUnit unit, Consumer<String> progress)
            throws IOException {
        Optional<Path> found = find(file);
        if (found.isPresent()) {
            sets.put(name, MidInfraredFile.read(found.get(), unit));
        } else {
            progress.accept(name + " is skipped: there is no " + file);
        }
    }

    private Matrix library() throws IOException {
        Path scratch = Files.createTempDirectory("deepsalt-experiment-");
        try {
            Path file = SampleWorld.write(
                            new WorldOptions(
                                    world.regions,
                                    world.size,
                                    world.seed,
                                    world.spectra,
                                    world.spectra,
                                    scratch.resolve("world")),
                            Progress.SILENT)
                    .library();
            return new FtirLibraryReader(Wavenumbers.BRUKER).read(file).absorbance();
        } finally {
            Folders.delete(scratch);
        }
    }
}
