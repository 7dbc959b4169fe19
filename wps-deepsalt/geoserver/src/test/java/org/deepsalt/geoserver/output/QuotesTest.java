/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.geotools.process.ProcessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            there is no layer 'salt:enmap'      | there is no layer ‘salt:enmap’
            'a' and 'b', but not the model's    | ‘a’ and ‘b’, but not the model’s
            the value is ''                     | the value is ‘’
            """)
    void straightQuotationMarksBecomeTypographic(String message, String wanted) {
        ProcessException failure = new ProcessException(message);
        ProcessException readable = Quotes.readable(failure);
        assertThat(readable).hasMessage(wanted);
        assertThat(readable.getSuppressed()).containsExactly(failure);
    }

    @Test
    void aPairOfMarksDoesNotReachOverTheEndOfAProblem() {
        assertThat(Quotes.readable(new ProcessException("the model's age\nlayer 'x'")))
                .hasMessage("the model’s age\nlayer ‘x’");
    }

    @Test
    void aMessageWithoutThemIsLeftAlone() {
        ProcessException failure = new ProcessException("no model is given");
        assertThat(Quotes.readable(failure)).isSameAs(failure);
        ProcessException silent = new ProcessException((String) null);
        assertThat(Quotes.readable(silent)).isSameAs(silent);
    }
}
