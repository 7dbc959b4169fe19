/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.AffineTransform;
import java.util.Locale;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Longitudes;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.sampling.PixelCentres;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class RegionMaskTest {
    @Test
    void theWindowIsTheSmallestAroundTheCentres() throws Exception {
        Grid scene = scene("EPSG:32612", 100, 80, 500_000, 4_300_000);
        Geometry square =
                wkt("POLYGON((500310 4299900, 500360 4299900, 500360 4299820, 500310 4299820, 500310 4299900))");
        RegionMask mask = new RegionMask(scene, square, scene.crs(), Progress.SILENT);

        assertThat(mask.window()).isEqualTo(new Window(10, 3, 2, 3));
        assertThat(mask.contains(10, 3)).isTrue();
        assertThat(mask.contains(12, 3)).isFalse();
    }

    /** Both as RFC 7946 cuts it and as map clients count on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MULTIPOLYGON(((179.99 50, 180 50, 180 54, 179.99 54, 179.99 50)),"
                        + "((-180 50, -179.995 50, -179.995 54, -180 54, -180 50)))",
                "POLYGON((179.99 50, 180.005 50, 180.005 54, 179.99 54, 179.99 50))",
                "POLYGON((-180.01 50, -179.995 50, -179.995 54, -180.01 54, -180.01 50))",
                "POLYGON((539.99 50, 540.005 50, 540.005 54, 539.99 54, 539.99 50))"
            })
    void aRegionMayCrossTheAntimeridian(String region) throws Exception {
        Grid scene = scene("EPSG:32660", 70, 50, 705_000, 5_764_000);
        RegionMask mask = new RegionMask(scene, wkt(region), DefaultGeographicCRS.WGS84, Progress.SILENT);
        PixelCentres centres = new PixelCentres(scene);
        int inside = 0;
        for (int row = 0; row < 50; row++) {
            for (int column = 0; column < 70; column++) {
                double longitude = Longitudes.near(centres.of(column, row)[0], 180);
                boolean expected = longitude >= 179.99 && longitude <= 180.005;
                assertThat(mask.contains(column, row)).isEqualTo(expected);
                inside += expected ? 1 : 0;
            }
        }
        assertThat(inside).isBetween(1500, 2000);
        assertThat(mask.window().height()).isEqualTo(50);
    }

    @Test
    void anEdgeAroundTheOtherWayIsAskedAbout() throws Exception {
        Grid scene = scene("EPSG:32660", 70, 50, 705_000, 5_764_000);
        Geometry region = wkt("POLYGON((179.99 50, -179.995 50, -179.995 54, 179.99 54, 179.99 50))");
        assertThatThrownBy(() -> new RegionMask(scene, region, DefaultGeographicCRS.WGS84, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("from longitude 179.99 to -179.995, more than half around the earth")
                .hasMessageContaining("181 for -179");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:32660", "EPSG:32612", "EPSG:3413"})
    void theWholeEarthHoldsEveryScene(String crs) throws Exception {
        Grid scene = crs.equals("EPSG:3413") ? scene(crs, 70, 50, -1000, 700) : scene(crs, 70, 50, 705_000, 5_764_000);
        Geometry earth = wkt("POLYGON((-180 -90, 180 -90, 180 90, -180 90, -180 -90))");
        RegionMask mask = new RegionMask(scene, earth, DefaultGeographicCRS.WGS84, Progress.SILENT);
        assertThat(mask.window()).isEqualTo(scene.all());
        for (int pixel = 0; pixel < 3500; pixel++) {
            assertThat(mask.contains(pixel % 70, pixel / 70)).isTrue();
        }
    }

    @Test
    void aSliceOfThePoleIsASlice() throws Exception {
        Grid scene = scene("EPSG:3413", 80, 80, -1200, 1200);
        Geometry slice = wkt("POLYGON((-45 80, 45 80, 45 90, -45 90, -45 80))");
        RegionMask mask = new RegionMask(scene, slice, DefaultGeographicCRS.WGS84, Progress.SILENT);
        assertThat(mask.contains(45, 60)).isTrue();
        assertThat(mask.contains(40, 70)).isTrue();
        assertThat(mask.contains(39, 70)).isFalse();
        assertThat(mask.contains(60, 38)).isFalse();
        assertThat(mask.window()).isEqualTo(new Window(40, 40, 40, 40));
    }

    /** A parallel is no straight line in UTM: its middle lies almost 2 km south of the line between its ends here. */
    @Test
    void edgesAreStraightWhereTheRegionWasDrawn() throws Exception {
        Grid scene = scene("EPSG:32612", 4, 100, 500_000, 5_000_000);
        PixelCentres centres = new PixelCentres(scene);
        double edge = (centres.of(2, 49)[1] + centres.of(2, 50)[1]) / 2;
        Geometry region =
                wkt(String.format(Locale.ROOT, "POLYGON((-113 40, -109 40, -109 %1$f, -113 %1$f, -113 40))", edge));
        RegionMask mask = new RegionMask(scene, region, DefaultGeographicCRS.WGS84, Progress.SILENT);
        assertThat(mask.window()).isEqualTo(new Window(0, 50, 4, 50));
    }

    @Test
    void zonesElsewhereHaveNoMask() throws Exception {
        Grid scene = scene("EPSG:32660", 70, 50, 705_000, 5_764_000);
        assertThat(RegionMask.ifInside(
                        scene, wkt("POLYGON((0 50, 1 50, 1 54, 0 50))"), DefaultGeographicCRS.WGS84, Progress.SILENT))
                .isEmpty();
        Geometry far = wkt("POLYGON((500000 4000000, 501000 4000000, 501000 4001000, 500000 4000000))");
        assertThat(RegionMask.ifInside(scene, far, CRS.decode("EPSG:32612", true), Progress.SILENT))
                .isEmpty();
        assertThatThrownBy(() -> new RegionMask(scene, far, CRS.decode("EPSG:32612", true), Progress.SILENT))
                .hasMessageContaining("the region lies outside the scene, which covers longitude 179.985 to -179.98");
    }

    private static Grid scene(String crs, int width, int height, double x, double y) throws Exception {
        return new Grid(width, height, new AffineTransform(30, 0, 0, -30, x, y), CRS.decode(crs, true));
    }

    private static Geometry wkt(String text) throws Exception {
        return new WKTReader().read(text);
    }
}
