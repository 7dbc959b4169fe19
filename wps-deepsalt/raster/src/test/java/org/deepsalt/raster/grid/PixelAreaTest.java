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
    void inAProjectionAllPixelsAreAlike() throws FactoryException {
        Grid grid = new Grid(9, 9, new AffineTransform(30, 0, 0, -20, 5e5, 4e6), CRS.decode("EPSG:32612", true));
        assertThat(new PixelArea(grid).at(0, 0)).isEqualTo(600);
        assertThat(new PixelArea(grid).at(8, 8)).isEqualTo(600);
        assertThat(new PixelArea(grid).method()).contains("plane of EPSG:32612");
    }

    @Test
    void feetAreNotMetres() throws FactoryException {
        Grid grid = new Grid(9, 9, new AffineTransform(100, 0, 0, -100, 2e6, 7e6), CRS.decode("EPSG:2277", true));
        assertThat(new PixelArea(grid).at(0, 0)).isCloseTo(929.0341, within(1e-3));
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
