/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepsalt.demohost.wps.Execution.Output;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.ResultCoverage;

/** Keeps what a process returned as files of its execution, so that nothing native stays open. */
final class OutputCollector {
    private OutputCollector() {}

    static Map<String, Output> collect(Map<String, Object> results, Path folder) throws IOException {
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, Object> result : results.entrySet()) {
            OutputKind kind = OutputKind.of(result.getValue().getClass());
            Path file = folder.resolve(result.getKey() + "." + kind.extension());
            if (result.getValue() instanceof ResultCoverage coverage) {
                coverage.dispose(true);
                link(coverage.file(), file);
                outputs.put(result.getKey(), new Output(kind, file, null));
            } else if (result.getValue() instanceof JsonReport report) {
                Files.writeString(file, report.json());
                outputs.put(result.getKey(), new Output(kind, file, null));
            } else {
                outputs.put(result.getKey(), new Output(kind, null, String.valueOf(result.getValue())));
            }
        }
        return outputs;
    }

    /** A second name costs nothing and outlives the first; where the file system has none, a copy. */
    private static void link(Path source, Path file) throws IOException {
        try {
            Files.createLink(file, source);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(source, file);
        }
    }
}
