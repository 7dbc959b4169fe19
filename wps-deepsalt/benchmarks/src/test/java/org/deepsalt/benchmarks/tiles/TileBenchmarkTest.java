/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TileBenchmarkTest {
    private static final String CAPABILITIES = """
            <WMS_Capabilities xmlns="http://www.opengis.net/wms" version="1.3.0"><Capability><Layer>
              <Title>all</Title>
              <Layer><Name>other</Name></Layer>
              <Layer><Name>deepsalt:ece</Name>
                <EX_GeographicBoundingBox><westBoundLongitude>-112.5</westBoundLongitude>
                  <eastBoundLongitude>-112.2</eastBoundLongitude><southBoundLatitude>39.1</southBoundLatitude>
                  <northBoundLatitude>39.4</northBoundLatitude></EX_GeographicBoundingBox></Layer>
            </Layer></Capability></WMS_Capabilities>
            """;

    private final ConcurrentLinkedQueue<String> drawn = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtWork = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private String pictureType = "image/png";
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/wms", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        boolean picture = query.contains("request=GetMap");
        if (picture) {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            drawn.add(query);
            pause();
            atWork.decrementAndGet();
        }
        byte[] body = (picture ? "picture" : CAPABILITIES).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", picture ? pictureType : "text/xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** So long that requests at once must meet. */
    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WmsLayer layer(String name) {
        return new WmsLayer(URI.create("http://localhost:" + server.getAddress().getPort() + "/wms"), name, "");
    }

    @Test
    void everyTileIsAskedForOnceAndLiesInTheLayer() throws InterruptedException {
        TileBenchmark.Figures figures = new TileBenchmark(layer("deepsalt:ece"), 50, 4).run();

        assertThat(figures.alone().millis()).hasSize(50).isSorted();
        assertThat(figures.together().millis()).hasSize(50);
        assertThat(figures.alone().percentile(50)).isGreaterThanOrEqualTo(5);
        assertThat(drawn).hasSize(140);
        assertThat(new HashSet<>(drawn)).hasSize(140);
        assertThat(drawn).allMatch(query -> query.contains("width=256") && query.contains("layers=deepsalt:ece"));
        assertThat(mostAtWork.get()).isBetween(2, 4);
        assertThat(figures.highestZoom()).isGreaterThan(figures.lowestZoom());
    }

    @Test
    void aLayerThatIsNotThereIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> new TileBenchmark(layer("nothing"), 5, 1).run())
                .hasMessageContaining("no layer 'nothing'")
                .hasMessageContaining("deepsalt:ece");
    }

    @Test
    void anAnswerThatIsNoPictureEndsTheMeasurement() {
        pictureType = "text/xml";
        assertThatThrownBy(() -> new TileBenchmark(layer("deepsalt:ece"), 5, 1).run())
                .hasMessageContaining("wanted 200 and image/png");
    }

    @Test
    void theWorldIsOneTileAndAQuarterOfItOneOfTheNextZoom() {
        List<MapTile> world = MapTile.of(new MapTile.Box(-179, -84, 179, 84), 5);
        assertThat(world).contains(new MapTile(0, 0, 0), new MapTile(1, 0, 1), new MapTile(1, 1, 0));
        assertThat(world.stream().map(MapTile::zoom)).containsOnly(0, 1);
        assertThat(new MapTile(1, 1, 0).metres()).isEqualTo("0.000000,0.000000,20037508.342789,20037508.342789");
        Set<MapTile> distinct = new HashSet<>(MapTile.of(new MapTile.Box(10.1, 50, 10.2, 50.1), 300));
        assertThat(distinct).hasSize(300);
    }

    @Test
    void aPercentileIsATimeThatWasMeasured() {
        double[] millis = new double[20];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = i + 1;
        }
        TileBenchmark.Times times = new TileBenchmark.Times(millis, 2);
        assertThat(times.percentile(50)).isEqualTo(10);
        assertThat(times.percentile(95)).isEqualTo(19);
        assertThat(times.percentile(100)).isEqualTo(20);
        assertThat(times.perSecond()).isEqualTo(10);
    }
}
