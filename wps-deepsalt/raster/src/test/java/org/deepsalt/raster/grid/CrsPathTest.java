/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places against those of PROJ 9.1, asked through GDAL 3.6.2. */
class CrsPathTest {
    private static final String SPHERE = "GEOGCS[\"unknown\", DATUM[\"unknown\", SPHEROID[\"unknown\", %s, 0]],"
            + " PRIMEM[\"Greenwich\", 0], UNIT[\"degree\", 0.0174532925199433]]";

    @ParameterizedTest
    @CsvSource({
        "EPSG:6931, -3120213.0082268827, 1142024.9572221283, -110.10306294930068, 59.88083418944267",
        "EPSG:3857, -12255143.987260092, 4731671.572580108, -110.08983152841193, 39.069777762303595",
        "EPSG:3785, -12255143.987260092, 4731671.572580108, -110.08983152841193, 39.069777762303595",
        "EPSG:3408, -3109097.1428653267, 1137979.1031124112, -110.10343118438615, 59.88060397276913",
        "EPSG:2163, -872753.3319455676, -604891.269982946, -110.12830098089741, 39.078354242880515",
        "EPSG:5070, -1206886.0902242342, 1873230.6979357593, -110.13252940364625, 39.075087410632634",
        "EPSG:3413, -1490797.7116373011, -680507.3131148708, -110.46463308190839, 74.9555929815498",
        "EPSG:28992, 145876.81394940955, 466861.6182695369, 5.253786746576397, 52.18980492088827",
        "EPSG:2056, 2632695.4201549254, 1215590.522287224, 7.869241437239861, 47.09051629345954",
        "EPSG:2236, 948987.7182401888, 1003269.9619469828, -80.10002342186395, 27.090922492257075",
        "Sinusoidal 6371007.181, -9515626.413541865, 4346607.02708944, -110.25599709207354, 39.08993205922598",
        "Mercator_1SP 6378137, -12255143.987260092, 4731671.572580108, -110.08983152841193, 39.069777762303595"
    })
    void aPlaceIsWhereProjHasIt(String crs, double x, double y, double longitude, double latitude)
            throws FactoryException {
        double[] at = {x, y};
        new CrsPath(crs(crs), DefaultGeographicCRS.WGS84, 1).transform(at);
        double east = (at[0] - longitude) * 111_320 * Math.cos(Math.toRadians(latitude));
        assertThat(Math.hypot(east, (at[1] - latitude) * 111_320)).isLessThan(0.1);
        new CrsPath(DefaultGeographicCRS.WGS84, crs(crs), 1e-4).transform(at);
        assertThat(Math.hypot(at[0] - x, at[1] - y)).isLessThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:4267", "EPSG:26712", "EPSG:9311", "EPSG:4230", "EPSG:28411", "EPSG:4610"})
    void aDatumWhoseShiftDependsOnThePlaceIsRefused(String code) throws FactoryException {
        CoordinateReferenceSystem crs = CRS.decode(code, true);
        assertThatThrownBy(() -> new CrsPath(crs, DefaultGeographicCRS.WGS84, 1))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("'" + code + "' is on the datum")
                .hasMessageContaining("gdalwarp -t_srs");
        assertThat(new CrsPath(crs, CRS.decode(code, true), 1).isIdentity()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:3410", "EPSG:2065"})
    void aProjectionThatLedElsewhereIsRefused(String code) throws FactoryException {
        CoordinateReferenceSystem crs = CRS.decode(code, true);
        assertThatThrownBy(() -> new CrsPath(DefaultGeographicCRS.WGS84, crs, 1))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("'" + code + "' has the projection");
    }

    private static CoordinateReferenceSystem crs(String text) throws FactoryException {
        if (text.startsWith("EPSG")) {
            return CRS.decode(text, true);
        }
        String[] words = text.split(" ", -1);
        return CRS.parseWKT("PROJCS[\"unknown\", " + SPHERE.formatted(words[1]) + ", PROJECTION[\"" + words[0]
                + "\"], PARAMETER[\"central_meridian\", 0], UNIT[\"metre\", 1]]");
    }
}
