/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.deepsalt.benchmarks.torture.findings.Findings;
import org.deepsalt.benchmarks.torture.findings.FindingsJson;
import org.deepsalt.benchmarks.torture.findings.FindingsTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign of seconds, as each build can afford it; the figures of the documentation are those of an hour. */
@Tag("slow")
class TortureTest {
    @TempDir
    private Path folder;

    @Test
    void aShortCampaignFindsNothing() throws Exception {
        CampaignPlan plan = CampaignPlanBuilder.builder()
                .seed(7)
                .time(Duration.ofSeconds(25))
                .clients(4)
                .attacks(EnumSet.complementOf(EnumSet.of(AttackKind.FULL_DISK)))
                .home(Path.of("../..").toAbsolutePath().normalize())
                .size(32)
                .url(null)
                .credentials(null)
                .data(null)
                .model("sample")
                .build();
        Findings findings = new Findings(news -> {});
        try (Hosts hosts = Hosts.prepare(plan, folder)) {
            new Campaign(plan, hosts, folder, findings).run();
        }
        assertThat(findings.violations()).as(FindingsTable.of(findings)).isEmpty();
        JsonNode figures = new ObjectMapper().readTree(FindingsJson.of(findings));
        assertThat(figures.path("classes").findValuesAsText("attack"))
                .contains("GetMap", "XML bombs", "damaged files", "dismissals", "path tricks");
        assertThat(answers()).isZero();
    }

    /** Coverages that clients had got and not deleted. */
    private long answers() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("answers"))) {
            return all.count();
        }
    }
}
