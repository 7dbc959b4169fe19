/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.Optional;

/**
 * The twelve classes of soil texture of the USDA, from sand, silt and clay in percent of the fine earth. The bounds are
 * those of the Soil Survey Manual (USDA Handbook 18, 2017, chapter 3), read in an order in which each class only has to
 * be told from those that come after it.
 */
public enum TextureClass {
    SAND("sand"),
    LOAMY_SAND("loamy sand"),
    SANDY_LOAM("sandy loam"),
    LOAM("loam"),
    SILT_LOAM("silt loam"),
    SILT("silt"),
    SANDY_CLAY_LOAM("sandy clay loam"),
    CLAY_LOAM("clay loam"),
    SILTY_CLAY_LOAM("silty clay loam"),
    SANDY_CLAY("sandy clay"),
    SILTY_CLAY("silty clay"),
    CLAY("clay");

    /** What rounding of sand and clay may add to a hundred percent. */
    private static final double ROUNDING = 1;

    private final String title;

    TextureClass(String title) {
        this.title = title;
    }

    /** Name of the class for people. */
    public String title() {
        return title;
    }

    /** The class of sand and clay in percent; none where they cannot be parts of one soil. */
    public static Optional<TextureClass> of(double sand, double clay) {
        if (!(sand >= 0 && clay >= 0 && sand + clay <= 100 + ROUNDING)) {
            return Optional.empty();
        }
        double silt = Math.max(0, 100 - sand - clay);
        return Optional.of(clay < 27 ? light(sand, silt, clay) : heavy(sand, silt, clay));
    }

    private static TextureClass light(double sand, double silt, double clay) {
        if (silt + 1.5 * clay < 15) {
            return SAND;
        }
        if (silt + 2 * clay < 30) {
            return LOAMY_SAND;
        }
        if (silt >= 50) {
            return silt >= 80 && clay < 12 ? SILT : SILT_LOAM;
        }
        if (clay >= 20 && silt < 28) {
            return SANDY_CLAY_LOAM;
        }
        return clay < 7 || sand > 52 ? SANDY_LOAM : LOAM;
    }

    private static TextureClass heavy(double sand, double silt, double clay) {
        if (sand > 45) {
            return clay < 35 ? SANDY_CLAY_LOAM : SANDY_CLAY;
        }
        if (clay < 40) {
            return sand > 20 ? CLAY_LOAM : SILTY_CLAY_LOAM;
        }
        return silt >= 40 ? SILTY_CLAY : CLAY;
    }
}
