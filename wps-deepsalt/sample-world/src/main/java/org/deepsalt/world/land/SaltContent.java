/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

/** From the conductivity of the saturation extract to the mass of salt in the soil. */
public final class SaltContent {
    /** Dissolved salt per conductivity, in mg/L per dS/m, in dilute and in concentrated extracts. */
    private static final double DILUTE = 640;

    private static final double CONCENTRATED = 800;

    private SaltContent() {}

    /**
     * Mass fraction of salt in dry soil: the salt dissolved in the water that saturates it. The factor between
     * conductivity and dissolved salt grows from 640 mg/L per dS/m below 5 dS/m to 800 above 10 (Richards, USDA
     * Handbook 60, 1954, and the practice since).
     *
     * @param ece in dS/m
     * @param clay in percent
     */
    public static double massFraction(double ece, double clay) {
        double share = Math.min(1, Math.max(0, (ece - 5) / 5));
        double dissolved = ece * (DILUTE + share * (CONCENTRATED - DILUTE));
        return dissolved * saturation(clay) * 1e-6;
    }

    /**
     * Water of a saturated paste in kg per kg of dry soil: a line through the usual 0.25 of sandy, 0.4 of loamy and 0.7
     * of clayey soils.
     *
     * @param clay in percent
     */
    static double saturation(double clay) {
        return 0.18 + 0.0105 * clay;
    }
}
