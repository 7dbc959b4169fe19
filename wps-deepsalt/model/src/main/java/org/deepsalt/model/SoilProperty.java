/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.Locale;

/**
 * The quantity that a model estimates: a property of the topsoil.
 *
 * @param name as the samples and the library name it
 * @param unit of its numbers
 */
public record SoilProperty(String name, String unit) {
    /** The unit in which ECe is given; a property in this unit is taken for ECe, whatever its attribute is called. */
    public static final String ECE_UNIT = "dS/m";

    /** Electrical conductivity of the saturated-paste extract. */
    public static final SoilProperty ECE = new SoilProperty("ece", ECE_UNIT);

    /** Whether salinity classes, conversions of extracts and the styles of ECe make sense. */
    public boolean isEce() {
        return unit.equals(ECE_UNIT);
    }

    /**
     * A name for bands, columns and files: {@code ece} for ECe, else the name in lower-case letters, digits and '_'.
     */
    public String key() {
        return isEce() ? ECE.name : key(name);
    }

    /** Lower-case letters and digits with '_' between them: {@code g_kg} of {@code g/kg}. */
    public static String key(String text) {
        return text.trim()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
