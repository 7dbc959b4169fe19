/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcquisitionTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2025-07-11T10:20:30Z, 2025-07-11T10:20:30Z",
        "2025-07-11T01:20+03:00, 2025-07-10T22:20:00Z",
        "2025-07-11, 2025-07-11T00:00:00Z",
        "' 2025-07-11 ', 2025-07-11T00:00:00Z"
    })
    void timesAndDaysAreRead(String text, String time) {
        assertThat(AcquisitionTime.parse("time", text)).isEqualTo(Instant.parse(time));
    }

    @Test
    void theDayIsThatOfUtc() {
        assertThat(AcquisitionTime.day("from", "2025-07-11T01:20+03:00")).isEqualTo(LocalDate.of(2025, 7, 10));
    }

    /** Without an offset nobody knows which time is meant. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2025", "11.7.2025", "2025-07-11T10:20:30", "2025-02-30", "+12025-07-11", "0025-07-11"})
    void othersAreRefused(String text) {
        assertThatThrownBy(() -> AcquisitionTime.parse("time", text))
                .hasMessage("time is '" + text + "', wanted a time with its offset from UTC or a day, such as "
                        + AcquisitionTime.EXAMPLE);
    }

    @Test
    void aSceneHasTheNameOfItsProductWhereverItLies() {
        String product = "ENMAP01-____L2A-DT0000000007_20240815T182144Z_001_V010402_20240816T090210Z";
        assertThat(SceneName.of("deepsalt:scene", Path.of("data/scene-ab12-" + product + "-SPECTRAL_IMAGE.TIF")))
                .isEqualTo(product);
        assertThat(SceneName.of("/archive/" + product + ".ZIP", null)).isEqualTo(product);
        assertThat(SceneName.of("deepsalt:scene", Path.of("data/scene.tif"))).isEqualTo("deepsalt:scene");
        assertThat(SceneName.of("archive\\2024/scene.zip", null)).isEqualTo("scene.zip");
    }
}
