/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;

class PixelAreaTest {
    /** Surface of the WGS 84 ellipsoid in square metres. */
    private static final double EARTH = 510_065_621_724_000.0;

    @Test
    void allPixelsOfTheEarthTogetherAreTheEarth() {
        Grid grid = new Grid(360, 180, new AffineTransform(1, 0, 0, -1, -180, 90), DefaultGeographicCRS.WGS84);
        PixelArea areas = new PixelArea(grid);
        double sum = 0;
        for (int row = 0; row < 180; row++) {
            sum += 360 * areas.at(0, row);
        }
        assertThat(sum).isCloseTo(EARTH, within(2e-5 * EARTH));
    }

    /** A degree of the equator is 111,319.491 m, one of the meridian there 110,574.3 m. */
    @Test
    void aPixelAtTheEquator() {
        Grid grid = new Grid(10, 1, new AffineTransform(0.001, 0, 0, -0.001, 0, 0.0005), DefaultGeographicCRS.WGS84);
        assertThat(new PixelArea(grid).at(3, 0)).isCloseTo(111.319491 * 110.5743, within(0.05));
        assertThat(new PixelArea(grid).method()).contains("ellipsoid");
    }

    @Test
    void inUtmAllPixelsAreAlike() throws FactoryException {
        Grid grid = new Grid(9, 9, new AffineTransform(30, 0, 0, -20, 5e5, 4e6), CRS.decode("EPSG:32612", true));
        assertThat(new PixelArea(grid).at(0, 0)).isEqualTo(600);
        assertThat(new PixelArea(grid).at(8, 8)).isEqualTo(600);
        assertThat(new PixelArea(grid).method()).contains("plane of EPSG:32612");
    }

    @Test
    void feetAreNotMetres() throws FactoryException {
        Grid grid = new Grid(9, 9, new AffineTransform(100, 0, 0, -100, 6e5, 1e6), CRS.decode("EPSG:2236", true));
        assertThat(new PixelArea(grid).at(0, 0)).isCloseTo(929.0341, within(1e-3));
    }

    /** Snyder 1987, equation 15-36 of the polar stereographic scale, gives 0.9733 at 83 degrees north. */
    @Test
    void planesThatAreFarOffAreNotMeasuredIn() throws FactoryException {
        for (String[] planes : new String[][] {
            {"EPSG:3857", "EPSG:32612", "-12356463", "4721671"}, {"EPSG:3413", "EPSG:32633", "500000", "-500000"},
        }) {
            double x = Double.parseDouble(planes[2]);
            double y = Double.parseDouble(planes[3]);
            Grid grid = new Grid(4, 4, new AffineTransform(30, 0, 0, -30, x, y), CRS.decode(planes[0], true));
            CrsPath toDegrees = new CrsPath(grid.crs(), DefaultGeographicCRS.WGS84, 0);
            double[] corners = {x, y, x + 30, y, x + 30, y - 30, x, y - 30};
            toDegrees.transform(corners);
            new CrsPath(DefaultGeographicCRS.WGS84, CRS.decode(planes[1], true), 1).transform(corners);
            double inUtm = 0;
            for (int i = 0; i < 4; i++) {
                int next = (i + 1) % 4;
                inUtm += (corners[2 * i] * corners[2 * next + 1] - corners[2 * next] * corners[2 * i + 1]) / 2;
            }
            PixelArea areas = new PixelArea(grid);
            assertThat(areas.at(0, 0)).isCloseTo(Math.abs(inUtm), within(1e-3 * Math.abs(inUtm)));
            assertThat(areas.at(0, 0)).isNotCloseTo(900, within(20.0));
            assertThat(areas.method()).contains("ellipsoid");
        }
    }

    @Test
    void aPoleIsAPlaceLikeOthers() throws FactoryException {
        Grid grid = new Grid(9, 9, new AffineTransform(30, 0, 0, -30, -135, 135), CRS.decode("EPSG:3413", true));
        PixelArea areas = new PixelArea(grid);
        double scale = (1 + Math.sin(Math.toRadians(70))) / 2;
        double expected = 900 / (scale * scale);
        assertThat(areas.at(4, 4)).isCloseTo(expected, within(2.0));
        assertThat(areas.at(0, 8)).isCloseTo(areas.at(4, 4), within(1e-3));
    }

    @Test
    void withoutACrsThereAreNoAreas() {
        for (CoordinateReferenceSystem none :
                new CoordinateReferenceSystem[] {null, DefaultEngineeringCRS.CARTESIAN_2D}) {
            Grid grid = new Grid(1, 1, new AffineTransform(), none);
            assertThatThrownBy(() -> new PixelArea(grid))
                    .isInstanceOf(DeepSaltException.class)
                    .hasMessageContaining("without a coordinate reference system has no areas");
        }
    }
}
