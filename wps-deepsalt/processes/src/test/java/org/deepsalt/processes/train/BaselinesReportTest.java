/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.baselines.Baselines;
import org.deepsalt.model.baselines.FittedBaseline;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.junit.jupiter.api.Test;

class BaselinesReportTest {
    @Test
    void aMethodIsReportedWithItsSettingsAndFigures() {
        FittedBaseline fitted = new FittedBaseline(
                Map.of("depth", 4, "pretreatment", "log(1/R)"),
                1.5,
                61,
                12.5,
                null,
                pixels -> new float[pixels.size()]);
        RegressionMetrics metrics = RegressionMetrics.of(new float[] {1, 2, 6}, new float[] {1, 3, 4});
        JsonNode row = BaselinesReport.of(
                        List.of(new BaselineResult(Baselines.all().get(4), fitted, metrics)))
                .get(0);
        assertThat(row.get("name").asText()).isEqualTo("gradient boosting");
        assertThat(row.at("/settings/depth").asInt()).isEqualTo(4);
        assertThat(row.at("/settings/pretreatment").asText()).isEqualTo("log(1/R)");
        assertThat(row.get("settingsTried").asInt()).isEqualTo(61);
        assertThat(row.get("crossValidatedMae").asDouble()).isEqualTo(1.5);
        assertThat(row.get("seconds").asDouble()).isEqualTo(12.5);
        assertThat(row.at("/test/mae").asDouble()).isEqualTo(1);
    }
}
