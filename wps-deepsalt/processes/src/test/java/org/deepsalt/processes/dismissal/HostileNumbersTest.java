/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.dismissal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.Requests;
import org.deepsalt.processes.WorldCatalog;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.estimate.EstimateSalinityProcess;
import org.deepsalt.processes.evaluate.EvaluateModelProcess;
import org.deepsalt.processes.models.DescribeModelProcess;
import org.deepsalt.processes.models.ListModelsProcess;
import org.deepsalt.processes.scenes.ImportEnmapSceneProcess;
import org.deepsalt.processes.scenes.SpectralProfileProcess;
import org.deepsalt.processes.statistics.SalinityStatisticsProcess;
import org.deepsalt.processes.train.TrainModelProcess;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geotools.api.util.InternationalString;
import org.geotools.api.util.ProgressListener;
import org.geotools.data.util.NullProgressListener;
import org.geotools.geometry.jts.JTS;
import org.geotools.process.ProcessException;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * Every parameter of every process with numbers that nobody means: each call ends within seconds, in a result or in a
 * refusal that is meant for people. Work that has begun with such a number is ended when it has read something.
 */
@Tag("slow")
class HostileNumbersTest {
    /** On a machine that does other things too; the slowest calls are printed. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int MANY = 1_000_000;
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final Map<String, Double> SLOWEST = new HashMap<>();
    private static final List<Double> DOUBLES =
            List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e308, -1e308, Double.MIN_VALUE);
    private static final List<Long> WHOLES = List.of(Long.MIN_VALUE, Long.MAX_VALUE, -1L, 0L);
    private static final List<String> TEXTS = List.of(
            "",
            "NaN",
            "1e308,-1e308",
            "4.9e-324 4.9e-324",
            "sand=-Infinity",
            "\0",
            "../../..",
            "x".repeat(MANY / 10),
            "1 ".repeat(MANY / 20));

    private static WorldCatalog catalog;

    @BeforeAll
    static void prepare() throws Exception {
        catalog = WorldCatalog.shared();
        Requests.trainOnce(catalog);
        Requests.Estimate request = Requests.estimate(catalog, 2);
        request.layer = "hostile map";
        ((ResultCoverage) request.run().get("coverage")).dispose(true);
        catalog.add("hostile map", catalog.published().get("hostile map").geoTiff());
    }

    @AfterAll
    static void tell() {
        SLOWEST.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(15)
                .forEach(call -> System.out.printf(Locale.ROOT, "%.2f s %s%n", call.getValue(), call.getKey()));
    }

    static Stream<DeepSaltProcess> processes() {
        WorldCatalog world = WorldCatalog.shared();
        return Stream.of(
                new EstimateSalinityProcess(world, Requests.SETTINGS),
                new TrainModelProcess(world, Requests.SETTINGS),
                new EvaluateModelProcess(world, Requests.SETTINGS),
                new SalinityStatisticsProcess(world, Requests.SETTINGS),
                new SpectralProfileProcess(world),
                new ImportEnmapSceneProcess(world, Requests.SETTINGS),
                new ListModelsProcess(world),
                new DescribeModelProcess(world));
    }

    private static Map<String, Object> usual() {
        Map<String, Object> usual = new HashMap<>();
        usual.put("enmap", "scene");
        usual.put("covariate", WorldCatalog.covariates());
        usual.put("model", Requests.MODEL);
        usual.put("ftir", "library");
        usual.put("samples", "samples");
        usual.put("ece", "hostile map");
        usual.put("point", new String[] {"-110 39"});
        usual.put("product", catalog.file("scene").getParent().toString());
        usual.put("layer", null);
        usual.put("overwrite", true);
        return usual;
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyParameterMayBeHostile(DeepSaltProcess process) throws IOException {
        long left = runs();
        int turn = 0;
        // A training has so many parameters that each gets a third of the values, every parameter another one.
        int step = process instanceof TrainModelProcess ? 3 : 1;
        for (Parameter parameter : NamedInputs.of(process)) {
            DescribeParameter described = parameter.getAnnotation(DescribeParameter.class);
            for (Object value : hostile(parameter.getType(), described.min() == 0)) {
                if (turn++ % step == 0) {
                    call(process, described.name(), value);
                }
            }
        }
        assertThat(runs()).as("results that are left").isEqualTo(left);
    }

    private static List<Object> hostile(Class<?> type, boolean optional) {
        List<Object> values = new ArrayList<>();
        if (optional) {
            values.add(null);
        }
        if (type == Double.class) {
            values.addAll(DOUBLES);
        } else if (type == Long.class) {
            values.addAll(WHOLES);
        } else if (type == Integer.class) {
            WHOLES.forEach(whole -> values.add((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, whole))));
        } else if (type == String.class) {
            values.addAll(TEXTS);
        } else if (type == String[].class) {
            values.add(new String[0]);
            TEXTS.forEach(text -> values.add(new String[] {text}));
            String[] many = new String[MANY / 10];
            Arrays.fill(many, "1e308");
            values.add(many);
        }
        return values;
    }

    /** The regions go to their end, since they are what loops run over. */
    @Test
    void everyRegionMayBeHostile() throws Exception {
        EstimateSalinityProcess process = new EstimateSalinityProcess(catalog, Requests.SETTINGS);
        for (Map.Entry<String, Geometry> region : regions().entrySet()) {
            Map<String, Object> inputs = usual();
            inputs.put("region", region.getValue());
            timed(process, "region " + region.getKey(), inputs, new NullProgressListener());
        }
    }

