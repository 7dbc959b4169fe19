/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepsalt.demohost.publish.Publisher;
import org.deepsalt.processes.catalog.LayerFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are closed when a request has been answered, and not when the collector comes by. */
@Tag("slow")
class OpenFilesTest {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String MAP = "/wms?service=WMS&version=1.1.1&styles=&srs=EPSG:4326&format=image/png&width=64"
            + "&height=64&bbox=-110.12,38.98,-110.08,39.02&layers=";
    private static final List<String> REQUESTS = List.of(
            MAP + "sample:soil,sample:ece_truth,sample:ece_samples&request=GetMap",
            MAP + "sample:enmap&request=GetMap",
            MAP + "sample:enmap&query_layers=sample:enmap,sample:climate&x=9&y=9&request=GetFeatureInfo",
            "/wps?service=WPS&version=1.0.0&request=Execute&identifier=deepsalt:SpectralProfile&RawDataOutput=profile"
                    + "&DataInputs=enmap%3Dsample:enmap%3Bpoint%3D-110.1%2039.0",
            "/wps?service=WPS&version=1.0.0&request=Execute&identifier=deepsalt:SalinityStatistics"
                    + "&RawDataOutput=statistics&DataInputs=ece%3Dsample:ece_truth");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Server server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "skipped: this system does not tell which files are open");
        server = new Server(ShippedData.withSampleWorld(folder.resolve("data")));
        url = server.listen("localhost", 0, Set.of());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void noRequestLeavesAFileOpen() throws Exception {
        for (String request : REQUESTS) {
            ask(request);
        }
        List<String> before = open();
        for (int round = 0; round < 10; round++) {
            for (String request : REQUESTS) {
                ask(request);
                assertThat(openSoon(before)).as(request).containsExactlyInAnyOrderElementsOf(before);
            }
        }
    }

    @Test
    void noLayerThatWasReplacedStaysOpen() throws Exception {
        Publisher publisher = new Publisher(server.catalog());
        String map = MAP.replace("-110.12,38.98,-110.08,39.02", "-112.2,39.7,-112.1,39.8")
                + "deepsalt:replaced&request=GetMap";
        for (int round = 0; round < 10; round++) {
            Path result = TestData.result(folder.resolve("result.tif"));
            publisher.publish(TestData.publication("replaced", true), new LayerFiles(result, null, List.of()));
            ask(map);
            assertThat(openSoon(List.of())).isEmpty();
        }
    }

    /** What is open when the host has also deleted the results of the answers that it has sent. */
    private List<String> openSoon(List<String> wanted) throws IOException, InterruptedException {
        List<String> open = open();
        for (int i = 0; i < 100 && open.size() > wanted.size(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            open = open();
        }
        return open;
    }

    private void ask(String request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(url + request)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("ExceptionReport");
    }

    /** Layers and results that are open now. */
    private List<String> open() throws IOException {
        String results = folder.toRealPath().toString();
        String layers = ShippedData.SAMPLE_LAYERS.toRealPath().toString();
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.list(DESCRIPTORS)) {
            for (Path one : all.toList()) {
                String file = target(one);
                if (file.startsWith(results) || file.startsWith(layers)) {
                    open.add(file);
                }
            }
        }
        return open;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
