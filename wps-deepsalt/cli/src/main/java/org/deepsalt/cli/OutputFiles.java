/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.processes.report.Sidecar;
import org.deepsalt.raster.coverage.ResultCoverage;

/** Files in which the user wants the outputs of a process, checked before the work begins. */
final class OutputFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Path> files;

    private OutputFiles(Map<String, Path> files) {
        this.files = files;
    }

    /** Finds the output files among the arguments; a file that cannot be written is added to the problems. */
    static OutputFiles among(List<Given> given, Set<String> outputs, Problems problems) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Given one : given) {
            if (outputs.contains(one.name())) {
                Path file = problems.attempt(() -> writable(one));
                if (file != null && files.put(one.name(), file) != null) {
                    problems.add("output '" + one.name() + "' is given twice: give it once");
                }
            }
        }
        return new OutputFiles(files);
    }

    private static Path writable(Given output) {
        Path file;
        try {
            file = Path.of(output.text()).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw unusable(output, "is no path", "a file");
        }
        if (Files.isDirectory(file)) {
            throw unusable(output, "is a folder", "a file in it");
        }
        Path folder = file.resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw unusable(output, "lies in a folder that is not there", "one in a folder that exists");
        }
        if (!Files.isWritable(folder)) {
            throw unusable(output, "lies in a folder that cannot be written", "one in a folder of yours");
        }
        return file;
    }

    private static DeepSaltException unusable(Given output, String got, String wanted) {
        return new DeepSaltException(
                "output '" + output.name() + "=" + output.text() + "' " + got + ", wanted " + wanted);
    }

    /** Writes the files and returns what to print: paths for files, values for the rest. */
    ObjectNode deliver(Map<String, Object> outputs) {
        ObjectNode outcome = JSON.createObjectNode();
        try {
            for (Map.Entry<String, Object> output : outputs.entrySet()) {
                deliver(output.getKey(), output.getValue(), report(outputs), outcome);
            }
        } catch (IOException e) {
            throw new DeepSaltException("an output cannot be written: " + e.getMessage() + "; check its folder", e);
        }
        return outcome;
    }

    private static Optional<JsonReport> report(Map<String, Object> outputs) {
        return outputs.values().stream()
                .filter(JsonReport.class::isInstance)
                .map(JsonReport.class::cast)
                .findFirst();
    }

    /** @param report lies beside a raster; that of a published one has gone to its layer */
    private void deliver(String name, Object value, Optional<JsonReport> report, ObjectNode outcome)
            throws IOException {
        Path file = files.get(name);
        if (value instanceof ResultCoverage coverage) {
            Path result = coverage.file();
            coverage.dispose(true);
            if (file != null) {
                copy(result, file);
                report.ifPresent(beside -> Sidecar.write(file, beside.json()));
                outcome.put(name, file.toString());
            }
            return;
        }
        String text = value instanceof JsonReport own ? own.json() : String.valueOf(value);
        if (file != null) {
            Files.writeString(file, text);
            outcome.put(name, file.toString());
        } else if (value instanceof JsonReport) {
            outcome.set(name, parse(text));
        } else if (!text.isEmpty()) {
            outcome.put(name, text);
        }
    }

    /** Copies under another name first, so that nobody finds half a file after a failure. */
    private static void copy(Path from, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static JsonNode parse(String json) throws JacksonException {
        return JSON.readTree(json);
    }
}