    @Test
    void everyZoneMayBeHostile() throws Exception {
        SalinityStatisticsProcess process = new SalinityStatisticsProcess(catalog, Requests.SETTINGS);
        for (Map.Entry<String, Geometry> region : regions().entrySet()) {
            for (String crs : List.of("EPSG:4326", "EPSG:32612")) {
                catalog.addZones(
                        "hostile zones", List.of(new Zone("1", region.getValue(), CRS.decode(crs, true), Map.of())));
                Map<String, Object> inputs = usual();
                inputs.put("zones", "hostile zones");
                timed(process, "zone " + region.getKey() + " in " + crs, inputs, new NullProgressListener());
            }
        }
    }

    @Test
    void everySampleMayBeHostile() {
        EvaluateModelProcess process = new EvaluateModelProcess(catalog, Requests.SETTINGS);
        PointFeature real = catalog.points("samples").get(0);
        for (double hostile : DOUBLES) {
            catalog.addPoints(
                    "hostile samples",
                    List.of(
                            real,
                            new PointFeature(hostile, real.latitude(), Map.of("ece", 1.0)),
                            new PointFeature(real.longitude(), hostile, Map.of("ece", 1.0)),
                            new PointFeature(real.longitude(), real.latitude(), Map.of("ece", hostile))));
            Map<String, Object> inputs = usual();
            inputs.put("samples", "hostile samples");
            timed(process, "samples at " + hostile, inputs, new NullProgressListener());
        }
    }

    private static Map<String, Geometry> regions() throws Exception {
        Geometry scene = sceneInDegrees();
        double west = scene.getEnvelopeInternal().getMinX();
        double south = scene.getEnvelopeInternal().getMinY();
        double width = scene.getEnvelopeInternal().getWidth();
        double height = scene.getEnvelopeInternal().getHeight();
        Map<String, Geometry> regions = new HashMap<>();
        for (double hostile : DOUBLES) {
            regions.put("to " + hostile, ring(west, south, hostile, south, hostile, hostile));
            regions.put("over " + hostile, ring(west, south, hostile, hostile, west, south + height));
        }
        regions.put("of no size", ring(west, south, west, south, west, south));
        regions.put("of a denormal size", ring(0, 0, Double.MIN_VALUE, 0, 0, Double.MIN_VALUE));
        regions.put("without a corner", GEOMETRIES.createPolygon());
        regions.put("of points", GEOMETRIES.createPoint(new Coordinate(west, south)));
        regions.put("with a million corners", circle(west + width / 2, south + height / 2, width / 2));
        regions.put("with a million teeth", comb(west, south, width, height, MANY));
        regions.put("with some thousand teeth", comb(west, south, width, height, 1_900));
        regions.put("of many parts", parts(west, south, width / 100, height / 100));
        regions.put("of the earth", ring(-180, -90, 180, -90, 180, 90));
        return regions;
    }

