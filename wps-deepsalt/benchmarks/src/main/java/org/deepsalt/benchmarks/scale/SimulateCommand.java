/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deepsalt.benchmarks.scale.ClusterSimulation.Conditions;
import org.deepsalt.benchmarks.scale.ClusterSimulation.Distribution;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.cli.Main;
import org.deepsalt.model.DeepSaltException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "deepsalt simulate",
        description = {
            "Says how long many scenes would take on many executors, some of which are slow or die, from the measured"
                    + " seconds in the manifest of a batch.",
            "Prints a Markdown table of hours: the mean of the simulations and, in brackets, the worst of them."
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final double SECONDS_PER_HOUR = 3600;

    @Spec
    private CommandSpec spec;

    @Option(names = "--manifest", required = true, description = "manifest.jsonl of a finished batch")
    private Path manifest;

    @Option(names = "--scenes", split = ",", defaultValue = "10,1000,100000", description = "default ${DEFAULT-VALUE}")
    private List<Integer> scenes = List.of();

    @Option(names = "--executors", split = ",", defaultValue = "1,8,64", description = "default ${DEFAULT-VALUE}")
    private List<Integer> executors = List.of();

    @Option(
            names = "--slow-share",
            defaultValue = "0.05",
            description = "share of executors that are slow; default ${DEFAULT-VALUE}")
    private double slowShare;

    @Option(
            names = "--slow-factor",
            defaultValue = "4",
            description = "how many times as long a scene takes there; default ${DEFAULT-VALUE}")
    private double slowFactor;

    @Option(
            names = "--deaths-per-hour",
            defaultValue = "0.1",
            description = "of each executor; default ${DEFAULT-VALUE}")
    private double deaths;

    @Option(
            names = "--start-seconds",
            defaultValue = "10",
            description = "from the start of an executor to its first scene; default ${DEFAULT-VALUE}")
    private double start;

    @Option(names = "--runs", defaultValue = "20", description = "simulations of each row; default ${DEFAULT-VALUE}")
    private int runs;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Main.execute(new CommandLine(new SimulateCommand()), arguments));
    }

    @Override
    public Integer call() throws IOException {
        double[] measured = measured();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d measured scenes, mean %.1f s. Slow: %.0f %% of the executors, %.1f times as long; deaths: %.2f per"
                        + " executor and hour; start %.0f s.%n%n",
                measured.length,
                Arrays.stream(measured).average().orElseThrow(),
                100 * slowShare,
                slowFactor,
                deaths,
                start);
        out.println("| scenes | executors | nothing happens, queue | queue | shards |");
        out.println("|---|---|---|---|---|");
        for (int count : scenes) {
            for (int machines : executors) {
                out.printf(
                        Locale.ROOT,
                        "| %d | %d | %s | %s | %s |%n",
                        count,
                        machines,
                        hours(measured, new Conditions(0, 1, 0, start), Distribution.QUEUE, count, machines),
                        hours(measured, conditions(), Distribution.QUEUE, count, machines),
                        hours(measured, conditions(), Distribution.SHARDS, count, machines));
            }
        }
        return ExitCode.OK;
    }

    private Conditions conditions() {
        return new Conditions(slowShare, slowFactor, deaths, start);
    }

    private String hours(double[] measured, Conditions conditions, Distribution distribution, int count, int machines) {
        ClusterSimulation simulation = new ClusterSimulation(measured, conditions);
        double[] hours = new double[runs];
        Arrays.setAll(hours, run -> simulation.seconds(count, machines, distribution, run) / SECONDS_PER_HOUR);
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f)",
                Arrays.stream(hours).average().orElseThrow(),
                Arrays.stream(hours).max().orElseThrow());
    }

    private double[] measured() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> lines = Files.readAllLines(manifest, StandardCharsets.UTF_8);
        double[] seconds = new double[lines.size()];
        int count = 0;
        for (String line : lines) {
            JsonNode record = json.readTree(line);
            if (record.path("status").asText().equals("done")) {
                seconds[count++] = record.path("seconds").asDouble();
            }
        }
        if (count == 0) {
            throw new DeepSaltException("'" + manifest.getFileName()
                    + "' has no finished scene, wanted the manifest of a batch that has: run one first");
        }
        return Arrays.copyOf(seconds, count);
    }
}
