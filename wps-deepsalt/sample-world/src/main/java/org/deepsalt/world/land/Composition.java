/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;

/**
 * What the soil of a place consists of: the one cause of its laboratory spectrum, its satellite spectrum and its label.
 * Minerals and salts are mass fractions of the dry soil, 0 to 1; what is missing to 1 is feldspar and the like, without
 * bands of its own.
 *
 * @param sand in percent of the fine earth
 * @param clay in percent of the fine earth; silt is the rest
 * @param kaolinite mass fraction
 * @param smectite mass fraction
 * @param illite mass fraction
 * @param quartz mass fraction
 * @param carbonate calcite and dolomite, mass fraction
 * @param gypsum of the rock, apart from that which came with the salts, mass fraction
 * @param goethite mass fraction
 * @param hematite mass fraction
 * @param organicCarbon in g/kg
 * @param tone brightness of the parent material, a standard normal number
 * @param ece electrical conductivity of the saturation extract, in dS/m
 * @param salts mass fraction of every {@link Salt}; shared, not copied
 */
@RecordBuilder
public record Composition(
        double sand,
        double clay,
        double kaolinite,
        double smectite,
        double illite,
        double quartz,
        double carbonate,
        double gypsum,
        double goethite,
        double hematite,
        double organicCarbon,
        double tone,
        double ece,
        Map<Salt, Double> salts) {

    /** Silt in percent of the fine earth. */
    public double silt() {
        return 100 - sand - clay;
    }

    /** Mass fraction of one salt. */
    public double salt(Salt salt) {
        return salts.getOrDefault(salt, 0.0);
    }

    /** Mass fraction of all salts together. */
    public double saltTotal() {
        double sum = 0;
        for (double fraction : salts.values()) {
            sum += fraction;
        }
        return sum;
    }
}
