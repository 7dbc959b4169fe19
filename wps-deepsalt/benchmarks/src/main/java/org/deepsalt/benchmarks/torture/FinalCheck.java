/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepsalt.benchmarks.torture.attack.Load;
import org.deepsalt.benchmarks.torture.attack.ReferenceMap;
import org.deepsalt.benchmarks.torture.client.Target;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.Violation;
import org.deepsalt.benchmarks.torture.host.DirectoryCheck;
import org.deepsalt.benchmarks.torture.host.HostProcess;
import org.deepsalt.benchmarks.torture.malformed.CrossSiteRequests;
import org.deepsalt.benchmarks.torture.malformed.LogForgeries;
import org.deepsalt.benchmarks.torture.malformed.MalformedInput;
import org.deepsalt.benchmarks.torture.malformed.MalformedInputs;
import org.jspecify.annotations.Nullable;

/** What must be true of a host when all attacks are over. */
final class FinalCheck {
    private static final String NAME = "after all";

    private final Target target;
    private final @Nullable HostProcess host;
    private final Findings findings;

    /** @param host null if it was not started here */
    FinalCheck(Target target, @Nullable HostProcess host, Findings findings) {
        this.target = target;
        this.host = host;
        this.findings = findings;
    }

    void run(List<ReferenceMap> references) throws IOException {
        totals();
        String capabilities = target.get("/wms?service=WMS&version=1.3.0&request=GetCapabilities")
                .text();
        if (capabilities.contains(CrossSiteRequests.LAYER)) {
            violation("a page of another site has published '" + CrossSiteRequests.LAYER + "'");
        }
        if (host == null) {
            return;
        }
        if (!host.isAlive()) {
            violation("the host has ended");
        }
        DirectoryCheck.faults(host.data(), host.pid()).forEach(this::violation);
        Map<String, String> published = DirectoryCheck.published(host.data());
        String shared = published.get(Load.SHARED);
        if (shared != null
                && references.stream().noneMatch(one -> one.fingerprint().equals(shared))) {
            violation("layer '" + Load.SHARED + "' is none of those that were published: " + shared);
        }
        List<String> log = Files.readAllLines(host.log());
        log.stream()
                .filter(line -> line.strip().startsWith(LogForgeries.MARK))
                .findFirst()
                .ifPresent(line -> violation("a request wrote a line into the log: " + line));
        findings.count(NAME, "checked", 0);
        findings.figure("lines in the host's log: " + log.size());
    }

    private void totals() {
        Set<String> malformed =
                MalformedInputs.all().stream().map(MalformedInput::name).collect(Collectors.toSet());
        findings.figure(String.format(
                Locale.ROOT,
                "malformed inputs: %,d; kills: %,d; dismissals: %,d; tries on a full disk: %,d;"
                        + " requests of clients: %,d",
                findings.tried(malformed::contains),
                findings.tried(name -> name.startsWith("kills, ")),
                findings.tried("dismissals"::equals),
                findings.tried(name -> name.startsWith("full disk, ")),
                findings.tried(Load.KINDS::contains)));
    }

    private void violation(String what) {
        findings.violation(new Violation(NAME, 0, what, ""));
    }
}
