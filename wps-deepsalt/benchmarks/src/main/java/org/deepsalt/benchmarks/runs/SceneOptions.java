/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.Problems;
import org.deepsalt.world.WorldOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every benchmark of synthetic scenes is asked for. Picocli fills it in. */
public final class SceneOptions {
    @Option(names = "--seed", defaultValue = "7", description = "of the scenes; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--repeats", defaultValue = "3", description = "of each measurement; default ${DEFAULT-VALUE}")
    private int repeats;

    @Option(names = "--model", defaultValue = "sample", description = "id of the model; default ${DEFAULT-VALUE}")
    private String model;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory; default the project's")
    private @Nullable Path data;

    @Option(names = "--work", paramLabel = "DIR", description = "where scenes go; default the temporary folder")
    private @Nullable Path work;

    @Option(names = "--json", description = "figures as JSON on standard output")
    private boolean json;

    public long seed() {
        return seed;
    }

    public int repeats() {
        return repeats;
    }

    public String model() {
        return model;
    }

    public boolean json() {
        return json;
    }

    /** Where models are. */
    public Path dataDirectory() {
        return data == null ? home().resolve("geoserver-config") : data.toAbsolutePath();
    }

    /** How the project's command line is started. */
    public List<String> launcher() {
        return List.of(home().resolve("deepsalt").toString());
    }

    private static Path home() {
        return Path.of(System.getProperty("deepsalt.home", "")).toAbsolutePath();
    }

    /** Makes a new folder for everything that is made; whoever asks for it deletes it. */
    public Path newFolder() throws IOException {
        String prefix = "deepsalt-benchmark-";
        return work == null
                ? Files.createTempDirectory(prefix)
                : Files.createTempDirectory(Files.createDirectories(work.toAbsolutePath()), prefix);
    }

    /**
     * Collects what is wrong.
     *
     * @param option that names the sizes
     * @param sizes pixels along the sides of the scenes
     */
    public void check(Problems problems, String option, List<Integer> sizes) {
        List<Integer> wrong = sizes.stream()
                .filter(size -> size < WorldOptions.SMALLEST || size > WorldOptions.LARGEST)
                .toList();
        if (!wrong.isEmpty()) {
            problems.add(option + " has " + wrong + ", wanted pixels from " + WorldOptions.SMALLEST + " to "
                    + WorldOptions.LARGEST);
        }
        if (repeats < 1) {
            problems.add("--repeats is " + repeats + ", wanted 1 or more");
        }
    }
}
