/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.baselines.Samples;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.pixels.Places;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.FtirLibrary;
import org.deepsalt.model.spectra.FtirLibraryReader;
import org.deepsalt.model.spectra.Wavenumbers;
import org.deepsalt.model.store.Folders;
import org.deepsalt.model.training.Covariate;
import org.deepsalt.model.training.TrainingData;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldFiles;
import org.deepsalt.world.WorldOptions;

/**
 * A synthetic world, drawn: what may be learned from, and pixels whose true ECe is known.
 *
 * @param labelled field samples with their pixels
 * @param unlabelled pixels of all regions
 * @param seen pixels of the labelled regions with their truth
 * @param unseen pixels of the region that was never labelled with their truth
 */
record ExperimentWorld(
        List<Band> bands, Samples labelled, Pixels unlabelled, FtirLibrary library, Samples seen, Samples unseen) {
    static final List<String> COVARIATES = List.of("sand", "clay", "tmin", "tmax", "tavg", "pmin", "pmax", "pavg");

    /** Makes a world in a temporary folder, draws from it, and deletes it. */
    static ExperimentWorld make(Plan plan, long seed, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("deepsalt-experiment-");
        try {
            WorldFiles files = SampleWorld.write(
                    new WorldOptions(
                            plan.regions(), plan.size(), seed, plan.spectra(), plan.samples(), folder.resolve("world")),
                    progress);
            return draw(plan, files, seed);
        } finally {
            Folders.delete(folder);
        }
    }

    private static ExperimentWorld draw(Plan plan, WorldFiles files, long seed) throws IOException {
        try (OpenRegions regions = OpenRegions.of(files.regions())) {
            List<Integer> all =
                    IntStream.range(0, files.regions().size()).boxed().toList();
            int last = all.size() - 1;
            FtirLibrary library = new FtirLibraryReader(Wavenumbers.BRUKER)
                    .read(files.library(), SoilProperty.ECE, java.util.Optional.empty())
                    .library();
            return new ExperimentWorld(
                    regions.bands(),
                    regions.labelled(files.samples()),
                    regions.unlabelled(plan.unlabelled(), new Places(library.longitude(), library.latitude()), seed),
                    library,
                    regions.truth(all.subList(0, last), plan.truths(), seed),
                    regions.truth(List.of(last), plan.truths(), seed));
        }
    }

    /** What a training with a number of labels sees; smaller budgets are parts of larger ones. */
    TrainingData data(int budget, long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, labelled.size()).boxed().toList());
        java.util.Collections.shuffle(order, new Random(seed));
        int[] chosen = order.stream().limit(budget).mapToInt(Integer::intValue).toArray();
        Arrays.sort(chosen);
        Samples few = labelled.select(chosen);
        List<Covariate> covariates = COVARIATES.stream()
                .map(name -> new Covariate(name, "its own unit"))
                .toList();
        return new TrainingData(bands, covariates, few.pixels(), few.labels(), unlabelled, library);
    }

    /**
     * How large the worlds are.
     *
     * @param regions the last of which is never labelled
     * @param size pixels along the side of each scene
     * @param spectra laboratory samples of all regions together
     * @param samples field samples of all regions together
     * @param unlabelled pixels of all scenes together
     * @param truths pixels with known truth, of the seen and of the unseen regions each
     */
    record Plan(int regions, int size, int spectra, int samples, int unlabelled, int truths) {
        void check(List<Integer> budgets, Problems problems) {
            if (regions < 2) {
                problems.add("--regions is " + regions + ", wanted 2 or more: one of them is never labelled");
            }
            budgets.stream()
                    .filter(budget -> budget > samples)
                    .forEach(budget ->
                            problems.add("--budgets has " + budget + ", more than the " + samples + " of --samples"));
        }
    }
}
