/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;

class CrsBoxTest {
    private static final double RADIUS = 6371007.181;
    private static final String SINUSOIDAL = """
            PROJCS["Sinusoidal", GEOGCS["sphere", DATUM["sphere", SPHEROID["sphere", 6371007.181, 0]],
            PRIMEM["Greenwich", 0], UNIT["degree", 0.0174532925199433]], PROJECTION["Sinusoidal"],
            PARAMETER["central_meridian", 0], PARAMETER["false_easting", 0], PARAMETER["false_northing", 0],
            UNIT["metre", 1], AXIS["x", EAST], AXIS["y", NORTH]]""";

    /** In this projection northings are latitudes, in radians times the radius. */
    @Test
    void latitudesOnASphereKeepTheirNumbers() throws Exception {
        CoordinateReferenceSystem crs = CRS.parseWKT(SINUSOIDAL);
        ReferencedEnvelope box = new ReferencedEnvelope(
                -100_000, 100_000, RADIUS * Math.toRadians(44), RADIUS * Math.toRadians(45), crs);
        ReferencedEnvelope degrees = CrsBox.transform(box, DefaultGeographicCRS.WGS84);
        assertThat(degrees.getMinY()).isCloseTo(44, within(1e-6));
        assertThat(degrees.getMaxY()).isCloseTo(45, within(1e-6));
        double widest = Math.toDegrees(100_000 / RADIUS) / Math.cos(Math.toRadians(45));
        assertThat(degrees.getMaxX()).isCloseTo(widest, within(1e-6));
        ReferencedEnvelope again = CrsBox.transform(degrees, crs);
        assertThat(again.getMinY()).isCloseTo(box.getMinY(), within(0.1));
        assertThat(again.getMaxY()).isCloseTo(box.getMaxY(), within(0.1));
    }

    @Test
    void otherBoxesAreThoseOfGeoTools() throws Exception {
        ReferencedEnvelope box =
                new ReferencedEnvelope(500_000, 600_000, 4_000_000, 4_100_000, CRS.decode("EPSG:32612", true));
        ReferencedEnvelope wanted = box.transform(DefaultGeographicCRS.WGS84, true, 20);
        assertThat(CrsBox.transform(box, DefaultGeographicCRS.WGS84).boundsEquals2D(wanted, 0))
                .isTrue();
    }
}
