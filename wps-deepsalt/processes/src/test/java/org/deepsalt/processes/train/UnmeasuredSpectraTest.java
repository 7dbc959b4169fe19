/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.models.DescribeModelProcess;
import org.deepsalt.processes.report.JsonReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of which every other spectrum has no measured EC. */
@Tag("slow")
class UnmeasuredSpectraTest {
    @TempDir
    Path folder;

    @Test
    void theyAreReadByTheOthersAndCountedApart() throws IOException {
        WorldCatalog catalog = WorldCatalog.shared();
        Path library = catalog.library("library");
        List<String> header =
                Arrays.asList(TrainingInputTest.changed(library, UnaryOperator.identity(), UnaryOperator.identity())
                        .get(0)
                        .split(",", -1));
        int ec = header.indexOf(header.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("ec"))
                .findFirst()
                .orElseThrow());
        AtomicInteger rows = new AtomicInteger();
        List<String> lines = TrainingInputTest.changed(library, UnaryOperator.identity(), row -> {
            String[] cells = row.split(",", -1);
            cells[ec] = rows.incrementAndGet() % 2 == 0 ? "" : cells[ec];
            return String.join(",", cells);
        });
        catalog.addLibrary("half", Files.write(folder.resolve("half.csv"), lines));
        Requests.Train request = new Requests.Train(catalog, "half-measured");
        request.ftir = new String[] {"half"};
        JsonNode report =
                new ObjectMapper().readTree(((JsonReport) request.run().get("report")).json());
        JsonNode readings = report.at("/libraries/0/readings");
        assertThat(readings.path("read").asInt()).isPositive();
        assertThat(readings.path("read").asInt() + readings.path("leftOut").asInt())
                .isEqualTo(rows.get() / 2);
        assertThat(readings.path("certainty").asDouble()).isBetween(0.1, 0.999);
        assertThat(report.at("/libraries/0/skipped").has("without ece")).isFalse();
        assertThat(report.at("/counts/library").asInt())
                .isEqualTo(rows.get() - readings.path("leftOut").asInt());
        assertThat((String) new DescribeModelProcess(catalog)
                        .execute("half-measured")
                        .get("page"))
                .contains(readings.path("read").asInt() + " spectra without a measurement were read by the others");
    }
}
