/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({"5.3,5.3", "' -7 ',-7", "+.5,0.5", "3.,3", "1e3,1000", "2.5E-2,0.025", "-0,-0.0", "1e-400,0"})
    void digitsWithSignPointAndExponentAreNumbers(String text, double number) {
        assertThat(DecimalText.parse(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5.3f",
                "5.3d",
                "5.3D",
                "0x1p3",
                "NaN",
                "nan",
                "Infinity",
                "-Infinity",
                "inf",
                "1e400",
                "1,5",
                "1 000",
                "١٢",
                "--1",
                "1e",
                "e",
                ".",
                "+",
                "1.2.3",
                "1_000",
                "five"
            })
    void allElseIsNone(String text) {
        assertThat(DecimalText.parse(text)).isNaN();
    }
}
