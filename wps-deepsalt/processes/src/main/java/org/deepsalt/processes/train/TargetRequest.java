/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.table.DecimalText;
import org.jspecify.annotations.Nullable;

/**
 * The target that a model is trained for: attribute, unit and range.
 *
 * @param attribute of the samples with the measured values
 * @param unit of these values
 * @param range {@code minimum,maximum} of what the model can answer, in that unit; null for the usual one
 */
record TargetRequest(
        String attribute, String unit, @Nullable String range) {

    void check(Problems problems) {
        problems.attempt(this::outputRange);
        if (SoilProperty.key(attribute).isEmpty() || unit.isBlank()) {
            problems.add("target is '" + attribute + "' in '" + unit + "', wanted the name of an attribute and a unit");
        }
    }

    SoilProperty property() {
        return new SoilProperty(attribute, unit);
    }

    /**
     * What the model can answer: as requested, or the paper's range where the target is ECe.
     *
     * @throws DeepSaltException if the bounds are not understood, or are missing for another target
     */
    OutputRange outputRange() {
        if (range == null && property().isEce()) {
            return OutputRange.PAPER_ECE;
        }
        String wanted = ", wanted minimum,maximum in " + unit + " with 0 < minimum < maximum, such as 0.5,150";
        if (range == null) {
            throw new DeepSaltException(
                    "targetRange is missing: target '" + attribute + "' in " + unit + " has no usual one" + wanted);
        }
        String[] bounds = range.split(",", -1);
        try {
            return new OutputRange(DecimalText.parse(bounds[0]), DecimalText.parse(bounds[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new DeepSaltException("targetRange is '" + range + "'" + wanted, e);
        }
    }
}
