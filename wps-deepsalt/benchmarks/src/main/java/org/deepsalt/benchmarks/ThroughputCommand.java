/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.cli.Interruption;
import org.deepsalt.model.Problems;
import org.deepsalt.model.files.Folders;
import org.deepsalt.world.WorldOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deepsalt benchmark throughput}. */
@Command(
        name = "throughput",
        description = {
            "Measures how much one JVM estimates in a second: several scenes at once, and one scene with several"
                    + " threads, on as many processors as are named, in a JVM that has estimated before.",
            "Says how long threads waited for locks, all threads together, and for which."
        })
final class ThroughputCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--size", defaultValue = "1024", description = "of the scene; default ${DEFAULT-VALUE}")
    private int size;

    @Option(names = "--scenes", split = ",", defaultValue = "1,2,4", description = "at once; default ${DEFAULT-VALUE}")
    private List<Integer> scenes;

    @Option(
            names = "--threads",
            split = ",",
            defaultValue = "1,2,4,8",
            description = "of one scene; default ${DEFAULT-VALUE}")
    private List<Integer> threads;

    @Option(
            names = "--processors",
            split = ",",
            description = "to which the JVM is held, by taskset; default 1 and all there are")
    private @Nullable List<Integer> processors;

    @Option(names = "--seed", defaultValue = "7", description = "of the scene; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--repeats", defaultValue = "3", description = "of each measurement; default ${DEFAULT-VALUE}")
    private int repeats;

    @Option(names = "--model", defaultValue = "sample", description = "id of the model; default ${DEFAULT-VALUE}")
    private String model;

    @Option(names = "--data", paramLabel = "DIR", description = "data directory; default the project's")
    private @Nullable Path data;

    @Option(names = "--work", paramLabel = "DIR", description = "where the scene goes; default the temporary folder")
    private @Nullable Path work;

    @Option(names = "--json", description = "figures as JSON on standard output")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        check();
        Path home = Path.of(System.getProperty("deepsalt.home", "")).toAbsolutePath();
        ThroughputBenchmark.Plan plan = ThroughputBenchmarkPlanBuilder.builder()
                .size(size)
                .scenes(scenes)
                .threads(threads)
                .processors(processors())
                .seed(seed)
                .repeats(repeats)
                .model(model)
                .launcher(List.of(home.resolve("deepsalt").toString()))
                .dataDirectory(data == null ? home.resolve("geoserver-config") : data.toAbsolutePath())
                .build();
        Path folder = BenchmarkCommand.folder(work);
        Commands commands = new Commands(folder);
        try (Interruption interruption = new Interruption(commands::stop)) {
            ThroughputFigures figures = new ThroughputBenchmark(
                            plan, commands, folder, spec.commandLine().getErr()::println)
                    .run();
            spec.commandLine().getOut().println(json ? figures.json() : figures.table());
        } finally {
            Folders.delete(folder);
        }
        return ExitCode.OK;
    }

    private List<Integer> processors() {
        int all = Runtime.getRuntime().availableProcessors();
        if (processors != null) {
            return processors;
        }
        return all == 1 || !ThroughputBenchmark.holdsProcessors() ? List.of(all) : List.of(1, all);
    }

    private void check() {
        Problems problems = new Problems();
        if (size < WorldOptions.SMALLEST || size > WorldOptions.LARGEST) {
            problems.add("--size is " + size + ", wanted pixels from " + WorldOptions.SMALLEST + " to "
                    + WorldOptions.LARGEST);
        }
        if (repeats < 1) {
            problems.add("--repeats is " + repeats + ", wanted 1 or more");
        }
        checkPositive(problems, "--scenes", scenes);
        checkPositive(problems, "--threads", threads);
        int all = Runtime.getRuntime().availableProcessors();
        List<Integer> wrong = new ArrayList<>(processors());
        wrong.removeIf(count -> count >= 1 && count <= all);
        if (!wrong.isEmpty()) {
            problems.add("--processors has " + wrong + ", wanted 1 to " + all);
        }
        if (!ThroughputBenchmark.holdsProcessors() && !processors().equals(List.of(all))) {
            problems.add("--processors has " + processors()
                    + ", but taskset, which holds a JVM to fewer than there are, is not installed: leave it out");
        }
        problems.throwIfAny();
    }

    private static void checkPositive(Problems problems, String option, List<Integer> counts) {
        if (counts.stream().anyMatch(count -> count < 1)) {
            problems.add(option + " has " + counts + ", wanted numbers of 1 or more");
        }
    }
}
