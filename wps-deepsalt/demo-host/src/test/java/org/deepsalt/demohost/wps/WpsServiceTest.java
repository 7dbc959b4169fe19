/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepsalt.demohost.Settings;
import org.deepsalt.demohost.http.HttpHost;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsRequestBuilder;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions end only when they are let: the list of models waits for a latch. */
class WpsServiceTest {
    private static final int RUNNING = 2;
    private static final int WAITING = 20;
    private static final String LIST = "service=WPS&version=1.0.0&request=Execute&identifier=deepsalt:ListModels";

    @TempDir
    private Path folder;

    private final CountDownLatch gate = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private ProcessRegistry processes;
    private WpsService service;
    private HttpHost host;

    @BeforeEach
    void start() {
        LayerCatalog catalog = (LayerCatalog) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LayerCatalog.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("models");
                    gate.await();
                    return new ModelStore(folder.resolve("models"));
                });
        processes = new ProcessRegistry(catalog, Settings.processes());
        WpsSettings.Bounds bounds = new WpsSettings.Bounds(RUNNING, Duration.ofMinutes(1));
        service = new WpsService(
                processes,
                new WpsSettings(folder.resolve("wps"), bounds, bounds, WAITING, Duration.ofMinutes(1), 1 << 20),
                outputs -> {});
        host = HttpHost.start("localhost", 0, Set.of(), List.of(service), List.of(folder));
    }

    @AfterEach
    void stop() {
        gate.countDown();
        host.close();
        service.close();
        processes.close();
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request=GetCapabilities&AcceptVersions=2.0.0             | VersionNegotiationFailed",
                "request=GetCapabilities&AcceptVersions=2.0.0,1.0.0       | wps:Capabilities",
                "request=GetCapabilities&AcceptVersions=                  | wps:Capabilities",
                "request=GetCapabilities                                  | wps:Capabilities",
                "request=DescribeProcess&identifier=all&version=2.0.0     | InvalidParameterValue",
                "request=DescribeProcess&identifier=all&version=1.0.0     | ProcessDescription",
                "request=Execute&identifier=deepsalt:ListModels&version=2 | InvalidParameterValue"
            })
    void otherVersionsAreRefused(String query, String wanted) {
        assertThat(text(query, "")).contains(wanted);
    }

    @Test
    void documentsOfOtherVersionsAreRefused() {
        String space = " xmlns:wps='http://www.opengis.net/wps/1.0.0' xmlns:ows='http://www.opengis.net/ows/1.1'";
        String negotiated = "<wps:GetCapabilities" + space + "><wps:AcceptVersions><ows:Version>%s</ows:Version>"
                + "</wps:AcceptVersions></wps:GetCapabilities>";
        assertThat(posted(negotiated.formatted("2.0.0"))).contains("VersionNegotiationFailed");
        assertThat(posted(negotiated.formatted("1.0.0"))).contains("wps:Capabilities");
        assertThat(posted(execute("<wps:RawDataOutput/>").replace("<wps:Execute", "<wps:Execute version='2.0.0'")))
                .contains("InvalidParameterValue")
                .contains("2.0.0");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request=DescribeProcess&identifier=all,all",
                "request=DescribeProcess&identifier=ListModels,ListModels",
                "request=Execute&identifier=ListModels&ResponseDocument=models;models"
            })
    void nothingIsAnsweredTwice(String query) {
        assertThat(text(query, ""))
                .contains("InvalidParameterValue")
                .containsAnyOf("is given twice", "is asked for twice");
    }

    @Test
    void smallDocumentsThatAskForMuchAreRefusedWithinASecondOfAProcessor() {
        String outputs = "<wps:Output><ows:Identifier>models</ows:Identifier></wps:Output>".repeat(20_000);
        assertThat(quickly(execute("<wps:ResponseDocument>" + outputs + "</wps:ResponseDocument>")))
                .contains("asked for twice");
        StringBuilder spaces = new StringBuilder("<x");
        for (int i = 0; i < 80_000; i++) {
            spaces.append(" xmlns:a").append(i).append("='u'");
        }
        assertThat(quickly(spaces.append("/>").toString())).contains("name spaces");
        assertThat(quickly("<a>".repeat(60_000) + "</a>".repeat(60_000))).contains("not well-formed");
        String input = "<wps:Input><ows:Identifier>x</ows:Identifier><wps:Data><a>1</a></wps:Data></wps:Input>";
        assertThat(quickly(execute("")
                        .replace(
                                "<wps:ResponseForm>",
                                "<wps:DataInputs>" + input.repeat(20_000) + "</wps:DataInputs><wps:ResponseForm>")))
                .contains("gives 20000 inputs, wanted at most 0");
        assertThat(quickly("<wps:DescribeProcess xmlns:wps='http://www.opengis.net/wps/1.0.0'>"
                        + "<Identifier>all</Identifier>".repeat(20_000) + "</wps:DescribeProcess>"))
                .contains("given twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"request=GetCapabilities&AcceptVersions=2.0.0", "request=GetCapabilities&AcceptVersions=2.0.0,3"
            })
    void noOtherVersionIsNegotiated(String query) {
        assertThat(text(query, "")).startsWith("VersionNegotiationFailed").contains("speaks version 1.0.0");
        assertThat(text(query + ",1.0.0", "")).contains("wps:Capabilities");
        assertThat(posted("<GetCapabilities xmlns='http://www.opengis.net/wps/1.0.0'><AcceptVersions><Version>2.0.0"
                        + "</Version></AcceptVersions></GetCapabilities>"))
                .startsWith("VersionNegotiationFailed");
    }

    @Test
    void aRequestOfAnotherVersionIsRefused() {
        for (String operation : List.of("DescribeProcess&identifier=all", "Execute&identifier=ListModels")) {
            assertThat(text("version=2.0.0&request=" + operation, "")).contains("version '2.0.0', wanted 1.0.0");
        }
        assertThat(posted(execute("").replaceFirst("<wps:Execute", "<wps:Execute version='2.0.0'")))
                .contains("wanted 1.0.0");
    }

    @Test
    void aRefusalRepeatsNoMoreThanAPageOfTheRequest() throws Exception {
        String document = execute("").replace("deepsalt:ListModels", "x".repeat(100_000));
        HttpRequest request = HttpRequest.newBuilder(URI.create(host.url() + "/wps"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body())
                .contains("there is no process 'xxx", "characters more")
                .hasSizeLessThan(6000);
    }

    private String quickly(String document) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        String answer = posted(document);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
        return answer;
    }

    private static String execute(String form) {
        return "<wps:Execute xmlns:wps='http://www.opengis.net/wps/1.0.0' xmlns:ows='http://www.opengis.net/ows/1.1'>"
                + "<ows:Identifier>deepsalt:ListModels</ows:Identifier><wps:ResponseForm>" + form
                + "</wps:ResponseForm></wps:Execute>";
    }

    private String posted(String document) {
        return text(OwsRequestBuilder.builder()
                .method("POST")
                .endpoint("wps")
                .workspace(null)
                .parameters(Map.of())
                .contentType("text/xml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .baseUrl("http://localhost/geoserver")
                .asker("")
                .build());
    }

    private String text(String query, String asker) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return text(OwsRequestBuilder.builder(OwsRequest.get("http://localhost/geoserver", "wps", parameters))
                .asker(asker)
                .build());
    }

    private String text(OwsRequest request) {
        try {
            OwsReply reply = service.handle(request).toCompletableFuture().join();
            return new String(((OwsReply.Bytes) reply.body()).content(), StandardCharsets.UTF_8);
        } catch (org.deepsalt.demohost.http.OwsException | CompletionException e) {
            return e instanceof org.deepsalt.demohost.http.OwsException refused
                    ? refused.code() + ": " + e.getMessage()
                    : String.valueOf(e.getCause());
        }
    }

    private String ask(String query) throws IOException, InterruptedException {
        return client.send(get("service=WPS&" + query), BodyHandlers.ofString()).body();
    }

    private HttpRequest get(String query) {
        return HttpRequest.newBuilder(URI.create(host.url() + "/wps?" + query)).build();
    }

    private static String executionId(String document) {
        return document.replaceFirst("(?s).*executionId=([0-9a-f-]+).*", "$1");
    }
}
