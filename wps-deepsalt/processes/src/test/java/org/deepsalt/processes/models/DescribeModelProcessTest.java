/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.report.JsonReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DescribeModelProcessTest {
    private static Map<String, Object> outputs;

    @BeforeAll
    static void describe() {
        WorldCatalog catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        outputs = new DescribeModelProcess(catalog).execute(Requests.MODEL);
    }

    @Test
    void thePageTellsAPersonWhatTheModelIsGoodFor() {
        assertThat((String) outputs.get("page"))
                .startsWith("# quick\n")
                .contains("**Trained on synthetic data: its maps show nothing real.**")
                .contains("It estimates ECe in dS/m of bare topsoil", "218 bands from 418")
                .contains(
                        "## Where it was trained", "scene `scene`: longitude -110", "samples `samples`: longitude -110")
                .contains("| library | `library` | `")
                .contains("| dS/m | saturated paste | any | 1 | ")
                .contains("| test pixels | ", "divided by the split `CLUSTER`", "| 90 % | ")
                .contains("## Where not to use it", "Where the band dissimilarity is above ")
                .contains("seed 5", "`estimator/saved_model.pb`, SHA-256 `");
    }

    @Test
    void theJsonHasEverything() throws IOException {
        JsonNode card = new ObjectMapper().readTree(((JsonReport) outputs.get("card")).json());
        assertThat(card.at("/laboratory/0/columns").asInt()).isEqualTo(1765);
        assertThat(card.at("/laboratory/0/conversions/0/extract").asText()).isEqualTo("saturated paste");
        assertThat(card.at("/bounded/labels").asInt()).isPositive();
        for (JsonNode input : card.path("provenance")) {
            assertThat(input.path("sha256").asText()).as(input.toString()).hasSize(64);
        }
        assertThat(card.path("provenance")).hasSize(3 + WorldCatalog.covariates().length);
    }

    @Test
    void theItemTellsOtherProgramsWhatGoesInAndWhereTheFilesAre() throws IOException {
        JsonNode item = new ObjectMapper().readTree(((JsonReport) outputs.get("item")).json());
        assertThat(item.path("stac_version").asText()).isEqualTo("1.0.0");
        assertThat(item.path("bbox").get(0).asDouble()).isBetween(-111.0, -110.0);
        JsonNode input = item.path("properties").path("mlm:input").get(0);
        assertThat(input.path("bands")).hasSize(218);
        assertThat(input.path("input").path("shape")).hasToString("[-1,226]");
        JsonNode model = item.path("assets").path("model");
        assertThat(model.path("roles")).hasToString("[\"mlm:model\"]");
        assertThat(model.path("href").asText()).isEqualTo("./estimator/saved_model.pb");
        assertThat(model.path("file:checksum").asText()).startsWith("1220").hasSize(4 + 64);
        assertThat(model.at("/eo:bands/0/center_wavelength").asDouble()).isBetween(0.41, 0.43);
        assertThat(input.path("input").path("dim_order")).hasToString("[\"batch\",\"bands\"]");
        assertThat(input.path("bands").get(0)).isEqualTo(model.at("/eo:bands/0/name"));
    }

    @Test
    void wordsOfAPersonCannotBecomeMarkup() {
        assertThat(Markdown.plain("<b>a</b> | [x](y)\n# b")).isEqualTo("\\<b\\>a\\</b\\> \\| \\[x\\](y) \\# b");
        assertThat(Markdown.code("a`b|c")).isEqualTo("`a'b/c`");
    }

    @Test
    void numbersHaveFourDigitsThatCount() {
        assertThat(Markdown.number(0.05)).isEqualTo("0.05");
        assertThat(Markdown.number(418.24)).isEqualTo("418.2");
        assertThat(Markdown.number(6000)).isEqualTo("6000");
        assertThat(Markdown.number(100)).isEqualTo("100");
        assertThat(Markdown.number(Double.NaN)).isEqualTo("not known");
    }
}
