/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deepsalt.benchmarks.kernels.Kernels;
import org.deepsalt.benchmarks.kernels.NetShape;
import org.deepsalt.benchmarks.runs.Commands;
import org.deepsalt.benchmarks.runs.Gdal;
import org.deepsalt.benchmarks.runs.Layout;
import org.deepsalt.benchmarks.runs.SceneOptions;
import org.deepsalt.benchmarks.throughput.ThroughputCommand;
import org.deepsalt.benchmarks.tiles.TilesCommand;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.cli.Interruption;
import org.deepsalt.cli.Main;
import org.deepsalt.model.Problems;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.files.Folders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deepsalt benchmark}. */
@Command(
        name = "deepsalt benchmark",
        description = {
            "Measures the estimation of synthetic scenes on this machine, each run in a fresh process, beside the"
                    + " time that GDAL needs merely to read the same file and the time that the net's multiplications"
                    + " need at this machine's best.",
            "Needs about 1 GB of disk for scenes of 1024 pixels and 16 GB for those of 4096, and deletes all of it"
                    + " at the end."
        },
        subcommands = {ThroughputCommand.class, TilesCommand.class})
public final class BenchmarkCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--sizes", split = ",", defaultValue = "512,1024,2048,4096", description = "${DEFAULT-VALUE}")
    private List<Integer> sizes;

    @Option(names = "--layouts", split = ",", description = "tiled, striped, interleaved; all but tiled need GDAL")
    private @Nullable List<Layout> layouts;

    @Option(
            names = "--precisions",
            split = ",",
            defaultValue = "float32",
            description = "float32, bfloat16, auto; default ${DEFAULT-VALUE}")
    private List<Precision> precisions;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "shows beside it what an earlier run printed with --json")
    private @Nullable Path against;

    @Option(
            names = "--untrained",
            paramLabel = "light|paper",
            description = "measures a net of this shape that has learned nothing, over the bands of the model")
    private @Nullable NetShape untrained;

    @Mixin
    private SceneOptions options;

    @Option(names = "--keep", description = "leaves scenes, results and reports in the work folder")
    private boolean keep;

    @Option(names = "--kernels", description = "measures the kernels one by one instead, with JMH")
    private boolean kernels;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        picocli.CommandLine line = new picocli.CommandLine(new BenchmarkCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(Main.execute(line, arguments));
    }

    @Override
    public Integer call() throws IOException {
        return kernels ? Kernels.run(options.newFolder()) : scenarios();
    }

    private int scenarios() throws IOException {
        ScenarioBenchmark.Plan plan = ScenarioBenchmarkPlanBuilder.builder()
                .sizes(sizes)
                .layouts(layouts())
                .precisions(precisions)
                .seed(options.seed())
                .repeats(options.repeats())
                .model(options.model())
                .keep(keep)
                .untrained(Optional.ofNullable(untrained))
                .launcher(options.launcher())
                .dataDirectory(options.dataDirectory())
                .build();
        check();
        Optional<JsonNode> then = Optional.ofNullable(against).map(Comparison::read);
        Path folder = options.newFolder();
        Commands commands = new Commands(folder);
        try (Interruption interruption = new Interruption(commands::stop)) {
            Figures figures = measure(plan, commands, folder);
            spec.commandLine().getOut().println(options.json() ? FiguresJson.of(figures) : FiguresTable.of(figures));
            // Beside JSON, which is for machines, people look at the terminal.
            PrintWriter people = options.json()
                    ? spec.commandLine().getErr()
                    : spec.commandLine().getOut();
            then.ifPresent(earlier -> people.println(Comparison.of(earlier, figures)));
        }
        return ExitCode.OK;
    }

    private Figures measure(ScenarioBenchmark.Plan plan, Commands commands, Path folder) throws IOException {
        try {
            return new ScenarioBenchmark(
                            plan, commands, folder, spec.commandLine().getErr()::println)
                    .run();
        } finally {
            if (keep) {
                spec.commandLine().getErr().println("kept: " + folder);
            } else {
                Folders.delete(folder);
            }
        }
    }

    /** Those that were asked for; without GDAL only the one that needs no conversion can be meant. */
    private List<Layout> layouts() {
        if (layouts != null) {
            return layouts;
        }
        return Gdal.isInstalled() ? List.of(Layout.values()) : List.of(Layout.TILED);
    }

    private void check() {
        Problems problems = new Problems();
        options.check(problems, "--sizes", sizes);
        if (layouts().stream().anyMatch(layout -> !layout.creationOptions().isEmpty()) && !Gdal.isInstalled()) {
            problems.add("--layouts has " + layouts() + ", but gdal_translate, which makes them, is not installed:"
                    + " install GDAL or ask for tiled alone");
        }
        problems.throwIfAny();
    }
}
