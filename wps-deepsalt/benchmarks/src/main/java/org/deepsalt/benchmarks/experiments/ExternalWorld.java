/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.FtirLibraryReader;
import org.deepsalt.model.library.LibraryOptions;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;

/**
 * A world that others made, in a folder:
 *
 * <pre>
 * manifest.json              {"regions": [{"region": "alpha", "scene": "scenes/ENMAP01-..."}, ...]}
 * scenes/...                 an EnMAP L2A product for each region
 * ancillary/sand.tif ...     maps of the covariates that there are, one band each, which cover all regions
 * ftir.csv or ftir.csv.gz    the laboratory's library
 * samples_60.geojson ...     points with the attribute ece_dS_m, a file for each number of labels
 * truth/ece_truth_alpha.tif  the true ECe of each region
 * truth/test_mask_alpha.tif  1 where a pixel counts for the test; everywhere without it
 * </pre>
 *
 * Regions without a sample are the unseen ones.
 */
final class ExternalWorld {
    private static final String ATTRIBUTE = "ece_dS_m";

    private final Path folder;

    /**
     * Opens no file yet.
     *
     * @param folder that holds the world
     */
    ExternalWorld(Path folder) {
        this.folder = folder;
    }

    /**
     * Draws from it.
     *
     * @param budget number of labels, of which there is a file
     * @param unlabelled pixels of all scenes together
     * @param truths pixels to compare with, of the seen and of the unseen regions each
     * @throws DeepSaltException if the folder, or something in it, is not there
     */
    ExperimentWorld read(int budget, int unlabelled, int truths, long seed) throws IOException {
        check(budget);
        List<String> covariates = ExperimentWorld.COVARIATES.stream()
                .filter(name -> Files.exists(folder.resolve("ancillary/" + name + ".tif")))
                .toList();
        List<OpenRegions.Source> regions = regions(covariates);
        try (OpenRegions open = OpenRegions.of(regions)) {
            FtirLibrary library = new FtirLibraryReader(Wavenumbers.BRUKER)
                    .read(library(), SoilProperty.ECE, LibraryOptions.USUAL)
                    .library();
            Pixels pixels = open.unlabelled(unlabelled, new Coordinates(library.longitude(), library.latitude()), seed);
            Samples labelled = open.labelled(samples(budget), ATTRIBUTE);
            Set<String> sampled = new TreeSet<>(labelled.pixels().regions());
            return ExperimentWorldBuilder.builder()
                    .target(Target.ECE)
                    .bands(open.bands())
                    .covariates(covariates)
                    .labelled(labelled)
                    .unlabelled(pixels)
                    .library(library)
                    .seen(open.truth(where(regions, sampled, true), truths, seed))
                    .unseen(open.truth(where(regions, sampled, false), truths, seed))
                    .build();
        }
    }

    private void check(int budget) {
        Problems problems = new Problems();
        if (!Files.isDirectory(folder)) {
            throw new DeepSaltException(
                    "there is no folder '" + folder + "': name one with --data that holds a world of"
                            + " the form that wps-deepsalt/model/README.md describes");
        }
        for (Path wanted : List.of(folder.resolve("manifest.json"), samples(budget), library())) {
            if (!Files.exists(wanted)) {
                problems.add("the world has no file '" + folder.relativize(wanted) + "'");
            }
        }
        problems.throwIfAny();
    }

    private Path samples(int budget) {
        return folder.resolve("samples_" + budget + ".geojson");
    }

    private Path library() {
        Path zipped = folder.resolve("ftir.csv.gz");
        return Files.exists(zipped) ? zipped : folder.resolve("ftir.csv");
    }

    private List<OpenRegions.Source> regions(List<String> covariates) throws IOException {
        List<OpenRegions.Source> regions = new ArrayList<>();
        for (JsonNode region : new ObjectMapper()
                .readTree(folder.resolve("manifest.json").toFile())
                .path("regions")) {
            String id = region.path("region").asText();
            Path mask = folder.resolve("truth/test_mask_" + id + ".tif");
            regions.add(new OpenRegions.Source(
                    id,
                    folder.resolve(region.path("scene").asText()),
                    covariates.stream()
                            .map(name -> new OpenRegions.CovariateBand(folder.resolve("ancillary/" + name + ".tif"), 0))
                            .toList(),
                    folder.resolve("truth/ece_truth_" + id + ".tif"),
                    Files.exists(mask) ? Optional.of(mask) : Optional.empty()));
        }
        return regions;
    }

    private static List<Integer> where(List<OpenRegions.Source> regions, Set<String> sampled, boolean seen) {
        return IntStream.range(0, regions.size())
                .filter(i -> sampled.contains(regions.get(i).id()) == seen)
                .boxed()
                .toList();
    }
}
