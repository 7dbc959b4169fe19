/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deepsalt.benchmarks.runs.BenchmarkModel;
import org.deepsalt.benchmarks.runs.Commands;
import org.deepsalt.benchmarks.runs.DeepSaltCommands;
import org.deepsalt.benchmarks.runs.Machine;
import org.deepsalt.benchmarks.runs.Product;
import org.deepsalt.model.Progress;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;

/** Estimates a scene several times at once in one JVM, which is held to so many processors by {@code taskset}. */
final class ThroughputBenchmark {
    private static final String TASKSET = "taskset";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Plan plan;
    private final Commands commands;
    private final Path folder;
    private final Consumer<String> news;

    /**
     * What is measured: each number of scenes at once with a thread per processor, and one scene with each number of
     * threads.
     *
     * @param size pixels along the sides of the scene
     * @param scenes at once
     * @param threads of one scene
     * @param processors for each JVM
     * @param seed of the scene
     * @param launcher how DeepSalt's command line is started, for the model
     * @param dataDirectory where the model is
     */
    @RecordBuilder
    record Plan(
            int size,
            List<Integer> scenes,
            List<Integer> threads,
            List<Integer> processors,
            long seed,
            int repeats,
            String model,
            List<String> launcher,
            Path dataDirectory) {}

    /**
     * Prepares the measurements of a plan.
     *
     * @param folder for the scene and what JVMs tell; it exists, and whoever made it deletes it
     * @param news receives a line for each step
     */
    ThroughputBenchmark(Plan plan, Commands commands, Path folder, Consumer<String> news) {
        this.plan = plan;
        this.commands = commands;
        this.folder = folder;
        this.news = news;
    }

    /** Whether a JVM can be held to fewer processors than there are. */
    static boolean holdsProcessors() {
        return Commands.isInstalled(TASKSET);
    }

    /** Makes the scene and measures in one JVM per number of processors. */
    ThroughputFigures run() throws IOException {
        news.accept("reading the card of model " + plan.model());
        BenchmarkModel model =
                new DeepSaltCommands(commands, plan.launcher(), plan.dataDirectory(), folder).model(plan.model());
        news.accept("making a scene of " + plan.size() + " x " + plan.size());
        Progress progress = (fraction, task) -> commands.requireGoingOn();
        Product product = Product.of(
                SampleWorld.write(new WorldOptions(plan.size(), plan.seed(), folder.resolve("world")), progress));
        List<String> inputs = new ArrayList<>(model.inputs(product));
        inputs.addAll(List.of("enmap=" + product.image(), "model=" + model.id()));
        List<ThroughputFigures.Row> rows = new ArrayList<>();
        for (int processors : plan.processors()) {
            news.accept("measuring on " + processors + " processors");
            rows.addAll(measure(processors, inputs));
        }
        return new ThroughputFigures(Machine.description(), (long) plan.size() * plan.size(), plan.repeats(), rows);
    }

    private List<ThroughputFigures.Row> measure(int processors, List<String> inputs) throws IOException {
        List<ThroughputWorker.Case> cases = new ArrayList<>();
        plan.scenes().forEach(scenes -> cases.add(new ThroughputWorker.Case(scenes, processors)));
        plan.threads().forEach(threads -> cases.add(new ThroughputWorker.Case(1, threads)));
        Path job = folder.resolve("job.json");
        Path told = folder.resolve("told.json");
        JSON.writeValue(
                job.toFile(),
                new ThroughputWorker.Job(
                        plan.dataDirectory().toString(),
                        inputs,
                        cases.stream().distinct().toList(),
                        plan.repeats()));
        commands.run(command(processors, job, told));
        ThroughputWorker.Told[] all = JSON.readValue(told.toFile(), ThroughputWorker.Told[].class);
        return List.of(all).stream()
                .map(one -> new ThroughputFigures.Row(processors, one))
                .toList();
    }

    private static List<String> command(int processors, Path job, Path told) {
        List<String> command = new ArrayList<>();
        if (processors < Runtime.getRuntime().availableProcessors()) {
            command.addAll(List.of(TASKSET, "--cpu-list", "0-" + (processors - 1)));
        }
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Ddeepsalt.precision=float32",
                "-cp",
                System.getProperty("java.class.path"),
                ThroughputWorker.class.getName(),
                job.toString(),
                told.toString()));
        return command;
    }
}
