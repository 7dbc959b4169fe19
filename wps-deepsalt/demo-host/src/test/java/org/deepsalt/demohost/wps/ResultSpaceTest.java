/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultSpaceTest {
    private final Execution first = ended("first", 400);
    private final Execution second = ended("second", 400);
    private final Execution third = ended("third", 400);

    @Test
    void theOldestGoUntilTheOthersFit() {
        assertThat(new ResultSpace(1200).makeRoom(List.of(third, second, first), third))
                .isEmpty();
        assertThat(new ResultSpace(1199).makeRoom(List.of(third, second, first), third))
                .containsExactly(first);
        assertThat(new ResultSpace(799).makeRoom(List.of(third, second, first), third))
                .containsExactly(first, second);
    }

    @Test
    void whatIsReadAndWhatHasJustEndedStay() {
        first.beginRead();
        assertThat(new ResultSpace(1).makeRoom(List.of(third, second, first), third))
                .containsExactly(second);
        first.endRead();
        assertThat(new ResultSpace(1).makeRoom(List.of(third, second, first), third))
                .containsExactly(first, second);
    }

    @Test
    void whatHasNotEndedIsNotCounted() {
        Execution running = execution("running");
        running.begin();
        assertThat(new ResultSpace(800).makeRoom(List.of(running, first, second), second))
                .isEmpty();
    }

    private static Execution ended(String id, long bytes) {
        Execution execution = execution(id);
        execution.succeed(Map.of(), bytes);
        return execution;
    }

    private static Execution execution(String id) {
        return new Execution(
                id,
                "deepsalt:ListModels",
                "",
                new ExecuteRequest("deepsalt:ListModels", List.of(), Optional.empty(), List.of(), true, false),
                Path.of(id));
    }
}
