/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.standalone.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.JsonReport;
import org.deepsalt.processes.Sidecar;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geotools.coverage.grid.GridCoverage2D;

/** Puts a process's outputs where the user wants them. */
final class OutputFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> wanted;

    /** Files by the name of the output. */
    OutputFiles(Map<String, String> wanted) {
        this.wanted = wanted;
    }

    /** Writes the files and says what there is: paths for files, values for the rest. */
    ObjectNode deliver(Map<String, Object> outputs) {
        ObjectNode outcome = JSON.createObjectNode();
        try {
            for (Map.Entry<String, Object> output : outputs.entrySet()) {
                deliver(output.getKey(), output.getValue(), outcome);
            }
        } catch (IOException e) {
            throw new DeepSaltException("an output cannot be written: " + e.getMessage() + "; check its folder", e);
        }
        return outcome;
    }

    private void deliver(String name, Object value, ObjectNode outcome) throws IOException {
        Path file = wanted.containsKey(name) ? Path.of(wanted.get(name)).toAbsolutePath() : null;
        if (value instanceof GridCoverage2D coverage) {
            Path result = ResultCoverage.file(coverage).orElseThrow();
            coverage.dispose(true);
            if (file != null) {
                Files.copy(result, file, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(Sidecar.of(result), Sidecar.of(file), StandardCopyOption.REPLACE_EXISTING);
                outcome.put(name, file.toString());
            }
        } else if (value instanceof JsonReport report) {
            if (file == null) {
                outcome.set(name, parse(report));
            } else {
                Files.writeString(file, report.json());
                outcome.put(name, file.toString());
            }
        } else if (!String.valueOf(value).isEmpty()) {
            outcome.put(name, String.valueOf(value));
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode parse(JsonReport report) throws JacksonException {
        return JSON.readTree(report.json());
    }
}
