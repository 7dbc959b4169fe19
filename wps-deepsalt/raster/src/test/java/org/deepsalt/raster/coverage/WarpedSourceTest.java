/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.nio.file.Path;
import org.deepsalt.raster.TestImage;
import org.deepsalt.raster.coverage.WarpedSource.Sampling;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Longitudes;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.sampling.PixelCentres;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Covariates on other grids, whose values tell where they were taken from. */
class WarpedSourceTest {
    private static final Window ALL = new Window(0, 0, 70, 50);

    @TempDir
    Path folder;

    @Test
    void aMapOfTheEarthHasNoEdgeAtTheAntimeridian() throws Exception {
        TestImage map = earth();
        map.values = (band, column, row) -> 100 * Math.abs(column - 179.5f);
        float[] values = warped(map, scene("EPSG:32660", 705_000, 5_764_000), Sampling.BILINEAR);
        // Columns 0 and 359 hold 17950, and so does all that lies between their centres.
        assertThat(values).containsOnly(17950);
    }

    @Test
    void betweenTheLastColumnAndTheFirstIsInterpolated() throws Exception {
        TestImage map = earth();
        map.values = (band, column, row) -> column == 0 ? 1000 : column == 359 ? 2000 : -32768;
        Grid scene = scene("EPSG:32660", 705_000, 5_764_000);
        PixelCentres centres = new PixelCentres(scene);
        float[] values = warped(map, scene, Sampling.BILINEAR);
        for (int i = 0; i < values.length; i++) {
            double longitude = Longitudes.near(centres.of(i % 70, i / 70)[0], 180);
            assertThat((double) values[i]).isCloseTo(1500 - 1000 * (longitude - 180), within(1.0));
        }
    }

    @Test
    void mapsMayCountOnBeyondTheAntimeridian() throws Exception {
        TestImage map = earth();
        map.width = 20;
        map.place = new AffineTransform(1, 0, 0, -1, 170, 90);
        map.values = (band, column, row) -> column;
        Grid scene = scene("EPSG:32660", 705_000, 5_764_000);
        float[] values = warped(map, scene, Sampling.NEAREST);
        assertThat(values[0]).isEqualTo(9);
        assertThat(values[69]).isEqualTo(10);
    }

    @Test
    void aMapThatEndsAtTheAntimeridianCoversHalf() throws Exception {
        TestImage map = earth();
        map.width = 10;
        map.place = new AffineTransform(1, 0, 0, -1, 170, 90);
        Grid scene = scene("EPSG:32660", 705_000, 5_764_000);
        float[] values = warped(map, scene, Sampling.NEAREST);
        assertThat(values[0]).isEqualTo(1009);
        assertThat(values[69]).isNaN();
        GeoTiffReader reader =
                new GeoTiffReader(map.write(folder.resolve("half.tif")).toFile());
        assertThat(Overlap.share(scene, RasterSource.gridOf(reader))).isBetween(0.4, 0.6);
        reader.dispose();
    }

    @Test
    void allMeridiansMeetAtThePole() throws Exception {
        TestImage map = earth();
        map.values = (band, column, row) -> row == 0 ? column : -32768;
        Grid scene = scene("EPSG:3413", -1050, 750);
        PixelCentres centres = new PixelCentres(scene);
        float[] values = warped(map, scene, Sampling.NEAREST);
        for (int i = 0; i < values.length; i++) {
            int column = Math.floorMod((int) Math.floor(centres.of(i % 70, i / 70)[0] + 180), 360);
            assertThat(values[i]).isEqualTo(column);
        }
    }

    @Test
    void windowsHaveNoSayAtTheEdges() throws Exception {
        TestImage map = earth();
        map.values = (band, column, row) -> 7 * column + row;
        for (Grid scene : new Grid[] {scene("EPSG:32660", 705_000, 5_764_000), scene("EPSG:3413", -1050, 750)}) {
            GeoTiffReader reader =
                    new GeoTiffReader(map.write(folder.resolve("map.tif")).toFile());
            try (RasterSource source = RasterSource.open("map", reader)) {
                WarpedSource warped = new WarpedSource(source, new int[] {0}, scene, Sampling.BILINEAR);
                float[] all = warped.read(ALL);
                for (Window part : ALL.tiles(17)) {
                    float[] values = warped.read(part);
                    for (int i = 0; i < values.length; i++) {
                        int pixel = (part.y() + i / part.width()) * 70 + part.x() + i % part.width();
                        assertThat(values[i]).isEqualTo(all[pixel]);
                    }
                }
            } finally {
                reader.dispose();
            }
        }
    }

    @Test
    void gridsMayBeRotated() throws Exception {
        TestImage map = new TestImage();
        map.width = 200;
        map.height = 200;
        map.bands = 1;
        double turned = Math.toRadians(30);
        map.place = new AffineTransform(
                20 * Math.cos(turned),
                20 * Math.sin(turned),
                20 * Math.sin(turned),
                -20 * Math.cos(turned),
                498_000,
                4_300_000);
        map.values = (band, column, row) -> 100 * column + row;
        Grid scene = scene("EPSG:32612", 500_000, 4_300_000);
        float[] values = warped(map, scene, Sampling.NEAREST);
        for (int i = 0; i < values.length; i++) {
            Point2D at = map.place.inverseTransform(scene.centre(i % 70, i / 70), null);
            assertThat(values[i]).isEqualTo(100 * (int) at.getX() + (int) at.getY());
        }
    }

    /**
     * Of the four pixels around a place those without a value have no weight; without the one below it there is none.
     */
    @Test
    void anyNoDataValueIsPassedOver() throws Exception {
        TestImage map = new TestImage();
        map.width = 80;
        map.height = 60;
        map.bands = 1;
        map.noData = "-1";
        map.place = new AffineTransform(30, 0, 0, -30, 499_985, 4_300_015);
        map.values = (band, column, row) -> column % 10 == 5 ? -1 : 700;
        float[] values = warped(map, scene("EPSG:32612", 500_000, 4_300_000), Sampling.BILINEAR);
        float[] expected = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            expected[i] = (i % 70 + 1) % 10 == 5 ? Float.NaN : 700;
        }
        assertThat(values).isEqualTo(expected);
    }

    private static TestImage earth() {
        TestImage map = new TestImage();
        map.width = 360;
        map.height = 180;
        map.bands = 1;
        map.crs = "EPSG:4326";
        map.place = new AffineTransform(1, 0, 0, -1, -180, 90);
        return map;
    }

    private float[] warped(TestImage map, Grid scene, Sampling sampling) throws Exception {
        GeoTiffReader reader =
                new GeoTiffReader(map.write(folder.resolve("map.tif")).toFile());
        try (RasterSource source = RasterSource.open("map", reader)) {
            return new WarpedSource(source, new int[] {0}, scene, sampling).read(ALL);
        } finally {
            reader.dispose();
        }
    }

    private static Grid scene(String crs, double x, double y) throws Exception {
        return new Grid(ALL.width(), ALL.height(), new AffineTransform(30, 0, 0, -30, x, y), CRS.decode(crs, true));
    }
}
