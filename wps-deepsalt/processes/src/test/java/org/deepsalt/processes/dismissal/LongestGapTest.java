/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.dismissal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.evaluate.EvaluateModelProcess;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.scenes.ImportEnmapSceneProcess;
import org.deepsalt.processes.scenes.SpectralProfileProcess;
import org.deepsalt.processes.statistics.SalinityStatisticsProcess;
import org.deepsalt.processes.train.TrainModelProcess;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.deepsalt.world.WorldOptions;
import org.geotools.api.util.ProgressListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long each process works without looking whether it is dismissed: a measurement that takes minutes and wants a
 * machine that does nothing else. {@code -Ddeepsalt.test.gap=1000} runs it with that many milliseconds as the bound, on
 * data of the usual size with {@code -Ddeepsalt.test.gap.size=384 -Ddeepsalt.test.gap.spectra=3000
 * -Ddeepsalt.test.gap.samples=1000 -Ddeepsalt.test.gap.pixels=30000}.
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "deepsalt.test.gap", matches = "[0-9.]+")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LongestGapTest {
    private static final double MILLIS = Double.parseDouble(System.getProperty("deepsalt.test.gap", "1000"));
    private static final int SIZE = Integer.getInteger("deepsalt.test.gap.size", 128);
    private static final int SPECTRA = Integer.getInteger("deepsalt.test.gap.spectra", 500);
    private static final int SAMPLES = Integer.getInteger("deepsalt.test.gap.samples", 150);
    private static final int PIXELS = Integer.getInteger("deepsalt.test.gap.pixels", 3000);
    private static final String MODEL = "gaps";

    private static WorldCatalog catalog;
    private static ProcessSettings settings;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void makeWorld() throws IOException {
        catalog = WorldCatalog.make(new WorldOptions(1, SIZE, 3, SPECTRA, SAMPLES, folder.resolve("made/world")));
        settings = ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());
    }

    @Test
    @Order(1)
    void training() {
        LooksAtDismissal first = new LooksAtDismissal();
        train(false, first);
        print("TrainModel in a JVM that has yet to load its classes", first);
        LooksAtDismissal looks = new LooksAtDismissal();
        train(false, looks);
        check("TrainModel", looks);
    }

    private static void train(boolean baselines, ProgressListener listener) {
        Map<String, Object> inputs = inputs();
        inputs.put("unlabelled", PIXELS);
        inputs.put("laboratoryEpochs", 1);
        inputs.put("satelliteEpochs", 1);
        inputs.put("alignmentEpochs", 2);
        inputs.put("teacherEpochs", 5);
        inputs.put("studentEpochs", 5);
        inputs.put("baselines", baselines);
        inputs.put("synthetic", true);
        NamedInputs.run(new TrainModelProcess(catalog, settings), inputs, listener);
    }

    @Test
    @Order(2)
    void estimation() {
        LooksAtDismissal looks = new LooksAtDismissal();
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.model = MODEL;
        request.layer = "gaps";
        request.listener = looks;
        ((ResultCoverage) request.run().get("coverage")).dispose(true);
        catalog.add("map", catalog.published().get("gaps").geoTiff());
        check("EstimateSalinity", looks);
    }

    @Test
    @Order(3)
    void evaluation() {
        LooksAtDismissal looks = new LooksAtDismissal();
        NamedInputs.run(new EvaluateModelProcess(catalog, settings), inputs(), looks);
        check("EvaluateModel", looks);
    }

    @Test
    @Order(4)
    void statistics() {
        LooksAtDismissal looks = new LooksAtDismissal();
        NamedInputs.run(new SalinityStatisticsProcess(catalog, settings), inputs(), looks);
        check("SalinityStatistics", looks);
    }

    @Test
    @Order(5)
    void profiles() {
        LooksAtDismissal looks = new LooksAtDismissal();
        String[] points = catalog.points("samples").stream()
                .map(point -> point.longitude() + " " + point.latitude())
                .limit(1000)
                .toArray(String[]::new);
        Map<String, Object> inputs = inputs();
        inputs.put("point", points);
        NamedInputs.run(new SpectralProfileProcess(catalog), inputs, looks);
        check("SpectralProfile", looks);
    }

    @Test
    @Order(6)
    void anImport() throws IOException {
        Path zip = zip(folder.resolve("scene.zip"));
        LooksAtDismissal looks = new LooksAtDismissal();
        Map<String, Object> inputs = inputs();
        inputs.put("product", zip.toString());
        inputs.put("layer", "imported");
        NamedInputs.run(new ImportEnmapSceneProcess(catalog, Requests.SETTINGS), inputs, looks);
        check("ImportEnmapScene", looks);
    }

    @Test
    @Order(7)
    void baselines() {
        LooksAtDismissal looks = new LooksAtDismissal();
        train(true, looks);
        check("TrainModel with baselines", looks);
    }

    private static Map<String, Object> inputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("enmap", "scene");
        inputs.put("covariate", WorldCatalog.covariates());
        inputs.put("model", MODEL);
        inputs.put("ftir", "library");
        inputs.put("samples", "samples");
        inputs.put("ece", "map");
        inputs.put("seed", 5L);
        inputs.put("overwrite", true);
        return inputs;
    }

    private static Path zip(Path target) throws IOException {
        Path product = catalog.file("scene").getParent();
        try (OutputStream file = Files.newOutputStream(target);
                ZipOutputStream archive = new ZipOutputStream(file);
                Stream<Path> files = Files.list(product)) {
            for (Path entry : files.toList()) {
                archive.putNextEntry(new ZipEntry(entry.getFileName().toString()));
                Files.copy(entry, archive);
                archive.closeEntry();
            }
        }
        return target;
    }

    private static void check(String process, LooksAtDismissal looks) {
        List<LooksAtDismissal.Gap> longest = print(process, looks);
        assertThat(longest.get(0).millis()).as(process + ": " + longest.get(0)).isLessThan(MILLIS);
    }

    private static List<LooksAtDismissal.Gap> print(String process, LooksAtDismissal looks) {
        List<LooksAtDismissal.Gap> longest = looks.done().longest(12);
        System.out.println(process + ": " + looks.looks() + " looks");
        longest.forEach(gap -> System.out.println("  " + gap));
        return longest;
    }
}
