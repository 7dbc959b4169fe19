/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.job;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.store.Hash;
import org.deepsalt.processes.report.Version;

/**
 * What all scenes of a batch have in common. Immutable.
 *
 * @param model folder of a trained model
 * @param covariates {@code name=file} or {@code name=number} or a file alone, as the process reads them
 * @param parameters further inputs of {@code deepsalt:EstimateSalinity}, such as {@code maxNdvi}
 * @param out folder of results
 */
public record BatchRequest(Path model, List<String> covariates, List<Given> parameters, Path out) {
    /** Bytes of results depend on it: a change of what is written wants another number. */
    private static final int FORMAT = 1;

    public BatchRequest {
        covariates = List.copyOf(covariates);
        parameters = List.copyOf(parameters);
    }

    /** Name of the model's folder. */
    @JsonIgnore
    public String modelId() {
        return String.valueOf(model.getFileName());
    }

    /**
     * A hash of all that goes into a result besides the scene: model, contents of the covariates' files, parameters,
     * version of the software. Reads the files.
     *
     * @throws org.deepsalt.model.InvalidRequestException naming all files that cannot be read
     */
    public String hash() {
        Problems problems = new Problems();
        List<String> parts = new ArrayList<>();
        parts.add("format " + FORMAT + " " + Version.text());
        String card = problems.attempt(() -> Hash.of(card()));
        parts.add("model " + card);
        covariates.stream().sorted().forEach(text -> {
            String hash = problems.attempt(() -> hashOf(text));
            parts.add("covariate " + hash);
        });
        parameters.stream()
                .map(given -> "parameter " + given.name() + "=" + given.text())
                .sorted(Comparator.naturalOrder())
                .forEach(parts::add);
        problems.throwIfAny();
        return Hash.ofText(String.join("\n", parts));
    }

    /** The card names the hashes of the model's other files, which are checked when it is loaded. */
    private Path card() {
        Path card = model.resolve("model.json");
        if (!Files.isRegularFile(card)) {
            throw new DeepSaltException("there is no model in '" + model
                    + "': name the folder of a trained model, or the id of one in the data directory");
        }
        return card;
    }

    /** Of a file and of what GDAL keeps beside it: nodata, scale, a mask. */
    private static String contents(Path file) {
        return Stream.of("", ".aux.xml", ".msk")
                .map(ending -> file.resolveSibling(file.getFileName() + ending))
                .filter(Files::isRegularFile)
                .map(Hash::of)
                .collect(Collectors.joining(" "));
    }

    private static String hashOf(String covariate) {
        int equals = covariate.indexOf('=');
        String name = equals < 0 ? "" : covariate.substring(0, equals);
        String value = covariate.substring(equals + 1);
        try {
            Path file = Path.of(value);
            return Files.isRegularFile(file) ? name + " file " + contents(file) : name + " " + value;
        } catch (InvalidPathException e) {
            return name + " " + value;
        }
    }
}
