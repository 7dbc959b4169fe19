/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Judge demoHost = new Judge(true);
    private final Judge geoServer = new Judge(false);

    @Test
    void aDemoHostNamesNoClassAndHasNoErrorOfItsOwn() {
        Answer named = answer(200, "<a>java.lang.IllegalArgumentException: x</a>", 0);
        assertThat(demoHost.faults(named, PATIENCE)).containsExactly("the answer names 'IllegalArgumentException'");
        assertThat(demoHost.faults(answer(500, "<a/>", 0), PATIENCE)).containsExactly("HTTP status 500");
        assertThat(demoHost.faults(answer(200, "<a>", 0), PATIENCE))
                .containsExactly("the answer is no well-formed XML");
    }

    @Test
    void whatAGeoServerAnswersWithoutAProcessIsItsOwn() {
        for (Answer own : List.of(
                answer(200, "<a>java.lang.IllegalArgumentException: Bounding box coordinate 2</a>", 0),
                answer(500, "<a/>", 0),
                answer(200, "<a>", 0),
                answer(200, "<a/>", 11_000_000_000L),
                answer(Answer.NONE, "", 60_000_000_000L))) {
            assertThat(geoServer.faults(own, PATIENCE)).isEmpty();
            assertThat(geoServer.isOfTheServer(own, PATIENCE)).isTrue();
        }
        assertThat(geoServer.isOfTheServer(answer(200, "<a/>", 0), PATIENCE)).isFalse();
    }

    @Test
    void whatAProcessSaysInAGeoServerIsJudgedAsEverywhere() {
        Answer failed =
                answer(200, "<a>Process failed during execution\njava.lang.NullPointerException at X.java:3</a>", 0);
        assertThat(geoServer.faults(failed, PATIENCE)).containsExactly("the answer names 'NullPointerException'");
        assertThat(geoServer.isOfTheServer(failed, PATIENCE)).isFalse();
    }

    @Test
    void noServerNamesClassesOfDeepSaltAndNoProcessHangs() {
        assertThat(geoServer.faults(answer(200, "<a>org.deepsalt.model.Progress</a>", 0), PATIENCE))
                .containsExactly("the answer names 'org.deepsalt.model.Progress'");
        Answer late = answer(200, "<wps:ProcessSucceeded xmlns:wps=\"x\"/>", 11_000_000_000L);
        assertThat(geoServer.faults(late, PATIENCE)).containsExactly("the answer took 11000 ms, wanted at most 10000");
        Answer none = new Answer(Answer.NONE, "", new byte[0], 60_000_000_000L, "deepsalt:TrainModel");
        assertThat(geoServer.faults(none, PATIENCE)).containsExactly("no answer within 60 s");
    }

    private static Answer answer(int status, String body, long nanos) {
        return new Answer(status, "text/xml", body.getBytes(StandardCharsets.UTF_8), nanos, "");
    }
}
