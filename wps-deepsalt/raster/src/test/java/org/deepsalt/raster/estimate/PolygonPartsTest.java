/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PolygonPartsTest {
    /** Numbers of pixels of a grid of 20 by 20 as gdal_rasterize of GDAL 3.6.2 burns them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "63 | MULTIPOLYGON(((2 18, 8 18, 8 12, 2 12, 2 18)), ((5 15, 11 15, 11 9, 5 9, 5 15)))",
                "50 | POLYGON((0 0, 10 10, 0 10, 10 0, 0 0))",
                "12 | POLYGON((0 0, 6 0, 6 2, 0 2, 0 0), (2 0, 3 0, 3 2, 2 2, 2 0), (8 0, 9 0, 9 2, 8 2, 8 0))",
                "0 | POLYGON((0 0.6, 20 0.6, 20 0.9, 0 0.9, 0 0.6))",
                "0 | POLYGON((1 1, 9 9, 1 1, 1 1))"
            })
    void pixelsAreThoseOfGdal(int pixels, String polygon) throws ParseException {
        assertThat(count(polygon)).isEqualTo(pixels);
    }

    @Test
    void theMiddleOfAPentagramIsOutside() throws ParseException {
        String star = "POLYGON((10 20, 4 1, 19 13, 1 13, 16 1, 10 20))";
        assertThat(new PolygonParts(wkt(star)).holds(10.5, 9.5)).isFalse();
        assertThat(new PolygonParts(wkt(star)).holds(10.5, 16.5)).isTrue();
    }

    @Test
    void neighboursShareNoPixelAndLeaveNoneOut() throws ParseException {
        String west = "POLYGON((0.5 0.5, 7.5 0.5, 12.5 10.5, 7.5 19.5, 0.5 19.5, 0.5 0.5))";
        String east = "POLYGON((7.5 0.5, 19.5 0.5, 19.5 19.5, 7.5 19.5, 12.5 10.5, 7.5 0.5))";
        String both = "POLYGON((0.5 0.5, 19.5 0.5, 19.5 19.5, 0.5 19.5, 0.5 0.5))";
        assertThat(count(west) + count(east)).isEqualTo(count(both)).isEqualTo(19 * 19);
        PolygonParts one = new PolygonParts(wkt(west));
        PolygonParts other = new PolygonParts(wkt(east));
        for (int i = 0; i < 400; i++) {
            assertThat(one.holds(i % 20 + 0.5, Math.floorDiv(i, 20) + 0.5)
                            && other.holds(i % 20 + 0.5, Math.floorDiv(i, 20) + 0.5))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POLYGON((-1e308 -1e308, 1e308 -1e308, 1e308 1e308, -1e308 -1e308))",
                "POLYGON((580000 4300000, 580300 4300000, 580300 4300300, 580000 4300000))",
                "POLYGON((39 -110, 39 -111, 40 -111, 39 -110))",
                "POLYGON((1e15 10, 1e15 11, 1e15 12, 1e15 10))"
            })
    void cornersBeyondTheEarthAreRefusedAtOnce(String polygon) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThatThrownBy(
                        () -> new RegionPolygon(wkt(polygon), DefaultGeographicCRS.WGS84))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("a corner of the region lies at ")
                .hasMessageContaining("give longitude before latitude"));
    }

    @Test
    void soAreThoseOfAPlane() throws Exception {
        CoordinateReferenceSystem utm = CRS.decode("EPSG:32612", true);
        Geometry huge = wkt("POLYGON((0 0, 1e300 0, 1e300 1e300, 0 0))");
        assertThatThrownBy(() -> new RegionPolygon(huge, utm))
                .hasMessageContaining("wanted coordinates of the earth in 1.0E9 units at most");
    }

    private static int count(String polygon) throws ParseException {
        PolygonParts parts = new PolygonParts(wkt(polygon));
        int pixels = 0;
        for (int i = 0; i < 400; i++) {
            pixels += parts.holds(i % 20 + 0.5, Math.floorDiv(i, 20) + 0.5) ? 1 : 0;
        }
        return pixels;
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader().read(text);
    }
}
