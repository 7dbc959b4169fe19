/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import java.io.IOException;
import org.deepsalt.benchmarks.torture.attack.Kills;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.host.HostProcess;
import org.jspecify.annotations.Nullable;

/** Kills of a host of their own, which starts with the first of them. Closing it stops the host. Not thread-safe. */
final class Killing implements AutoCloseable {
    private final CampaignPlan plan;
    private final @Nullable Hosts hosts;
    private final Findings findings;
    private @Nullable HostProcess victim;
    private @Nullable Kills kills;
    private long next;

    /** @param hosts where one is started, null if kills are left out since the host of the campaign is given */
    Killing(CampaignPlan plan, @Nullable Hosts hosts, Findings findings) {
        this.plan = plan;
        this.hosts = hosts;
        this.findings = findings;
        this.next = plan.seed();
    }

    /** Kills so often at most, and until a time of {@link System#nanoTime}; may go on later. */
    void run(int most, long end) throws IOException, InterruptedException {
        if (hosts == null) {
            findings.leftOut("kills", "the host is given");
            return;
        }
        Kills running = kills;
        if (running == null) {
            HostProcess host = hosts.startBrief("victim");
            victim = host;
            running = new Kills(host, plan.model(), findings);
            kills = running;
        }
        next = running.run(next, most, end);
    }

    @Override
    public void close() {
        if (kills != null) {
            kills.close();
        }
        if (victim != null) {
            victim.close();
        }
    }
}
