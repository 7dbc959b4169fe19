/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.cli.readers.RasterKinds.Kind;

/** Kinds of rasters in many coordinate reference systems, those that are refused among them. */
final class CrsKinds {
    private static final String HOMOLOSINE = "PROJCS[\"Interrupted_Goode_Homolosine\",GEOGCS[\"GCS_WGS_1984\","
            + "DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Goode_Homolosine\"],PARAMETER[\"False_Easting\",0.0],"
            + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Option\",1.0],"
            + "UNIT[\"Meter\",1.0]]";
    private static final String MOLLWEIDE = HOMOLOSINE
            .replace("Goode_Homolosine\"]", "Mollweide\"]")
            .replace("Interrupted_Goode_Homolosine", "World_Mollweide")
            .replace("PARAMETER[\"Option\",1.0],", "");

    private static final double MAJOR = 6378137;
    private static final double MINOR = 6356752.314245;

    private final List<Kind> kinds = new ArrayList<>();

    private CrsKinds() {}

    static List<Kind> all() {
        CrsKinds all = new CrsKinds();
        all.add();
        return all.kinds;
    }

    private void add() {
        at("UTM 12 N", TestCrs.projected(32612, 412_000, 4_500_000));
        at("UTM 33 S", TestCrs.projected(32733, 500_000, 6_300_000));
        at("longitude and latitude", TestCrs.geographic(4326, -112.3, 41.2));
        at("NAD 83", TestCrs.geographic(4269, -112.3, 41.2));
        at("ETRS 89 UTM", TestCrs.projected(25832, 600_000, 5_500_000));
        at("ETRS 89 LAEA", TestCrs.projected(3035, 4_321_000, 3_210_000));
        at("Albers of America", TestCrs.projected(5070, -1_300_000, 2_000_000));
        at("Albers of Australia", TestCrs.projected(3577, 1_000_000, -3_700_000));
        at("New Zealand", TestCrs.projected(2193, 1_600_000, 5_400_000));
        at("web Mercator", TestCrs.projected(3857, -12_500_000, 5_000_000));
        systemRefused("EASE-Grid 2", Refusal.CRS, TestCrs.projected(6933, -10_000_000, 4_800_000));
        at("polar stereographic", TestCrs.projected(3413, -2_000_000, -1_500_000));
        at("MODIS sinusoidal", TestCrs.sinusoidal(-9_300_000, 4_500_000));
        at("sinusoidal far from its meridian", TestCrs.sinusoidal(11_000_000, 3_400_000));
        at(
                "Lambert conformal, spelled out",
                TestCrs.spelled(
                        "LCC",
                        8,
                        100_000,
                        200_000,
                        MAJOR,
                        MINOR,
                        new int[] {3078, 3079, 3084, 3085, 3086, 3087},
                        33,
                        45,
                        -110,
                        40,
                        0,
                        0));
        at(
                "Mercator on a sphere",
                TestCrs.spelled(
                        "Mercator",
                        7,
                        1_000_000,
                        4_000_000,
                        6370997,
                        6370997,
                        new int[] {3080, 3081, 3082, 3083, 3092},
                        0,
                        0,
                        0,
                        0,
                        1));
        at(
                "azimuthal equal area on a sphere",
                TestCrs.spelled(
                        "LAEA",
                        10,
                        -500_000,
                        300_000,
                        6370997,
                        6370997,
                        new int[] {3082, 3083, 3088, 3089},
                        0,
                        0,
                        -100,
                        45));
        systemRefused("Homolosine", Refusal.CRS, TestCrs.text("Homolosine", HOMOLOSINE, 1_000_000, 4_000_000));
        systemRefused("Mollweide", Refusal.CRS, TestCrs.text("Mollweide", MOLLWEIDE, 1_000_000, 4_000_000));
        TestCrs american = TestCrs.projected(26712, 412_000, 4_500_000);
        kinds.add(new Kind("NAD 27", s -> s.crs = american, Refusal.CRS, true));
    }

    private void at(String name, TestCrs crs) {
        kinds.add(new Kind(name, s -> s.crs = crs, null, false));
    }

    private void systemRefused(String name, Refusal why, TestCrs crs) {
        kinds.add(new Kind(name, s -> s.crs = crs, why, false));
    }
}
