/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.benchmarks.torture.attack.Dawdlers;
import org.deepsalt.benchmarks.torture.attack.Dismissals;
import org.deepsalt.benchmarks.torture.attack.FullDisk;
import org.deepsalt.benchmarks.torture.attack.Load;
import org.deepsalt.benchmarks.torture.attack.MalformedAttack;
import org.deepsalt.benchmarks.torture.attack.ReferenceMap;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.host.HostProcess;
import org.deepsalt.benchmarks.torture.host.SmallDisk;
import org.deepsalt.benchmarks.torture.host.Vitals;
import org.jspecify.annotations.Nullable;

/**
 * A campaign against one host that goes on all the time, and beside it one that is killed and one whose disk is full.
 * First one attack after the other, on a host that does nothing else; then malformed inputs, load and kills together
 * until the time is over. Kills need starts of a host, which take long beside a load, so in a campaign of ten minutes
 * or more most of them come before it. Not thread-safe.
 */
final class Campaign {
    private static final int MOST_DISMISSALS = 100;
    private static final double DISMISSALS = 0.1;
    private static final double DAWDLERS = 0.02;
    private static final double FULL_DISK = 0.04;
    private static final double MALFORMED = 0.03;
    private static final double KILLS = 0.33;
    /** A shorter campaign would have no time left for clients. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final int MOST_KILLS_ALONE = 160;
    private static final int SMALL_DISK_MEGABYTES = 96;

    private final CampaignPlan plan;
    private final @Nullable Hosts hosts;
    private final Path folder;
    private final Findings findings;

    /**
     * Prepares a campaign.
     *
     * @param hosts where they are started, null if one is given
     * @param folder for what comes and goes
     */
    Campaign(CampaignPlan plan, @Nullable Hosts hosts, Path folder, Findings findings) {
        this.plan = plan;
        this.hosts = hosts;
        this.folder = folder;
        this.findings = findings;
    }

    void run() throws IOException, InterruptedException {
        HostProcess host = hosts == null ? null : hosts.start("host");
        Target target = host == null
                ? new Target(String.valueOf(plan.url()), plan.credentials(), plan.data(), plan.model())
                : new Target(host.url(), null, host.data(), plan.model());
        findings.news("the host is at " + target.url());
        List<ReferenceMap> references =
                List.of(ReferenceMap.of(target, "0.9", folder), ReferenceMap.of(target, "0.8", folder));
        long begin = System.nanoTime();
        if (wants(AttackKind.DISMISSALS)) {
            findings.news("dismissals");
            new Dismissals(target, findings).run(plan.seed(), MOST_DISMISSALS, after(begin, DISMISSALS));
        }
        if (wants(AttackKind.DAWDLERS) && !target.isDemoHost()) {
            findings.leftOut("dawdlers", "the threads of a GeoServer's web server are its own");
        } else if (wants(AttackKind.DAWDLERS)) {
            findings.news("dawdling clients");
            new Dawdlers(target, findings).run(after(System.nanoTime(), DAWDLERS));
        }
        if (wants(AttackKind.FULL_DISK)) {
            fullDisk();
        }
        MalformedAttack malformed = new MalformedAttack(target, findings, host == null ? null : host::processorTime);
        long next = plan.seed();
        if (wants(AttackKind.MALFORMED)) {
            findings.news("malformed inputs");
            next = malformed.run(next, after(System.nanoTime(), MALFORMED), true);
        }
        try (Killing killing = new Killing(plan, hosts, findings)) {
            if (wants(AttackKind.KILLS) && hosts != null && plan.time().compareTo(LONG) >= 0) {
                findings.news("kills");
                killing.run(MOST_KILLS_ALONE, Math.min(after(System.nanoTime(), KILLS), after(begin, 1)));
            }
            together(target, host, malformed, next, references, killing, after(begin, 1));
        }
        new FinalCheck(target, host, findings).run(references);
    }

    private boolean wants(AttackKind kind) {
        return plan.attacks().contains(kind);
    }

    private long after(long start, double share) {
        return start + (long) (share * plan.time().toNanos());
    }

    private void fullDisk() throws IOException {
        if (hosts == null) {
            findings.leftOut("full disk", "the host is given");
            return;
        }
        Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("small"), SMALL_DISK_MEGABYTES);
        if (mounted.isEmpty()) {
            findings.leftOut("full disk", "no file system in memory may be mounted here");
            return;
        }
        findings.news("full disk");
        try (SmallDisk disk = mounted.get();
                HostProcess host = hosts.startBrief("full", disk.folder().resolve("data"))) {
            new FullDisk(host, plan.model(), findings).run(plan.seed(), Duration.ofMillis((long)
                    (FULL_DISK * plan.time().toMillis())));
        }
    }

    private void together(
            Target target,
            @Nullable HostProcess host,
            MalformedAttack malformed,
            long next,
            List<ReferenceMap> references,
            Killing killing,
            long end)
            throws IOException, InterruptedException {
        findings.news("load, malformed inputs and kills together");
        List<Workers.Work> works = new ArrayList<>();
        if (wants(AttackKind.LOAD)) {
            Path answers = Files.createDirectories(folder.resolve("answers"));
            Load first = new Load(target, findings, references, answers, plan.seed());
            first.publish();
            works.add(() -> first.run(end));
            for (int i = 1; i < plan.clients(); i++) {
                Load client = new Load(target, findings, references, answers, plan.seed() + i);
                works.add(() -> client.run(end));
            }
        }
        if (wants(AttackKind.MALFORMED)) {
            works.add(() -> malformed.run(next, end, false));
        }
        if (wants(AttackKind.KILLS)) {
            works.add(() -> killing.run(Integer.MAX_VALUE, end));
        }
        if (host == null) {
            Workers.run(works, findings);
            return;
        }
        Vitals vitals = new Vitals(host.pid());
        Thread watching = new Thread(vitals, "vitals");
        watching.start();
        try {
            Workers.run(works, findings);
        } finally {
            watching.interrupt();
            watching.join();
        }
        vitals.tell(
                findings::figure,
                text -> findings.violation(new org.deepsalt.benchmarks.torture.findings.Violation(
                        "vitals", plan.seed(), "grew: " + text, "")));
    }
}
