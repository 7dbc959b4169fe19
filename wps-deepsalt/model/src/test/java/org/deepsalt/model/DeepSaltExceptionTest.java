/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepSaltExceptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\t", "\u000B", "\f", "\u0085", "\u2028", "\u2029", "\u001B[2J", "\0"})
    void noValueOfARequestBreaksTheLine(String control) {
        String message = "there is no layer 'a" + control + "SEVERE all is lost'";
        for (DeepSaltException error : List.of(
                new DeepSaltException(message),
                new DeepSaltException(message, null),
                new InvalidRequestException(List.of(message)))) {
            assertThat(error.getMessage())
                    .startsWith("there is no layer 'a ")
                    .endsWith("SEVERE all is lost'")
                    .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u2029]");
        }
    }

    @Test
    void eachProblemHasALineOfItsOwn() {
        assertThat(new InvalidRequestException(List.of("one\nline", "another"))).hasMessage("one line\nanother");
    }
}
