/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.models.DescribeModelProcess;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Organic carbon of the sample world: nothing that comes of it is called ECe. */
@Tag("slow")
class AnotherTargetTest {
    private static final String MODEL = "carbon";

    private static WorldCatalog catalog;
    private static JsonNode training;

    @BeforeAll
    static void train() throws IOException {
        catalog = WorldCatalog.shared();
        Requests.Train request = new Requests.Train(catalog, MODEL);
        request.target = "soc";
        request.targetUnit = "g/kg";
        request.targetRange = "5, 150";
        training = json(request.run().get("report"));
    }

    @Test
    void theTrainingReportNamesTheTarget() {
        assertThat(training.path("target").asText()).isEqualTo("soc");
        assertThat(training.path("unit").asText()).isEqualTo("g/kg");
        assertThat(training.at("/outputRange/maximum").asDouble()).isEqualTo(150);
        assertThat(training.at("/libraries/0/conversions")).isEmpty();
        assertThat(training.at("/labelsOutsideRange/labels").asInt()).isPositive();
    }

    @Test
    void theCardNamesTheTarget() {
        Map<String, Object> card = new DescribeModelProcess(catalog).execute(MODEL);
        assertThat((String) card.get("page"))
                .contains("It estimates soc in g/kg of bare topsoil", "between 5 and 150")
                .doesNotContain("ECe", "dS/m");
    }

    @Test
    void theMapNamesItsBandsAndItsUnitAndHasNoSalinityClasses() throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.model = MODEL;
        Map<String, Object> outputs = request.run();
        JsonNode report = json(outputs.get("report"));
        assertThat(report.has("salinity")).isFalse();
        assertThat(report.at("/estimate/target").asText()).isEqualTo("soc");
        assertThat(report.at("/estimate/mean").asDouble()).isBetween(5.0, 150.0);
        assertThat(report.at("/result/unit").asText()).isEqualTo("g/kg");
        ResultCoverage coverage = (ResultCoverage) outputs.get("coverage");
        Path file = coverage.file();
        coverage.dispose(true);
        assertThat(file).hasFileName("soc.tif");
        TiffFile tiff = TiffFile.open(file);
        assertThat(tiff.gdalMetadata().descriptions(tiff.bands()))
                .isEqualTo(List.of(
                        "soc", "soc_lower", "soc_upper", "dissimilarity", "mask_reason", "soc_width", "p_above"));
    }

    @Test
    void aStyleOfEceIsRefusedForIt() {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.model = MODEL;
        request.layer = "carbon-map";
        assertThatThrownBy(request::run)
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining(
                        "style 'ece-classes' shows ECe in dS/m, but model 'carbon' estimates soc in g/kg");
    }

    private static JsonNode json(Object report) throws IOException {
        return new ObjectMapper().readTree(((JsonReport) report).json());
    }
}
