/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.deepsalt.benchmarks.torture.attack.MalformedAttack;
import org.deepsalt.benchmarks.torture.client.Answer;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.FindingsJson;
import org.deepsalt.benchmarks.torture.findings.FindingsTable;
import org.deepsalt.benchmarks.torture.malformed.MalformedInput;
import org.deepsalt.benchmarks.torture.malformed.MalformedInputs;
import org.deepsalt.cli.ExitCode;
import org.deepsalt.cli.Interruption;
import org.deepsalt.cli.Main;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.files.Folders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code deepsalt torture}. */
@Command(
        name = "deepsalt torture",
        description = {
            "Attacks a host for a while and says what broke: malformed inputs, kills, dismissals, dawdling clients,"
                    + " full disks, load. Without --url it starts demo hosts of its own over copies of the sample"
                    + " world, and leaves nothing of them.",
            "Exit code 1 if anything happened that must not."
        })
public final class TortureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "of all choices; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--minutes", defaultValue = "10", description = "that all attacks take; default ${DEFAULT-VALUE}")
    private double minutes;

    @Option(names = "--clients", defaultValue = "8", description = "that load the host; default ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--only", split = ",", description = "attacks to try: ${COMPLETION-CANDIDATES}; default all")
    private @Nullable Set<AttackKind> only;

    @Option(
            names = "--size",
            defaultValue = "0",
            description = "pixels along the side of a world to make; default the project's sample world")
    private int size;

    @Option(
            names = "--url",
            description = "address of a host that runs, ending in /geoserver; no kills, no full disks then")
    private @Nullable String url;

    @Option(names = "--credentials", paramLabel = "USER:PASSWORD", description = "for that host")
    private @Nullable String credentials;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data directory of that host, if it can be seen from here")
    private @Nullable Path data;

    @Option(names = "--model", defaultValue = "sample", description = "id of a model; default ${DEFAULT-VALUE}")
    private String model;

    @Option(
            names = "--repeat",
            paramLabel = "CLASS:SEED",
            description = "sends one malformed input again and shows the answer")
    private @Nullable String repeat;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "for data directories and logs; default the temporary folder")
    private @Nullable Path work;

    @Option(names = "--keep", description = "leaves data directories and logs in the work folder")
    private boolean keep;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the figures as JSON, too")
    private @Nullable Path json;

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        picocli.CommandLine line = new picocli.CommandLine(new TortureCommand());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(Main.execute(line, arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CampaignPlan plan = plan();
        Path folder = folder();
        PrintWriter err = spec.commandLine().getErr();
        long start = System.nanoTime();
        Findings findings = new Findings(news -> {
            err.printf("%6.1f s  %s%n", (System.nanoTime() - start) / 1e9, news);
            err.flush();
        });
        try {
            run(plan, folder, findings);
        } finally {
            tidy(folder, err);
        }
        spec.commandLine().getOut().println(FindingsTable.of(findings));
        if (json != null) {
            Files.writeString(json, FindingsJson.of(findings));
        }
        return findings.violations().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private void run(CampaignPlan plan, Path folder, Findings findings) throws IOException, InterruptedException {
        if (plan.url() != null) {
            runWith(plan, null, folder, findings);
            return;
        }
        findings.news("training a model for the hosts");
        try (Hosts hosts = Hosts.prepare(plan, folder);
                Interruption interruption = new Interruption(hosts::close)) {
            runWith(plan, hosts, folder, findings);
        }
    }

    private void runWith(CampaignPlan plan, @Nullable Hosts hosts, Path folder, Findings findings)
            throws IOException, InterruptedException {
        if (repeat == null) {
            new Campaign(plan, hosts, folder, findings).run();
            return;
        }
        Target target = hosts == null
                ? new Target(String.valueOf(plan.url()), plan.credentials(), plan.data(), plan.model())
                : target(hosts, plan);
        int colon = repeat.lastIndexOf(':');
        Answer answer = new MalformedAttack(target, findings, null)
                .attempt(kind(repeat.substring(0, colon)), Long.parseLong(repeat.substring(colon + 1)), true);
        spec.commandLine().getOut().println(answer.request());
        spec.commandLine().getOut().println("--- " + answer.status() + " " + answer.type());
        spec.commandLine().getOut().println(answer.isText() ? answer.text() : answer.body().length + " bytes");
    }

    private static Target target(Hosts hosts, CampaignPlan plan) throws IOException {
        var host = hosts.start("host");
        return new Target(host.url(), null, host.data(), plan.model());
    }

    private static MalformedInput kind(String name) {
        return MalformedInputs.all().stream()
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(List.of("there is no class '" + name
                        + "' of malformed inputs, there are "
                        + MalformedInputs.all().stream()
                                .map(MalformedInput::name)
                                .toList())));
    }

    private CampaignPlan plan() {
        if (!(minutes > 0) || clients < 1 || (repeat != null && !repeat.matches(".+:\\d{1,18}"))) {
            throw new InvalidRequestException(List.of("--minutes wants a number above 0, --clients at least 1, --repeat"
                    + " a class, a colon and a seed"));
        }
        return CampaignPlanBuilder.builder()
                .seed(seed)
                .time(Duration.ofMillis((long) (60_000 * minutes)))
                .clients(clients)
                .attacks(only == null ? EnumSet.allOf(AttackKind.class) : only)
                .home(Path.of(System.getProperty("deepsalt.home", "")).toAbsolutePath())
                .size(size)
                .url(url)
                .credentials(credentials)
                .data(data)
                .model(model)
                .build();
    }

    private Path folder() throws IOException {
        String prefix = "deepsalt-torture-";
        return work == null
                ? Files.createTempDirectory(prefix)
                : Files.createTempDirectory(Files.createDirectories(work.toAbsolutePath()), prefix);
    }

    private void tidy(Path folder, PrintWriter err) throws IOException {
        if (keep) {
            err.println("kept: " + folder);
        } else {
            Folders.delete(folder);
        }
    }
}
