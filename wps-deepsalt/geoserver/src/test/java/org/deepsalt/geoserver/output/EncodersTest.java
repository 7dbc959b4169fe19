/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geoserver.wps.ppio.ProcessParameterIO.PPIODirection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodersTest {
    private static final String JSON = "{\"region\": \"Iğdır ‘salt’\"}";

    @TempDir
    Path folder;

    @Test
    void aReportIsSentAsTheJsonThatItIs() throws Exception {
        JsonReportPPIO encoder = new JsonReportPPIO();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        encoder.encode(new JsonReport(JSON), sent);
        assertThat(sent.toByteArray()).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
        assertThat(encoder.getDirection()).isEqualTo(PPIODirection.BOTH);
        assertThat(encoder.getFileExtension()).isEqualTo("json");
    }

    @Test
    void aReportCanBeReadAgain() throws Exception {
        JsonReportPPIO encoder = new JsonReportPPIO();
        assertThat(encoder.decode(JSON)).isEqualTo(new JsonReport(JSON));
        assertThat(encoder.decode(new ByteArrayInputStream(JSON.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new JsonReport(JSON));
    }

    @Test
    void anEstimateIsSentByteForByte() throws Exception {
        Path file = SmallTiff.write(folder.resolve("ece.tif"), 1);
        ResultCoveragePPIO encoder = new ResultCoveragePPIO();
        ResultCoverage coverage = ResultCoverage.open(file, SmallTiff.BANDS);
        try {
            ByteArrayOutputStream sent = new ByteArrayOutputStream();
            encoder.encode(coverage, sent);
            assertThat(sent.toByteArray()).isEqualTo(Files.readAllBytes(file));
        } finally {
            coverage.dispose(true);
        }
        assertThat(encoder.getDirection()).isEqualTo(PPIODirection.BOTH);
        assertThat(encoder.getFileExtension()).isEqualTo("tif");
    }

    @Test
    void anEstimateIsNoInput() {
        assertThatThrownBy(() -> new ResultCoveragePPIO().decode(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("not an input");
    }
}
