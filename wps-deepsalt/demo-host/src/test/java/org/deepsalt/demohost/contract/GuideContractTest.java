/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What README and guides print for curl and OWSLib does what they say, on a host that lets everybody in; the tutorial
 * and OGC API want a GeoServer and have tests of their own.
 */
@Timeout(300)
class GuideContractTest {
    /** Blocks of the tutorial have a variable in this place, and a GeoServer with a user. */
    private static final String HOST = "http://localhost:8080/geoserver";

    private static final Pattern FILE = Pattern.compile("-o (\\S+)");
    private static final Pattern DOCUMENT = Pattern.compile("@docs/requests/(\\S+)");

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        assumeFalse(ContractHost.isGiven(), "skipped: the requests know no user");
        ContractHost.shared();
    }

    static List<Guide.Block> curl() throws IOException {
        return Guide.blocks("sh").stream()
                .filter(block -> block.text().startsWith("curl "))
                .filter(block -> block.text().contains(HOST) && !block.text().contains("/ogc/"))
                .toList();
    }

    static List<Guide.Block> owsLib() throws IOException {
        return Guide.blocks("python").stream()
                .filter(block -> block.text().contains("owslib"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("curl")
    void curlExecutes(Guide.Block block) throws Exception {
        Tool.require(folder, "curl", "--version");
        Path requests = Files.createDirectories(folder.resolve("docs/requests"));
        Matcher document = DOCUMENT.matcher(block.text());
        while (document.find()) {
            String name = document.group(1);
            String request = Guide.request(name);
            Files.writeString(
                    requests.resolve(name),
                    name.equals("train.xml") ? Guide.with(request, ContractHost.FEW_EPOCHS) : request);
        }
        String said = Tool.run(folder, "bash", "-ec", Guide.fit(block.text()).replace("-u admin ", "-u admin:any "));
        Matcher file = FILE.matcher(block.text());
        if (file.find()) {
            assertThat(Files.readAllBytes(folder.resolve(file.group(1)))).startsWith('I', 'I', 42, 0);
        } else {
            WpsClient client = new WpsClient(ContractHost.shared().url());
            String end = said.contains("statusLocation=") ? client.await(WpsClient.statusLocation(said)) : said;
            assertThat(end).contains("ProcessSucceeded");
        }
    }

    @ParameterizedTest
    @MethodSource("owsLib")
    void owsLibExecutes(Guide.Block block) throws Exception {
        Tool.require(folder, Tool.python("import owslib"));
        Tool.run(folder, Tool.python(Guide.fit(block.text()) + "assert execution.isSucceded(), execution.errors\n"));
        assertThat(Files.readAllBytes(folder.resolve("ece.tif"))).startsWith('I', 'I', 42, 0);
    }

    @Test
    void everyRequestThatIsReferredToIsThere() throws IOException {
        int found = 0;
        for (Guide.Block block : Guide.blocks("sh")) {
            Matcher document = DOCUMENT.matcher(block.text());
            while (document.find()) {
                assertThat(ShippedData.PROJECT.resolve("docs/requests").resolve(document.group(1)))
                        .exists();
                found++;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }
}
