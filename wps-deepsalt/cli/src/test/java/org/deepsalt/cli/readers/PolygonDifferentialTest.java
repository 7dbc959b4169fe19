/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.Grid;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polygons of all kinds hold the pixels that GDAL burns. */
class PolygonDifferentialTest {
    private static final Path GDAL_RASTERIZE = Path.of("/usr/bin/gdal_rasterize");
    private static final int WIDTH = 61;
    private static final int HEIGHT = 53;
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @Test
    void aPixelBelongsToThePolygonThatHoldsItsCentre() throws Exception {
        assumeTrue(Files.isExecutable(GDAL_RASTERIZE), "gdal_rasterize is not installed (Debian's gdal-bin)");
        List<String> problems = new ArrayList<>();
        for (String kind : PolygonKinds.names()) {
            for (int seed = 0; seed < ROUNDS; seed++) {
                Path file = Files.writeString(
                        folder.resolve("field.geojson"), PolygonKinds.collection(kind, new Random(seed)));
                String differences = differences(held(file), burnt(file));
                if (!differences.isEmpty()) {
                    problems.add(kind + ", seed " + seed + ": " + differences);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    /** Kinds that hold nothing compare nothing. */
    @Test
    void everyKindHoldsPixels() throws IOException {
        for (String kind : PolygonKinds.names()) {
            Path file =
                    Files.writeString(folder.resolve("field.geojson"), PolygonKinds.collection(kind, new Random(1)));
            int count = 0;
            for (boolean one : held(file)) {
                count += one ? 1 : 0;
            }
            assertThat(count).as(kind).isBetween(1, WIDTH * HEIGHT - 1);
        }
    }

    private static boolean[] held(Path file) {
        double width = PolygonKinds.SIDE / WIDTH;
        double height = PolygonKinds.SIDE / HEIGHT;
        AffineTransform place =
                new AffineTransform(width, 0, 0, -height, PolygonKinds.WEST, PolygonKinds.SOUTH + PolygonKinds.SIDE);
        Grid grid = new Grid(WIDTH, HEIGHT, place, DefaultGeographicCRS.WGS84);
        boolean[] held = new boolean[WIDTH * HEIGHT];
        try (FileCatalog catalog = Paths.files()) {
            Zone zone = catalog.zones(file.toString()).get(0);
            Optional<RegionMask> mask = RegionMask.ifInside(grid, zone.geometry(), zone.crs(), Progress.SILENT);
            for (int i = 0; i < held.length && mask.isPresent(); i++) {
                held[i] = mask.get().contains(i % WIDTH, i / WIDTH);
            }
        }
        return held;
    }

    private boolean[] burnt(Path file) throws IOException, InterruptedException {
        Path image = folder.resolve("burnt.img");
        Files.deleteIfExists(image);
        List<String> command = new ArrayList<>(List.of(GDAL_RASTERIZE.toString(), "-q", "-of", "ENVI", "-ot", "Byte"));
        command.addAll(List.of("-burn", "1", "-a_srs", "EPSG:4326", "-ts", "" + WIDTH, "" + HEIGHT, "-te"));
        for (double bound : new double[] {
            PolygonKinds.WEST,
            PolygonKinds.SOUTH,
            PolygonKinds.WEST + PolygonKinds.SIDE,
            PolygonKinds.SOUTH + PolygonKinds.SIDE
        }) {
            command.add(String.format(Locale.ROOT, "%.9f", bound));
        }
        command.addAll(List.of(file.toString(), image.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gdal.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("gdal.log")))
                .isZero();
        byte[] bytes = Files.readAllBytes(image);
        boolean[] burnt = new boolean[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            burnt[i] = bytes[i] != 0;
        }
        return burnt;
    }

    private static String differences(boolean[] held, boolean[] burnt) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i] != burnt[i]) {
                all.add(i % WIDTH + " " + i / WIDTH + (held[i] ? " held" : " burnt"));
            }
        }
        return all.isEmpty() ? "" : all.size() + " pixels differ, " + all.subList(0, Math.min(5, all.size()));
    }
}
