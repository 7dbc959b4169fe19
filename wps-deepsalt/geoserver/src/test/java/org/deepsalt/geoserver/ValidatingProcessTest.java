/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.geotools.data.util.NullProgressListener;
import org.geotools.process.Process;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.Test;

class ValidatingProcessTest {
    private static final NullProgressListener MONITOR = new NullProgressListener();

    @Test
    void inputsAndOutputsPassThrough() {
        Process sum = (inputs, monitor) -> {
            assertThat(monitor).isSameAs(MONITOR);
            return Map.of("result", (int) inputs.get("a") + (int) inputs.get("b"));
        };
        assertThat(new ValidatingProcess(sum, UnaryOperator.identity()).execute(Map.of("a", 2, "b", 3), MONITOR))
                .isEqualTo(Map.of("result", 5));
    }

    @Test
    void inputsThatGeoServerDidNotUnderstandAreAllNamedAndTheProcessDoesNotRun() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("enmap", "sample:enmap");
        inputs.put("confidence", null);
        inputs.put("seed", null);
        assertThatThrownBy(() -> new ValidatingProcess(
                                (given, monitor) -> {
                                    throw new AssertionError("it ran");
                                },
                                UnaryOperator.identity())
                        .execute(inputs, MONITOR))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("input ‘confidence’ cannot be understood: give a value of the type")
                .hasMessageContaining("\n")
                .hasMessageContaining("input ‘seed’ cannot be understood");
    }

    /** As GeoServer's LazyInputMap, which parses an input when it is asked for it. */
    @Test
    void anInputOfAnotherKindIsToldWithoutClasses() {
        Map<String, Object> inputs = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Object>> entrySet() {
                throw new IllegalStateException(
                        "Failed to retrieve value for input region", new ClassCastException("class RegionFormat"));
            }
        };
        assertThatThrownBy(() -> new ValidatingProcess((given, monitor) -> Map.of(), UnaryOperator.identity())
                        .execute(inputs, MONITOR))
                .isInstanceOf(ProcessException.class)
                .hasNoCause()
                .hasMessageStartingWith(
                        "Failed to retrieve value for input region: it is literal data, complex data or");
    }

    @Test
    void messagesGetQuotationMarksThatArrive() {
        assertThatThrownBy(() -> failing(new ProcessException("there is no layer 'x'")))
                .isInstanceOf(ProcessException.class)
                .hasMessage("there is no layer ‘x’");
    }

    /** GeoServer tells a dismissal by the type of the exception, so it has to be the same. */
    @Test
    void aDismissalPassesThroughUnchanged() {
        Dismissed dismissed = new Dismissed();
        assertThatThrownBy(() -> failing(dismissed)).isSameAs(dismissed);
    }

    @Test
    void onlyAnAccidentIsOne() {
        NullProgressListener cancelled = new NullProgressListener();
        cancelled.setCanceled(true);
        ProcessException wrapped = new ProcessException(new IllegalStateException("broken"));
        assertThat(ValidatingProcess.isAccident(wrapped, MONITOR)).isTrue();
        assertThat(ValidatingProcess.isAccident(wrapped, null)).isTrue();
        assertThat(ValidatingProcess.isAccident(wrapped, cancelled)).isFalse();
        assertThat(ValidatingProcess.isAccident(new ProcessException("there is no layer 'x'"), MONITOR))
                .isFalse();
    }

    private static void failing(RuntimeException failure) {
        new ValidatingProcess(
                        (inputs, monitor) -> {
                            throw failure;
                        },
                        UnaryOperator.identity())
                .execute(Map.of(), MONITOR);
    }

    /** As GeoServer's ProcessDismissedException, a runtime exception of its own kind. */
    private static final class Dismissed extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Dismissed() {
            super("the execution 'x' was dismissed");
        }
    }
}
