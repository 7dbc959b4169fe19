/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.dismissal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.files.Folders;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.evaluate.EvaluateModelProcess;
import org.deepsalt.processes.scenes.ImportEnmapSceneProcess;
import org.deepsalt.processes.scenes.SpectralProfileProcess;
import org.deepsalt.processes.statistics.SalinityStatisticsProcess;
import org.deepsalt.processes.train.TrainModelProcess;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geotools.api.util.ProgressListener;
import org.geotools.data.util.NullProgressListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that is dismissed at any moment ends soon and leaves nothing: no file, no model, no layer, no thread. */
@Tag("slow")
class DismissalTest {
    /** Times each process is dismissed; the torture of a host does it more often. */
    private static final int TIMES = Integer.getInteger("deepsalt.test.dismissals", 2);

    /** A second is promised for a machine that does nothing else, which the one that runs the tests may not be. */
    private static final double MOST_SECONDS = 10;

    private static WorldCatalog catalog;
    private static String[] points;

    private final Random random = new Random(64);

    private interface Work {
        Object run(ProgressListener listener);
    }

    private static final class Dismissal extends NullProgressListener {
        private volatile boolean dismissed;

        @Override
        public boolean isCanceled() {
            return dismissed;
        }
    }

    @BeforeAll
    static void prepare() {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        points = catalog.points("samples").stream()
                .map(point -> point.longitude() + " " + point.latitude())
                .toArray(String[]::new);
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.layer = "dismissal map";
        ((ResultCoverage) request.run().get("coverage")).dispose(true);
        catalog.add("dismissal map", catalog.published().remove("dismissal map").geoTiff());
    }

    @Test
    void anEstimation() throws Exception {
        dismiss("EstimateSalinity", 1500, listener -> {
            Requests.Estimate request = Requests.estimate(catalog, 2);
            request.listener = listener;
            request.layer = "dismissed";
            return request.run();
        });
    }

    @Test
    void aTraining() throws Exception {
        Map<String, Object> inputs = inputs();
        inputs.put("model", "dismissed");
        inputs.put("unlabelled", 4000);
        inputs.put("baselines", true);
        inputs.put("synthetic", true);
        dismiss(
                "TrainModel",
                20_000,
                listener -> NamedInputs.run(new TrainModelProcess(catalog, Requests.SETTINGS), inputs, listener));
    }

    @Test
    void anEvaluation() throws Exception {
        dismiss(
                "EvaluateModel",
                1500,
                listener -> NamedInputs.run(new EvaluateModelProcess(catalog, Requests.SETTINGS), inputs(), listener));
    }

    @Test
    void statistics() throws Exception {
        dismiss(
                "SalinityStatistics",
                100,
                listener ->
                        NamedInputs.run(new SalinityStatisticsProcess(catalog, Requests.SETTINGS), inputs(), listener));
    }

    @Test
    void profiles() throws Exception {
        dismiss(
                "SpectralProfile",
                1500,
                listener -> NamedInputs.run(new SpectralProfileProcess(catalog), inputs(), listener));
    }

    @Test
    void anImport() throws Exception {
        Map<String, Object> inputs = inputs();
        inputs.put("layer", "dismissed");
        dismiss(
                "ImportEnmapScene",
                300,
                listener -> NamedInputs.run(new ImportEnmapSceneProcess(catalog, Requests.SETTINGS), inputs, listener));
    }

    private static Map<String, Object> inputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("enmap", "scene");
        inputs.put("covariate", WorldCatalog.covariates());
        inputs.put("model", Requests.MODEL);
        inputs.put("ftir", "library");
        inputs.put("samples", "samples");
        inputs.put("ece", "dismissal map");
        inputs.put("point", points);
        inputs.put("product", catalog.file("scene").getParent().toString());
        inputs.put("seed", 5L);
        inputs.put("overwrite", true);
        return inputs;
    }

    private void dismiss(String process, int most, Work work) throws Exception {
        Set<String> before = left();
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Dismissal listener = new Dismissal();
            CompletableFuture<Object> running =
                    CompletableFuture.supplyAsync(() -> work.run(listener), command -> new Thread(command).start());
            TimeUnit.MILLISECONDS.sleep(random.nextInt(most));
            long start = System.nanoTime();
            listener.dismissed = true;
            boolean dismissed = ended(running);
            seconds.add((System.nanoTime() - start) / 1e9);
            if (!dismissed) {
                seconds.remove(seconds.size() - 1);
                clear(running.join());
            }
            assertThat(left()).as(process + ", dismissal " + (i + 1)).isEqualTo(before);
            assertThat(catalog.models().has("dismissed")).isFalse();
        }
        seconds.sort(null);
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %d of %d dismissed, seconds until it ended: %s",
                process,
                seconds.size(),
                TIMES,
                seconds));
        assertThat(seconds).allSatisfy(one -> assertThat(one).isLessThan(MOST_SECONDS));
    }

    /** Whether it was dismissed, and had not ended before. */
    private static boolean ended(CompletableFuture<Object> running) {
        try {
            running.join();
            return false;
        } catch (CompletionException e) {
            assertThat(e.getCause()).isInstanceOf(CancelledException.class);
            return true;
        }
    }

    private static void clear(Object outcome) throws IOException {
        if (outcome instanceof Map<?, ?> outputs && outputs.get("coverage") instanceof ResultCoverage coverage) {
            coverage.dispose(true);
        }
        var published = catalog.published().remove("dismissed");
        if (published != null) {
            catalog.discard(published.geoTiff());
        }
        if (catalog.models().has("dismissed")) {
            Folders.delete(catalog.results().resolveSibling("models").resolve("dismissed"));
        }
    }

    /** Files of results, models and whatever writing leaves. */
    private static Set<String> left() throws IOException {
        Set<String> left = new HashSet<>();
        for (String folder : List.of("results", "models")) {
            Path root = catalog.results().resolveSibling(folder);
            try (Stream<Path> files = Files.walk(root)) {
                files.map(Path::toString).forEach(left::add);
            }
        }
        return left;
    }
}