    private static Geometry sceneInDegrees() throws Exception {
        var reader = catalog.raster("scene").reader();
        return JTS.toGeometry(new org.geotools.geometry.jts.ReferencedEnvelope(reader.getOriginalEnvelope())
                .transform(DefaultGeographicCRS.WGS84, true));
    }

    private static Polygon ring(double... corners) {
        Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
        for (int i = 0; i < ring.length - 1; i++) {
            ring[i] = new Coordinate(corners[2 * i], corners[2 * i + 1]);
        }
        ring[ring.length - 1] = ring[0];
        return GEOMETRIES.createPolygon(ring);
    }

    private static Polygon circle(double x, double y, double radius) {
        double[] corners = new double[2 * MANY];
        for (int i = 0; i < MANY; i++) {
            corners[2 * i] = x + radius * Math.cos(2 * Math.PI * i / MANY);
            corners[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / MANY);
        }
        return ring(corners);
    }

    /** Each line from west to east crosses all teeth. */
    private static Polygon comb(double west, double south, double width, double height, int teeth) {
        double[] corners = new double[2 * teeth + 4];
        for (int i = 0; i < teeth; i++) {
            corners[2 * i] = west + width * i / teeth;
            corners[2 * i + 1] = i % 2 == 0 ? south : south + height;
        }
        corners[2 * teeth] = west + width;
        corners[2 * teeth + 1] = south - height;
        corners[2 * teeth + 2] = west;
        corners[2 * teeth + 3] = south - height;
        return ring(corners);
    }

    private static Geometry parts(double west, double south, double width, double height) {
        Polygon[] parts = new Polygon[100_000];
        for (int i = 0; i < parts.length; i++) {
            double x = west + width * (i % 1000) / 10;
            double y = south + height * i / 1000;
            parts[i] = ring(x, y, x + width, y, x, y + height);
        }
        return GEOMETRIES.createMultiPolygon(parts);
    }

    private static void call(DeepSaltProcess process, String name, Object value) {
        Map<String, Object> inputs = usual();
        if (process instanceof ImportEnmapSceneProcess) {
            inputs.put("layer", "hostile import");
        }
        inputs.put(name, value);
        String shown =
                value instanceof Object[] array ? array.length + " x " + Arrays.toString(firsts(array)) : "" + value;
        timed(
                process,
                name + "=" + shown.substring(0, Math.min(40, shown.length())).replace('\0', '?'),
                inputs,
                endedEarly());
    }

    private static Object[] firsts(Object[] array) {
        return Arrays.copyOf(array, Math.min(1, array.length));
    }

    /** Dismisses what has begun to compute. */
    private static ProgressListener endedEarly() {
        return new NullProgressListener() {
            private boolean begun;

            @Override
            public void setTask(InternationalString task) {
                begun |= Stream.of("loading", "reading samples on", "reading bare", "copying", "counting, 1")
                        .anyMatch(task.toString()::startsWith);
            }

            @Override
            public boolean isCanceled() {
                return begun;
            }
        };
    }

    private static void timed(
            DeepSaltProcess process, String what, Map<String, Object> inputs, ProgressListener listener) {
        String call = process.getClass().getSimpleName() + " " + what;
        long start = System.nanoTime();
        assertTimeoutPreemptively(LIMIT, () -> execute(process, call, inputs, listener), call);
        SLOWEST.put(call, (System.nanoTime() - start) / 1e9);
    }

    private static void execute(
            DeepSaltProcess process, String call, Map<String, Object> inputs, ProgressListener listener) {
        try {
            Object outcome = NamedInputs.run(process, inputs, listener);
            if (outcome instanceof Map<?, ?> outputs && outputs.get("coverage") instanceof ResultCoverage coverage) {
                Path file = coverage.file();
                coverage.dispose(true);
                catalog.discard(file);
            }
        } catch (RuntimeException e) {
            assertThat(e)
                    .as(call)
                    .isInstanceOfAny(ProcessException.class, CancelledException.class)
                    .satisfies(thrown ->
                            assertThat(thrown.getMessage()).isNotBlank().doesNotContain("Exception", "java.", "org."));
        }
    }

    private static long runs() throws IOException {
        try (Stream<Path> files = Files.list(catalog.results())) {
            return files.count();
        }
    }
}
