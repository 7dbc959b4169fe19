/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import java.util.function.ToDoubleFunction;

/**
 * Spectral salinity indices. Authors number them differently, so each has its author and formula here. B, G, R,
 * NIR, SW1 and SW2 are the broad bands of {@link BroadBands}; R1690 and the like are single bands of that wavelength.
 */
enum SalinityIndex {
    SI_T("SI-T", "Tripathi 1997", "100 R / NIR", b -> 100 * b.red() / b.nir()),
    NDSI("NDSI", "Khan 2005", "(R - NIR) / (R + NIR)", b -> ratio(b.red(), b.nir())),
    SI1_BLUE("SI1", "Khan 2001", "sqrt(B R)", b -> Math.sqrt(b.blue() * b.red())),
    SI1_GREEN("SI1", "Douaoui 2006", "sqrt(G R)", b -> Math.sqrt(b.green() * b.red())),
    SI2("SI2", "Douaoui 2006", "sqrt(G^2 + R^2 + NIR^2)", b -> norm(b.green(), b.red(), b.nir())),
    SI3("SI3", "Douaoui 2006", "sqrt(G^2 + R^2)", b -> norm(b.green(), b.red(), 0)),
    BI("BI", "Khan 2005", "sqrt(R^2 + NIR^2)", b -> norm(b.red(), b.nir(), 0)),
    S1("S1", "Abbas and Khan 2007", "B / R", b -> b.blue() / b.red()),
    S2("S2", "Abbas and Khan 2007", "(B - R) / (B + R)", b -> ratio(b.blue(), b.red())),
    S3("S3", "Abbas and Khan 2007", "G R / B", b -> b.green() * b.red() / b.blue()),
    S5("S5", "Abbas and Khan 2007", "B R / G", b -> b.blue() * b.red() / b.green()),
    S6("S6", "Abbas and Khan 2007", "R NIR / G", b -> b.red() * b.nir() / b.green()),
    SAIO("SAIO", "Landsat studies", "(NIR - SW1) / (NIR + SW1)", b -> ratio(b.nir(), b.swir1())),
    SI_ASTER("SI-ASTER", "Al-Khaier 2003", "(SW1 - SW2) / (SW1 + SW2)", b -> ratio(b.swir1(), b.swir2())),
    SI_ASTER_NIR(
            "SI-ASTER",
            "R package SoilSaltIndex",
            "(SW1 - NIR) / (SW1 + SW2)",
            b -> (b.swir1() - b.nir()) / (b.swir1() + b.swir2())),
    SWIR_RATIO("SW1/SW2", "Landsat studies", "SW1 / SW2", b -> b.swir1() / b.swir2()),
    CRSI(
            "CRSI",
            "Scudiero 2014",
            "sqrt((NIR R - G B) / (NIR R + G B))",
            b -> Math.sqrt(ratio(b.nir() * b.red(), b.green() * b.blue()))),
    COSRI(
            "COSRI",
            "Fernandez-Buces 2006",
            "(B + G) / (R + NIR) NDVI",
            b -> (b.blue() + b.green()) / (b.red() + b.nir()) * b.ndvi()),
    VSSI("VSSI", "Dehni and Lounis 2012", "2 G - 5 (R + NIR)", b -> 2 * b.green() - 5 * (b.red() + b.nir())),
    SSSI_1("SSSI-1", "Bannari 2008", "SW1 - SW2", b -> b.swir1() - b.swir2()),
    SSSI_2(
            "SSSI-2",
            "Bannari 2008",
            "(SW1 SW2 - SW2^2) / SW1",
            b -> (b.swir1() * b.swir2() - b.swir2() * b.swir2()) / b.swir1()),
    NDGI("NDGI", "Milewski 2019", "(R1690 - R1750) / (R1690 + R1750)", b -> ratio(b.r1690(), b.r1750())),
    NSMI("NSMI", "Haubrock 2008", "(R1800 - R2119) / (R1800 + R2119)", b -> ratio(b.r1800(), b.r2119()));

    private final String title;

    /** Without a state, which the compiler cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<BroadBands> function;

    SalinityIndex(String name, String author, String formula, ToDoubleFunction<BroadBands> function) {
        this.title = name + " (" + author + "): " + formula;
        this.function = function;
    }

    /** The index of one pixel; NaN or infinite where a denominator is 0 or CRSI's radicand negative. */
    double of(BroadBands bands) {
        return function.applyAsDouble(bands);
    }

    /** Name, author and formula. */
    @Override
    public String toString() {
        return title;
    }

    private static double ratio(double a, double b) {
        return (a - b) / (a + b);
    }

    private static double norm(double a, double b, double c) {
        return Math.sqrt(a * a + b * b + c * c);
    }
}
