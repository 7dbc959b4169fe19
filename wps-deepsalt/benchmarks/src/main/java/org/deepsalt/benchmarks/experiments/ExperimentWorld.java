/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.files.Folders;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.data.Covariate;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.world.RegionFiles;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldFiles;
import org.deepsalt.world.WorldOptions;

/**
 * A synthetic world, drawn: what may be learned from, and pixels whose truth is known.
 *
 * @param target what is learned
 * @param covariates names of the columns
 * @param labelled field samples with their pixels
 * @param unlabelled pixels of all regions
 * @param seen pixels of the labelled regions with their truth
 * @param unseen pixels of the region that was never labelled with their truth
 */
@RecordBuilder
record ExperimentWorld(
        Target target,
        List<Band> bands,
        List<String> covariates,
        Samples labelled,
        Pixels unlabelled,
        FtirLibrary library,
        Samples seen,
        Samples unseen) {
    private static final int SOIL_BANDS = 2;

    static final List<String> COVARIATES = List.of("sand", "clay", "tmin", "tmax", "tavg", "pmin", "pmax", "pavg");

    /** Makes a world in a temporary folder, draws from it, and deletes it. */
    static ExperimentWorld make(Plan plan, Target target, long seed, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("deepsalt-experiment-");
        try {
            WorldFiles files = SampleWorld.write(
                    new WorldOptions(
                            plan.regions(), plan.size(), seed, plan.spectra(), plan.samples(), folder.resolve("world")),
                    progress);
            return draw(plan, target, files, seed);
        } finally {
            Folders.delete(folder);
        }
    }

    private static ExperimentWorld draw(Plan plan, Target target, WorldFiles files, long seed) throws IOException {
        try (OpenRegions regions = OpenRegions.of(
                files.regions().stream().map(ExperimentWorld::source).toList())) {
            FtirLibrary library = new FtirLibraryReader(Wavenumbers.BRUKER)
                    .read(files.library(), target.property(), LibraryOptions.USUAL)
                    .library();
            Pixels unlabelled = regions.unlabelled(
                    plan.unlabelled(), new Coordinates(library.longitude(), library.latitude()), seed);
            Samples field = regions.labelled(files.samples(), target.property().name());
            Truth truth = target == Target.ECE ? mapped(plan, files, regions, field, seed) : sampled(plan, field, seed);
            return ExperimentWorldBuilder.builder()
                    .target(target)
                    .bands(regions.bands())
                    .covariates(COVARIATES)
                    .labelled(truth.learned)
                    .unlabelled(unlabelled)
                    .library(library)
                    .seen(truth.seen)
                    .unseen(truth.unseen)
                    .build();
        }
    }

    private static OpenRegions.Source source(RegionFiles region) {
        List<OpenRegions.CovariateBand> covariates = IntStream.range(0, COVARIATES.size())
                .mapToObj(i -> i < SOIL_BANDS
                        ? new OpenRegions.CovariateBand(region.soil(), i)
                        : new OpenRegions.CovariateBand(region.climate(), i - SOIL_BANDS))
                .toList();
        return new OpenRegions.Source(
                region.region().id(), region.enmap(), covariates, region.truth(), Optional.empty());
    }

    /** What is left to learn from, and the truth of the labelled regions and of the other one. */
    private record Truth(Samples learned, Samples seen, Samples unseen) {}

    /** The world has a map of the true ECe. */
    private static Truth mapped(Plan plan, WorldFiles files, OpenRegions regions, Samples field, long seed) {
        List<Integer> all = IntStream.range(0, files.regions().size()).boxed().toList();
        int last = all.size() - 1;
        return new Truth(
                field,
                regions.truth(all.subList(0, last), plan.truths(), seed),
                regions.truth(List.of(last), plan.truths(), seed));
    }

    /** Of another property, field samples that no budget reaches stand for the truth; the last region has none. */
    private static Truth sampled(Plan plan, Samples field, long seed) {
        int[] order = shuffled(field.size(), seed);
        int learned = Math.min(plan.largestBudget(), field.size());
        return new Truth(
                field.select(Arrays.copyOf(order, learned)),
                field.select(Arrays.copyOfRange(order, learned, order.length)),
                field.select(new int[0]));
    }

    private static int[] shuffled(int size, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The same world, of whose laboratory samples so many have a measured property and the others a spectrum alone. */
    ExperimentWorld measured(int count, long seed) {
        float[] values = library.ece().clone();
        float[] certainty = library.certainty().clone();
        int[] order = shuffled(library.size(), seed);
        for (int i = count; i < order.length; i++) {
            values[order[i]] = Float.NaN;
            certainty[order[i]] = 0;
        }
        return new ExperimentWorld(
                target, bands, covariates, labelled, unlabelled, library.withValues(values, certainty), seen, unseen);
    }

    /** What a training with a number of labels sees; smaller budgets are parts of larger ones. */
    TrainingData data(int budget, long seed) {
        int[] chosen = Arrays.copyOf(shuffled(labelled.size(), seed), Math.min(budget, labelled.size()));
        Arrays.sort(chosen);
        Samples few = labelled.select(chosen);
        List<Covariate> described = covariates.stream()
                .map(name -> new Covariate(name, "its own unit"))
                .toList();
        return new TrainingData(bands, described, few.pixels(), few.labels(), unlabelled, library);
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
     * @param budgets numbers of labels to learn from
     */
    @RecordBuilder
    record Plan(int regions, int size, int spectra, int samples, int unlabelled, int truths, List<Integer> budgets) {
        int largestBudget() {
            return Collections.max(budgets);
        }

        void check(Problems problems) {
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
