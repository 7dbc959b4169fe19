/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.tiles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deepsalt.model.DeepSaltException;

/** Draws distinct tiles of a layer, one after the other and several at once. */
final class TileBenchmark {
    /** A server that has just been started draws its first pictures slowly; they say nothing of the others. */
    private static final int WARM_UPS = 40;

    private final WmsLayer layer;
    private final int count;
    private final int clients;

    /**
     * Times of requests.
     *
     * @param millis from a request to the last byte of its answer, ascending
     * @param seconds from the first request to the last answer
     */
    record Times(double[] millis, double seconds) {
        /** The time that so many percent of the requests did not exceed. */
        double percentile(int percent) {
            int place = (int) Math.ceil(percent / 100.0 * millis.length) - 1;
            return millis[Math.max(0, place)];
        }

        double perSecond() {
            return millis.length / seconds;
        }
    }

    /**
     * What was measured.
     *
     * @param firstMillis of the very first request
     * @param alone one request after the other
     * @param together several at once
     */
    record Figures(int lowestZoom, int highestZoom, double firstMillis, Times alone, Times together) {}

    /**
     * Prepares a measurement.
     *
     * @param count of tiles each time
     * @param clients that ask at once the second time
     */
    TileBenchmark(WmsLayer layer, int count, int clients) {
        this.layer = layer;
        this.count = count;
        this.clients = clients;
    }

    /**
     * Measures.
     *
     * @throws DeepSaltException if the server does not draw the layer, or the layer is too small for so many tiles
     */
    Figures run() throws InterruptedException {
        List<MapTile> tiles = MapTile.of(layer.box(), WARM_UPS + 2 * count);
        if (tiles.size() < WARM_UPS + 2 * count) {
            throw new DeepSaltException("the layer has " + tiles.size() + " tiles down to the finest zoom, wanted "
                    + (WARM_UPS + 2 * count) + ": ask for fewer with --count");
        }
        Times warmUps = times(tiles.subList(0, 1), 1);
        times(tiles.subList(1, WARM_UPS), 1);
        return new Figures(
                tiles.stream().mapToInt(MapTile::zoom).min().orElseThrow(),
                tiles.stream().mapToInt(MapTile::zoom).max().orElseThrow(),
                warmUps.percentile(100),
                times(tiles.subList(WARM_UPS, WARM_UPS + count), 1),
                times(tiles.subList(WARM_UPS + count, tiles.size()), clients));
    }

    private Times times(List<MapTile> tiles, int atOnce) throws InterruptedException {
        Queue<MapTile> waiting = new ConcurrentLinkedQueue<>(tiles);
        ExecutorService pool = Executors.newFixedThreadPool(atOnce);
        long start = System.nanoTime();
        try {
            List<Callable<List<Double>>> asking = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                asking.add(() -> drawn(waiting));
            }
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> one : pool.invokeAll(asking)) {
                millis.addAll(one.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double[] sorted = millis.stream().mapToDouble(one -> one).toArray();
            Arrays.sort(sorted);
            return new Times(sorted, seconds);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DeepSaltException known
                    ? known
                    : new DeepSaltException("the tiles cannot be drawn: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Double> drawn(Queue<MapTile> waiting) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (MapTile tile = waiting.poll(); tile != null; tile = waiting.poll()) {
            long start = System.nanoTime();
            layer.draw(tile);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }
}
