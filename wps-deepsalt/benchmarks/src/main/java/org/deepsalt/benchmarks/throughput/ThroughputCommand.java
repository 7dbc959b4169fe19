/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.throughput;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepsalt.benchmarks.runs.Commands;
import org.deepsalt.benchmarks.runs.SceneOptions;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.cli.Interruption;
import org.deepsalt.model.Problems;
import org.deepsalt.model.files.Folders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class ThroughputCommand implements Callable<Integer> {
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

    @Mixin
    private SceneOptions options;

    @Override
    public Integer call() throws IOException {
        check();
        ThroughputBenchmark.Plan plan = ThroughputBenchmarkPlanBuilder.builder()
                .size(size)
                .scenes(scenes)
                .threads(threads)
                .processors(processors())
                .seed(options.seed())
                .repeats(options.repeats())
                .model(options.model())
                .launcher(options.launcher())
                .dataDirectory(options.dataDirectory())
                .build();
        Path folder = options.newFolder();
        Commands commands = new Commands(folder);
        try (Interruption interruption = new Interruption(commands::stop)) {
            ThroughputFigures figures = new ThroughputBenchmark(
                            plan, commands, folder, spec.commandLine().getErr()::println)
                    .run();
            spec.commandLine().getOut().println(options.json() ? figures.json() : figures.table());
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
        options.check(problems, "--size", List.of(size));
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
