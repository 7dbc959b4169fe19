/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            there is no layer 'salt:enmap'      | there is no layer ‘salt:enmap’
            'a' and 'b', but not the model's    | ‘a’ and ‘b’, but not the model’s
            the value is ''                     | the value is ‘’
            the crs {"type":1}                  | the crs {”type”:1}
            """)
    void straightQuotationMarksBecomeTypographic(String message, String wanted) {
        assertThat(Quotes.readable(message)).isEqualTo(wanted);
    }

    @Test
    void aPairOfMarksDoesNotReachOverTheEndOfAProblem() {
        assertThat(Quotes.readable("the model's age\nlayer 'x'")).isEqualTo("the model’s age\nlayer ‘x’");
    }

    @Test
    void aRefusalIsLoggedWithoutAStack() {
        Refusal refusal = new Refusal("there is no layer 'x'");
        assertThat(refusal).hasMessage("there is no layer ‘x’");
        StringWriter log = new StringWriter();
        refusal.printStackTrace(new PrintWriter(log, true));
        assertThat(log.toString().lines()).containsExactly(Refusal.class.getName() + ": there is no layer ‘x’");
    }
}
