/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes at the edges of the map, pixel by pixel against the exact transform. */
class GridMappingTest {
    /** 180 degrees east at 52 north lies at 705,967 m east in zone 60. */
    static final AffineTransform ACROSS = new AffineTransform(30, 0, 0, -30, 705_000, 5_764_000);

    private static final Window ALL = new Window(0, 0, 70, 50);

    static Grid utm(String crs, AffineTransform place) throws FactoryException {
        return new Grid(ALL.width(), ALL.height(), place, CRS.decode(crs, true));
    }

    private static Grid degrees(double west, double north, double pixel, int width, int height) {
        return new Grid(
                width, height, new AffineTransform(pixel, 0, 0, -pixel, west, north), DefaultGeographicCRS.WGS84);
    }

    @Test
    void bothSidesOfTheAntimeridianLieOnAMapOfTheEarth() throws Exception {
        Grid scene = utm("EPSG:32660", ACROSS);
        assertExact(scene, degrees(-180, 90, 0.01, 36000, 18000));
        double[] at = new GridMapping(scene, degrees(-180, 90, 0.01, 36000, 18000)).centres(ALL);
        assertThat(at[0]).isBetween(35998.0, 36000.0);
        assertThat(at[2 * 69]).isBetween(0.0, 2.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 36000", "170, 2000", "-190, 2000"})
    void mapsMayBeginAtAnyMeridian(double west, int width) throws Exception {
        assertExact(utm("EPSG:32660", ACROSS), degrees(west, 60, 0.01, width, 2000));
    }

    @Test
    void theNeighbouringZoneIsPlacedToo() throws Exception {
        assertExact(
                utm("EPSG:32660", ACROSS), utm("EPSG:32601", new AffineTransform(20, 0, 0, -20, 290_000, 5_770_000)));
        assertExact(
                utm("EPSG:32601", new AffineTransform(30, 0, 0, -30, 293_000, 5_764_000)),
                degrees(-180, 90, 0.01, 36000, 18000));
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:3413, 500000, -500000",
        "EPSG:3413, -1000, 700",
        "EPSG:3413, 0.1, 720",
        "EPSG:32661, 2000240, 2000700",
        "EPSG:32761, 1999000, 2000700",
        "EPSG:32633, 490000, 9230000"
    })
    void meridiansThatMeetAreFollowed(String crs, double x, double y) throws Exception {
        Grid scene = utm(crs, new AffineTransform(30, 0, 0, -30, x, y));
        assertExact(scene, degrees(-180, 90, 0.01, 36000, 18000));
        assertExact(scene, degrees(-180, 90, 0.5, 720, 360));
    }

    @Test
    void whatLiesOnTheOtherSideOfTheEarthIsNowhere() throws Exception {
        Grid scene = utm("EPSG:32633", new AffineTransform(30, 0, 0, -30, 490_000, 9_230_000));
        double[] at = new GridMapping(scene, utm("EPSG:32612", ACROSS)).centres(ALL);
        assertThat(at).containsOnly(Double.NaN);
        Grid south = degrees(-180, -85, 1, 360, 5);
        at = new GridMapping(south, utm("EPSG:3857", ACROSS)).centres(south.all());
        assertThat(at[at.length - 1]).isNotCloseTo(0, within(1e5));
    }

    @Test
    void aWindowHasNoSay() throws Exception {
        Grid scene = utm("EPSG:3413", new AffineTransform(30, 0, 0, -30, -1000, 700));
        GridMapping mapping = new GridMapping(scene, degrees(-180, 90, 0.01, 36000, 18000));
        double[] all = mapping.centres(ALL);
        for (Window part : ALL.tiles(13)) {
            double[] at = mapping.centres(part);
            for (int i = 0; i < part.pixels(); i++) {
                int pixel = (part.y() + i / part.width()) * ALL.width() + part.x() + i % part.width();
                assertThat(at[2 * i]).isEqualTo(all[2 * pixel]);
                assertThat(at[2 * i + 1]).isEqualTo(all[2 * pixel + 1]);
            }
        }
    }

    @Test
    void placesAreFoundFromBothSides() throws Exception {
        Grid scene = utm("EPSG:32660", ACROSS);
        GridPlace place = GridPlace.ofDegrees(scene);
        Extent extent = Extent.of(scene);
        double middle = (extent.south() + extent.north()) / 2;
        Window east = place.pixel(-179.99, middle).orElseThrow();
        assertThat(place.pixel(180.01, middle)).contains(east);
        Window west = place.pixel(179.99, middle).orElseThrow();
        assertThat(east.x() - west.x()).isBetween(44, 47);
        assertThat(place.pixel(0, middle)).isEmpty();
        Grid map = degrees(170, 60, 0.5, 40, 20);
        assertThat(GridPlace.ofDegrees(map).pixel(-179.9, 59.9)).contains(new Window(20, 0, 1, 1));
    }

    /** Transverse Mercator answers on the far side of the pole too, with a place on this side. */
    @Test
    void thePoleHasAFarSide() throws Exception {
        Grid scene = new Grid(
                9000, 9000, new AffineTransform(300, 0, 0, -300, -800_000, 11_300_000), CRS.decode("EPSG:32612", true));
        GridPlace place = GridPlace.ofDegrees(scene);
        assertThat(place.pixel(69, 84)).isEmpty();
        assertThat(place.pixel(-111, 84)).isPresent();
    }

    @Test
    void extentsTellWhereTheyCross() throws Exception {
        Extent across = Extent.of(utm("EPSG:32660", ACROSS));
        assertThat(across.west()).isCloseTo(179.985, within(1e-3));
        assertThat(across.east()).isCloseTo(-179.984, within(3e-3));
        assertThat(across.text()).startsWith("longitude 179.98").contains(" to -179.98");
        Extent pole = Extent.of(utm("EPSG:3413", new AffineTransform(30, 0, 0, -30, -1000, 700)));
        assertThat(pole.west()).isEqualTo(-180);
        assertThat(pole.east()).isEqualTo(180);
        assertThat(pole.north()).isEqualTo(90);
        assertThat(pole.south()).isBetween(89.98, 89.99);
        Extent plain = Extent.of(utm("EPSG:32612", new AffineTransform(30, 0, 0, -30, 500_000, 4_300_000)));
        assertThat(plain.west()).isCloseTo(-111, within(1e-9));
        assertThat(plain.east()).isBetween(-110.98, -110.97);
    }

    private static void assertExact(Grid scene, Grid map) throws Exception {
        CoordinateReferenceSystem degrees = DefaultGeographicCRS.WGS84;
        MathTransform toDegrees = CRS.findMathTransform(scene.crs(), degrees, true);
        MathTransform toMap = CRS.findMathTransform(degrees, map.crs(), true);
        double turn = Longitudes.turn(map.crs()) / map.toCrs().getScaleX();
        double[] at = new GridMapping(scene, map).centres(ALL);
        for (int i = 0; i < ALL.pixels(); i++) {
            Point2D expected = place(scene.centre(i % ALL.width(), i / ALL.width()), toDegrees, toMap);
            map.toCrs().inverseTransform(expected, expected);
            double off =
                    turn == 0 ? at[2 * i] - expected.getX() : Math.IEEEremainder(at[2 * i] - expected.getX(), turn);
            assertThat(off).as("column of pixel " + i).isCloseTo(0, within(0.08));
            assertThat(at[2 * i + 1]).as("row of pixel " + i).isCloseTo(expected.getY(), within(0.08));
            if (turn > 0) {
                assertThat(at[2 * i]).isBetween(0.0, turn);
            }
        }
    }

    private static Point2D place(Point2D from, MathTransform toDegrees, MathTransform toMap) throws TransformException {
        double[] at = {from.getX(), from.getY()};
        toDegrees.transform(at, 0, at, 0, 1);
        toMap.transform(at, 0, at, 0, 1);
        return new Point2D.Double(at[0], at[1]);
    }
}
