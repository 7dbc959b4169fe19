/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WpsServiceTest extends RunningWps {
    @Test
    void clientsThatWaitAreQueuedAndPastTheQueueRefusedWhileSmallThingsAreAnswered() throws Exception {
        int clients = RUNNING + WAITING + 40;
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(client.sendAsync(get(LIST + "&RawDataOutput=models"), BodyHandlers.ofString()));
        }
        List<CompletableFuture<HttpResponse<String>>> refused = awaitDone(all, clients - RUNNING - WAITING);

        assertThat(refused).hasSize(clients - RUNNING - WAITING).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).isEqualTo(503);
            assertThat(answer.join().headers().firstValue("Retry-After")).contains("10");
            assertThat(answer.join().body())
                    .contains("exceptionCode=\"ServerBusy\"")
                    .contains("20 wait");
        });
        for (String small : List.of("GetCapabilities", "DescribeProcess&identifier=all", "GetExecutions")) {
            HttpResponse<String> answer = client.sendAsync(get("service=WPS&request=" + small), BodyHandlers.ofString())
                    .get(5, TimeUnit.SECONDS);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(client.send(get(LIST + "&storeExecuteResponse=true"), BodyHandlers.ofString())
                        .statusCode())
                .as("those that do not wait stand in the same queue, but have places of their own")
                .isEqualTo(200);

        gate.countDown();
        assertThat(all)
                .allSatisfy(answer ->
                        assertThat(answer.get(20, TimeUnit.SECONDS).body()).containsAnyOf("[", "ServerBusy"));
        assertThat(all).filteredOn(answer -> answer.join().statusCode() == 200).hasSize(RUNNING + WAITING);
    }

    private static List<CompletableFuture<HttpResponse<String>>> awaitDone(
            List<CompletableFuture<HttpResponse<String>>> all, int wanted) throws InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> done = List.of();
        for (int i = 0; i < 200 && done.size() < wanted; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            done = all.stream().filter(CompletableFuture::isDone).toList();
        }
        return done;
    }

    @Test
    void resultsOfClientsThatWaitGoWithTheAnswer() throws Exception {
        gate.countDown();
        assertThat(client.send(get(LIST + "&RawDataOutput=models"), BodyHandlers.ofString())
                        .body())
                .contains("[");
        assertThat(client.send(get(LIST), BodyHandlers.ofString()).body()).contains("ProcessSucceeded");
        assertThat(awaitFolders(0)).isZero();

        String document = client.send(get(LIST + "&ResponseDocument=models@asReference=true"), BodyHandlers.ofString())
                .body();
        assertThat(document).contains("GetExecutionResult");
        assertThat(folders()).as("an address must lead somewhere").isEqualTo(1);
    }

    private long awaitFolders(long wanted) throws IOException, InterruptedException {
        for (int i = 0; i < 100 && folders() != wanted; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return folders();
    }

    private long folders() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("wps"))) {
            return all.count();
        }
    }

    @Test
    void aDismissedExecutionIsListedUntilItHasStopped() throws Exception {
        String id = executionId(client.send(get(LIST + "&storeExecuteResponse=true"), BodyHandlers.ofString())
                .body());
        assertThat(ask("request=Dismiss&executionId=" + id)).contains("has been dismissed");
        assertThat(ask("request=GetExecutions")).contains(id).contains("DISMISSING");
        assertThat(ask("request=GetExecutionStatus&executionId=" + id)).contains("Unknown execution id");
        gate.countDown();
        for (int i = 0; i < 100 && ask("request=GetExecutions").contains(id); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(ask("request=GetExecutions")).doesNotContain(id);
        assertThat(folders()).isZero();
    }

    @Test
    void whoAsksSeesWhatWasStartedFromTheSameAddress() {
        String id = executionId(text(LIST + "&storeExecuteResponse=true", "192.0.2.1"));
        assertThat(text("request=GetExecutions", "192.0.2.1")).contains(id);
        assertThat(text("request=GetExecutions", "192.0.2.2"))
                .doesNotContain(id)
                .contains("count=\"0\"");
    }

    @Test
    void lineageRepeatsTheRequest() {
        gate.countDown();
        String document = text(
                "request=Execute&identifier=deepsalt:DescribeModel&DataInputs=model=none&ResponseDocument=card"
                        + "&lineage=true",
                "");
        assertThat(document)
                .containsSubsequence(
                        "wps:ProcessFailed",
                        "<wps:DataInputs>",
                        "<ows:Identifier>model</ows:Identifier>",
                        "none",
                        "</wps:DataInputs>",
                        "<wps:OutputDefinitions>",
                        "card");
    }

    private String ask(String query) throws IOException, InterruptedException {
        return client.send(get("service=WPS&" + query), BodyHandlers.ofString()).body();
    }

    private static String executionId(String document) {
        return document.replaceFirst("(?s).*executionId=([0-9a-f-]+).*", "$1");
    }
}
