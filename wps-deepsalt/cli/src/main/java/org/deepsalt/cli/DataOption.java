/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.DeepSaltException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}: the data directory with layers, models and libraries. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory with layers, models and libraries; default geoserver-config of the project.")
    private @Nullable Path directory;

    Path directory() {
        Path chosen = directory != null ? directory : home().resolve("geoserver-config");
        if (!Files.isDirectory(chosen)) {
            throw new DeepSaltException("there is no data directory '" + chosen
                    + "': name one with --data, or run the script of the project");
        }
        return chosen;
    }

    private static Path home() {
        return Path.of(System.getProperty("deepsalt.home", ""));
    }
}
