/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.options;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.deepsalt.batch.job.BatchRequest;
import org.deepsalt.batch.scene.SceneFinder;
import org.deepsalt.batch.scene.SceneSource;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenes, with which model, into which folder. Filled by picocli. */
public final class BatchOptions {
    @Option(
            names = "--scenes",
            arity = "1..*",
            required = true,
            paramLabel = "PATH",
            description = "Folders with products or archives, archives, images, lists (.txt) of these, patterns in"
                    + " quotes.")
    private List<String> scenes = List.of();

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "Folder of a trained model; on the command line also the id of one in the data directory.")
    private String model = "";

    @Option(
            names = "--covariate",
            paramLabel = "NAME=FILE",
            description = "Covariate of the model: a file, a number, or a file alone for all its bands; several times.")
    private List<String> covariates = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of results, made if needed.")
    private Path out = Path.of("");

    @Option(names = "--again", description = "Tries scenes once more that have ended a process twice.")
    private boolean again;

    @Parameters(arity = "0..*", paramLabel = "NAME=VALUE", description = "parameters of deepsalt:EstimateSalinity")
    private List<String> parameters = List.of();

    /**
     * What all scenes have in common.
     *
     * @param modelFolder finds the folder of a model by what the user wrote
     */
    public BatchRequest request(Function<String, Path> modelFolder) {
        return new BatchRequest(modelFolder.apply(model), covariates, Assignments.parse(parameters), out());
    }

    /** Finds the scenes. */
    public List<SceneSource> find() {
        return SceneFinder.find(scenes, out());
    }

    /** Whether scenes that were given up are tried again. */
    public boolean again() {
        return again;
    }

    private Path out() {
        return out.toAbsolutePath().normalize();
    }
}
