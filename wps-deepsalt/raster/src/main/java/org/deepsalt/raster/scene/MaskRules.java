/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

/**
 * When a pixel is not bare soil. Indices are computed from reflectances at the named wavelengths.
 *
 * @param maxNdvi vegetation where (R800 - R660) / (R800 + R660) is larger
 * @param minNdwi water where (R560 - R840) / (R560 + R840) is larger and the soil's short-wave infrared is dark
 */
public record MaskRules(double maxNdvi, double minNdwi) {
    /** NDVI as EnMAP's soil mapper EnSoMAP has it, 0.24; NDWI above 0 (McFeeters 1996). */
    public static final MaskRules STANDARD = new MaskRules(0.24, 0.0);

    static final double[] WAVELENGTHS = {560, 660, 800, 840, 1610};
    private static final double DARK_SWIR = 0.12;
    private static final float LOWEST_REFLECTANCE = -0.1f;
    private static final float HIGHEST_REFLECTANCE = 1.6f;

    /** The reason that the reflectances at {@link #WAVELENGTHS} give, {@link MaskReason#NONE} for bare soil. */
    MaskReason judge(float[] r, int at) {
        double ndwi = normalised(r[at], r[at + 3]);
        if (ndwi > minNdwi && r[at + 4] < DARK_SWIR) {
            return MaskReason.WATER;
        }
        return normalised(r[at + 2], r[at + 1]) > maxNdvi ? MaskReason.VEGETATION : MaskReason.NONE;
    }

    /** Whether a reflectance can be one: noise goes a little below 0, slopes and crusts above 1. */
    static boolean isPlausible(float reflectance) {
        return reflectance >= LOWEST_REFLECTANCE && reflectance <= HIGHEST_REFLECTANCE;
    }

    private static double normalised(double a, double b) {
        double sum = a + b;
        return sum == 0 ? 0 : (a - b) / sum;
    }
}
