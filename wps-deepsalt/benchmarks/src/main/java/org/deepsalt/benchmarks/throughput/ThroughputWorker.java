/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.throughput;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.deepsalt.demohost.DataDirectoryLayers;
import org.deepsalt.demohost.Scratch;
import org.deepsalt.demohost.Settings;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.local.registry.InputReader;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geotools.api.feature.type.Name;
import org.geotools.data.util.NullProgressListener;

/** The JVM that is measured: it estimates a scene once, unmeasured, and then case after case. */
final class ThroughputWorker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Job job;

    /** Estimations at once, and the threads that they have together. */
    record Case(int scenes, int threads) {}

    /**
     * What is wanted.
     *
     * @param dataDirectory where the model is
     * @param inputs of each estimation, {@code NAME=VALUE}
     */
    record Job(String dataDirectory, List<String> inputs, List<Case> cases, int repeats) {}

    /**
     * What came of a case.
     *
     * @param seconds from the start of the first estimation to the end of the last, repeat after repeat
     * @param waits seconds that threads waited for locks, all threads and repeats together, by the locks' classes
     */
    record Told(Case asked, List<Double> seconds, Map<String, Double> waits) {}

    private ThroughputWorker(Job job) {
        this.job = job;
    }

    /** Reads a {@link Job} from the first file and writes an array of {@link Told} to the second. */
    public static void main(String[] files) throws Exception {
        Job job = JSON.readValue(Path.of(files[0]).toFile(), Job.class);
        JSON.writeValue(Path.of(files[1]).toFile(), new ThroughputWorker(job).measure());
        System.exit(0);
    }

    private List<Told> measure() throws IOException, InterruptedException, ExecutionException {
        List<Told> all = new ArrayList<>();
        seconds(new Case(1, Runtime.getRuntime().availableProcessors()));
        for (Case one : job.cases) {
            List<Double> seconds = new ArrayList<>();
            try (LockWaits waits = new LockWaits()) {
                for (int i = 0; i < job.repeats; i++) {
                    seconds.add(seconds(one));
                }
                all.add(new Told(one, seconds, waits.seconds()));
            }
        }
        return all;
    }

    private double seconds(Case asked) throws InterruptedException, ExecutionException {
        Path data = Path.of(job.dataDirectory);
        EngineSettings engine = Settings.engine().withThreadsPerCall(1);
        ProcessLimits usual = ProcessLimits.defaults();
        ProcessLimits limits = new ProcessLimits(asked.threads, usual.maxPixels(), usual.maxTrainingPixels());
        ProcessSettings settings = ProcessSettings.of(limits, engine);
        ExecutorService callers = Executors.newFixedThreadPool(asked.scenes);
        try (FileCatalog catalog = new FileCatalog(
                        new DataDirectoryLayers(Catalog.openUnread(data), Scratch.of(data)), settings.archives());
                ProcessRegistry processes = new ProcessRegistry(catalog, settings)) {
            CountDownLatch begin = new CountDownLatch(1);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < asked.scenes; i++) {
                running.add(callers.submit(() -> {
                    begin.await();
                    estimate(processes, catalog);
                    return null;
                }));
            }
            long start = System.nanoTime();
            begin.countDown();
            for (Future<?> one : running) {
                one.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            callers.shutdownNow();
        }
    }

    private void estimate(ProcessRegistry processes, FileCatalog catalog) {
        Name name = processes.find("EstimateSalinity").orElseThrow();
        List<Given> given = job.inputs.stream()
                .map(text -> new Given(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1)))
                .toList();
        Map<String, Object> outputs = processes
                .create(name)
                .execute(
                        new InputReader(processes.getParameterInfo(name)).read(new ArrayList<>(given)),
                        new NullProgressListener());
        ResultCoverage coverage = (ResultCoverage) Objects.requireNonNull(outputs.get("coverage"));
        coverage.dispose(true);
        catalog.discard(coverage.file());
    }
}
