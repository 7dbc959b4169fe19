/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.conductivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How conductivities become that of the saturated-paste extract (ECe) in dS/m, and how many did so in which way. Not
 * thread-safe.
 *
 * <p>Only the paste itself is exact. From a 1:2 extract ECe = EC / 0.55: the factor is the one by which the authors of
 * DeepSalt (arXiv 2510.23124) brought ECe to the scale of their laboratory, read backwards; it depends on texture,
 * gypsum and salinity, and an own calibration of a laboratory is better. From a 1:2.5 extract ECe = 3.1 EC: the median
 * of 33 horizons of the ICRAF-ISRIC soil spectral library (doi 10.34725/DVN/MFHA9C) that were measured in both, where
 * the logarithms correlate by .96 and single ratios reach from 1.7 to 5.8. From a 1:5 extract the factors are those of
 * Slavich and Petterson (1993) by texture.
 */
public final class EceConversions {
    private static final double PASTE_TO_ONE_TO_TWO = 0.55;
    private static final double ONE_TO_TWO_AND_A_HALF_TO_PASTE = 3.1;
    private static final String ANY = "any";
    private static final String UNKNOWN = "unknown, taken for loam";

    private final Map<Way, Long> rows = new LinkedHashMap<>();

    /**
     * From a conductivity as it was given to ECe.
     *
     * @param unit of the number
     * @param extract in which it was measured
     * @param texture group of textures, where the factor depends on it
     * @param factor from the conductivity of the extract to that of the paste
     */
    public record Way(ConductivityUnit unit, Extract extract, String texture, double factor) {
        /** ECe in dS/m. */
        public double toEce(double value) {
            return unit.toDeciSiemens(value) * factor;
        }
    }

    /**
     * One way of conversion, with the number of rows that it was used for.
     *
     * @param unit of the conductivity as it was given
     * @param extract in which it was measured
     * @param texture group of textures, where the factor depends on it
     * @param factor ECe in dS/m = number as given x factor
     * @param rows that had this unit, extract and texture
     */
    public record Conversion(String unit, String extract, String texture, double factor, long rows) {}

    /**
     * The way from a unit and an extract to ECe.
     *
     * @param clay in percent, NaN where it is unknown
     */
    public static Way way(ConductivityUnit unit, Extract extract, double clay) {
        return switch (extract) {
            case SATURATED_PASTE -> new Way(unit, extract, ANY, 1);
            case ONE_TO_TWO -> new Way(unit, extract, ANY, 1 / PASTE_TO_ONE_TO_TWO);
            case ONE_TO_TWO_AND_A_HALF -> new Way(unit, extract, ANY, ONE_TO_TWO_AND_A_HALF_TO_PASTE);
            case ONE_TO_FIVE -> oneToFive(unit, clay);
        };
    }

    /** Remembers that a row went this way. */
    public void count(Way way) {
        rows.merge(way, 1L, Long::sum);
    }

    private static Way oneToFive(ConductivityUnit unit, double clay) {
        TextureFactor texture = Double.isNaN(clay) ? TextureFactor.LOAM : TextureFactor.of(clay);
        return new Way(unit, Extract.ONE_TO_FIVE, Double.isNaN(clay) ? UNKNOWN : texture.title(), texture.factor());
    }

    /** The conversions so far, in the order of their first use. */
    public List<Conversion> list() {
        List<Conversion> all = new ArrayList<>();
        rows.forEach((way, count) ->
                all.add(new Conversion(way.unit.text(), way.extract.text(), way.texture, way.toEce(1), count)));
        return all;
    }
}
