/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.scene.TestFlag;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each mask as a parameter of the request, counted in the report. */
class MaskParametersTest {
    private static WorldCatalog catalog;
    private static JsonNode standard;

    @BeforeAll
    static void estimateOnce() throws IOException {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        standard = report(Requests.estimate(catalog, 2));
    }

    @Test
    void theStandardRulesLeaveTheWorldsSoilAlone() {
        for (String off : new String[] {"haze", "dry_vegetation", "moisture", "snow", "reduced_quality"}) {
            assertThat(masked(standard, off)).as(off).isZero();
        }
        assertThat(standard.at("/inputs/maxNbr2").asDouble()).isEqualTo(1);
        assertThat(standard.at("/pixels/skippedMasks")).isEmpty();
    }

    @Test
    void whatIsOffCanBeTurnedOn() throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.minCirrus = 1;
        request.maskHaze = true;
        request.maxNcai = 0.03;
        request.maxNbr2 = 0.15;
        request.maskFlag = new TestFlag[] {TestFlag.INTERPOLATED};
        JsonNode strict = report(request);
        assertThat(masked(strict, "cirrus")).isGreaterThan(masked(standard, "cirrus"));
        assertThat(masked(strict, "haze")).isPositive();
        assertThat(masked(strict, "dry_vegetation"))
                .isBetween(1L, standard.at("/pixels/estimated").asLong() / 100);
        assertThat(masked(strict, "moisture")).isPositive();
        assertThat(masked(strict, "reduced_quality")).isPositive();
        assertThat(strict.at("/inputs/maskFlag/0").asText()).isEqualTo("INTERPOLATED");
        assertThat(strict.at("/pixels/estimated").asLong())
                .isLessThan(standard.at("/pixels/estimated").asLong());
    }

    @Test
    void whatIsOnCanBeTurnedOff() throws IOException {
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.maskCloud = false;
        request.minCirrus = 4;
        request.maxDefects = 224;
        request.maxNdvi = 1.0;
        JsonNode lenient = report(request);
        for (String off : new String[] {"cloud", "cirrus", "defective", "vegetation"}) {
            assertThat(masked(lenient, off)).as(off).isZero();
        }
        assertThat(masked(lenient, "water")).isPositive();
    }

    @Test
    void everyBoundIsChecked() {
        Requests.Estimate request = Requests.estimate(catalog, 1);
        request.maxNcai = 2.0;
        request.maxNbr2 = -2.0;
        request.minCirrus = 5;
        request.minNdsi = Double.NaN;
        request.worstQuality = 3;
        request.maxDefects = -1;
        assertThatThrownBy(request::run)
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("maxNcai is 2.0, wanted -1.0 to 1.0")
                .hasMessageContaining("maxNbr2 is -2.0, wanted -1.0 to 1.0")
                .hasMessageContaining("minCirrus is 5, wanted 1 to 4")
                .hasMessageContaining("minNdsi is NaN, wanted -1.0 to 1.0")
                .hasMessageContaining("worstQuality is 3, wanted 0 to 2")
                .hasMessageContaining("maxDefects is -1, wanted 0 or more");
    }

    private static long masked(JsonNode report, String reason) {
        return report.at("/pixels/masked/" + reason).asLong(-1);
    }

    private static JsonNode report(Requests.Estimate request) throws IOException {
        Map<String, Object> outputs = request.run();
        ((GridCoverage2D) outputs.get("coverage")).dispose(true);
        return new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
    }
}
