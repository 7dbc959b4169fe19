/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.conductivity;

/**
 * Factors from the conductivity of a 1:5 extract to ECe after Slavich and Petterson (1993, Australian Journal of Soil
 * Research 31, 73-81), one for each group of field textures. The bounds by clay content are those of the Australian
 * field texture grades, rounded where the grades overlap. In sandy soils, which hold little water in the paste, the
 * factor is least certain.
 */
enum TextureFactor {
    SAND("sand", 10, 22.7),
    SANDY_LOAM("sandy loam", 20, 13.8),
    LOAM("loam", 30, 9.5),
    LIGHT_CLAY("clay loam and light clay", 45, 8.6),
    MEDIUM_CLAY("medium clay", 55, 7.5),
    HEAVY_CLAY("heavy clay", 100, 5.8);

    private final String title;
    private final double belowClay;
    private final double factor;

    TextureFactor(String title, double belowClay, double factor) {
        this.title = title;
        this.belowClay = belowClay;
        this.factor = factor;
    }

    String title() {
        return title;
    }

    double factor() {
        return factor;
    }

    /** The group of a clay content in percent. */
    static TextureFactor of(double clay) {
        for (TextureFactor texture : values()) {
            if (clay < texture.belowClay) {
                return texture;
            }
        }
        return HEAVY_CLAY;
    }
}
