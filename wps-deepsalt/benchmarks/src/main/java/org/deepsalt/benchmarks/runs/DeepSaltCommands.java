/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** DeepSalt's public command line, in a fresh JVM each time. */
public final class DeepSaltCommands {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Commands commands;
    private final List<String> launcher;
    private final Path dataDirectory;
    private final Path folder;

    /**
     * A command line over one data directory.
     *
     * @param launcher how it is started
     * @param folder for results and reports
     */
    public DeepSaltCommands(Commands commands, List<String> launcher, Path dataDirectory, Path folder) {
        this.commands = commands;
        this.launcher = launcher;
        this.dataDirectory = dataDirectory;
        this.folder = folder;
    }

    /** An estimation: what its process cost, its report, and what its map and the scene's first one differ in. */
    public record Estimated(Commands.Cost cost, JsonNode report, MapDifference difference) {}

    /** Reads the card of a model; the sample model is trained first where it is missing. */
    public BenchmarkModel model(String id) throws IOException {
        Path card = folder.resolve("card.json");
        commands.run(arguments("deepsalt:DescribeModel", List.of("model=" + id, "card=" + card)));
        return BenchmarkModel.of(JSON.readTree(card.toFile()));
    }

    /**
     * Estimates a scene; the next result replaces this one.
     *
     * @param reference map that this one is compared with, and becomes where there is none yet
     */
    public Estimated estimate(Product product, BenchmarkModel model, Variation variation, Path reference)
            throws IOException {
        Path result = folder.resolve("ece.tif");
        Path report = folder.resolve("report.json");
        List<String> inputs = new ArrayList<>(model.inputs(product));
        Part part = Part.of(product.image());
        if (variation.part()) {
            inputs.add("region=" + part.region());
        }
        inputs.addAll(
                List.of("enmap=" + product.image(), "model=" + model.id(), "coverage=" + result, "report=" + report));
        Commands.Cost cost = commands.run(arguments("deepsalt:EstimateSalinity", inputs), variation.javaOptions());
        JsonNode said = JSON.readTree(report.toFile());
        if (!Files.exists(reference)) {
            Files.move(result, reference);
            return new Estimated(cost, said, MapDifference.NONE);
        }
        MapDifference difference = variation.part()
                ? MapDifference.between(
                        reference, result, part.pixels().x(), part.pixels().y())
                : MapDifference.between(reference, result);
        return new Estimated(cost, said, difference);
    }

    private List<String> arguments(String process, List<String> inputs) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of("run", "--data", dataDirectory.toString(), process, "--"));
        command.addAll(inputs);
        return command;
    }
}
