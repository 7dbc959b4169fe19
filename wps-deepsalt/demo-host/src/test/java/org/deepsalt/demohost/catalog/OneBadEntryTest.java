/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.deepsalt.demohost.Server;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.TestData;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The host starts and serves its other layers, whatever is wrong with one of them, and names that one. */
class OneBadEntryTest {
    private static final String STORE = "workspaces/sample/ece_truth/coveragestore.xml";
    private static final String COVERAGE = "workspaces/sample/ece_truth/ece_truth/coverage.xml";
    private static final String IMAGE = "data/sample-layers/truth/ece_truth.tif";
    private static final String POINTS = "data/sample-layers/samples/ece_samples.properties";

    @TempDir
    Path folder;

    private Path directory;

    @BeforeEach
    void makeTwoLayers() throws Exception {
        directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
        TestData.write(
                directory.resolve(IMAGE),
                SampleType.FLOAT32,
                "nan",
                "EPSG:32612",
                new String[] {"ece"},
                (b, x, y) -> 1);
        TestData.samples(directory.resolve("data/sample-layers/samples"));
    }

    private interface Damage {
        void to(Path directory) throws Exception;
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                bad("a lonely percent sign", replaced(STORE, "file:data", "file:100%zz"), COVERAGE, "write % as %25"),
                bad("a percent sign at the end", replaced(STORE, ".tif<", ".tif%<"), COVERAGE, "write % as %25"),
                bad("a zero character", replaced(STORE, ".tif<", "%00.tif<"), COVERAGE, "write % as %25"),
                bad("deep XML", written(COVERAGE, nested()), COVERAGE, "depth"),
                bad("deep XML of a store", written(STORE, nested()), STORE, "depth"),
                bad(
                        "much XML",
                        written(COVERAGE, "<coverage>" + " ".repeat(5 << 20) + "</coverage>"),
                        COVERAGE,
                        "bytes"),
                bad(
                        "a band without end",
                        replaced(COVERAGE, "EPSG:32612", "EPSG:-99999999999999"),
                        COVERAGE,
                        "EPSG:-9"),
                bad("a pipe for an image", pipe(IMAGE), COVERAGE, "a pipe, a socket or a device"),
                bad("a folder for an image", folder(IMAGE), COVERAGE, "a folder"),
                bad("a folder for points", folder(POINTS), "featuretype.xml", "a folder"),
                bad("a pipe for points", pipe(POINTS), "featuretype.xml", "a pipe, a socket or a device"),
                bad("a link to itself", link(IMAGE), COVERAGE, "there is no file"),
                bad(
                        "nested geometry",
                        written(POINTS, points("GEOMETRYCOLLECTION(".repeat(200_000))),
                        "featuretype.xml",
                        "more than 32 levels"),
                bad(
                        "huge coordinates",
                        written(POINTS, points("POINT (1e308 -1e308)")),
                        "featuretype.xml",
                        "wanted POINT (x y) with coordinates of the earth"),
                bad(
                        "no numbers",
                        written(POINTS, points("POINT (NaN NaN)")),
                        "featuretype.xml",
                        "wanted POINT (x y) with coordinates of the earth"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void theOthersAreServed(String what, Damage damage, String entry, String reason) throws Exception {
        damage.to(directory);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Server server = new Server(directory)) {
                boolean image = !entry.startsWith("workspaces");
                assertThat(server.catalog().layers())
                        .extracting(Layer::prefixedName)
                        .containsExactly(image ? "sample:ece_truth" : "sample:ece_samples");
                assertThat(server.catalog().warnings())
                        .anySatisfy(warning -> assertThat(warning).contains(entry, "is left out", reason));
            }
        });
    }

    /** What is above 32 levels is refused by our own word; what lies below is read. */
    @Test
    void geometriesInGeometriesAreNoPoints() throws Exception {
        written(POINTS, points("GEOMETRYCOLLECTION(".repeat(20) + "POINT (1 2)" + ")".repeat(20)))
                .to(directory);
        assertThat(String.join("\n", Catalog.open(directory).warnings())).contains("wanted POINT (x y)");
    }

    private static Arguments bad(String what, Damage damage, String entry, String reason) {
        return Arguments.of(what, damage, entry, reason);
    }

    private static String nested() {
        return "<a>".repeat(60_000) + "</a>".repeat(60_000);
    }

    private static String points(String place) {
        return "_=ece:Double,geom:Point:srid=4326\nece_samples.1=1|" + place + "\n";
    }

    private static Damage written(String file, String text) {
        return directory -> Files.writeString(directory.resolve(file), text);
    }

    private static Damage replaced(String file, String from, String to) {
        return directory -> {
            String text = Files.readString(directory.resolve(file));
            assertThat(text).contains(from);
            Files.writeString(directory.resolve(file), text.replace(from, to));
        };
    }

    private static Damage pipe(String file) {
        return directory -> {
            Files.delete(directory.resolve(file));
            assumeTrue(
                    new ProcessBuilder("mkfifo", directory.resolve(file).toString())
                                    .start()
                                    .waitFor()
                            == 0,
                    "named pipes cannot be made on this machine");
        };
    }

    private static Damage folder(String file) {
        return directory -> {
            Files.delete(directory.resolve(file));
            Files.createDirectory(directory.resolve(file));
        };
    }

    private static Damage link(String file) {
        return directory -> {
            Path path = directory.resolve(file);
            Files.delete(path);
            Files.createSymbolicLink(path, path);
        };
    }
}
