/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.net.OutputRange;

/** The soil property that is learned in an experiment. */
// Both are records of texts and numbers.
@SuppressWarnings("ImmutableEnumChecker")
enum Target {
    ECE(SoilProperty.ECE, OutputRange.PAPER_ECE),
    /** Organic carbon; mineral topsoils have less than 150 g/kg. */
    CARBON(new SoilProperty("soc", "g/kg"), new OutputRange(0.5, 150));

    private final SoilProperty property;
    private final OutputRange range;

    Target(SoilProperty property, OutputRange range) {
        this.property = property;
        this.range = range;
    }

    SoilProperty property() {
        return property;
    }

    OutputRange range() {
        return range;
    }
}
