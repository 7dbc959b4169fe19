/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import org.deepsalt.world.satellite.ScenePixel;

/** The quality layers of an EnMAP L2A product, one byte per pixel each. */
enum QualityLayer {
    /** 1 land, 2 water, 3 background. */
    CLASSES,
    CLOUD,
    CLOUDSHADOW,
    HAZE,
    /** 0 none, 1 thin, 2 medium, 3 thick. */
    CIRRUS,
    SNOW,
    /** Bits 0-1: 0 nominal, 1 reduced, 2 low quality, 3 not produced; bits 2 and 3: interpolated in SWIR and VNIR. */
    TESTFLAGS;

    private static final int BACKGROUND = 3;
    private static final int NOT_PRODUCED = 3;

    /** End of the file's name. */
    String suffix() {
        return "QL_QUALITY_" + name() + ".TIF";
    }

    /** Value outside the footprint and beyond the edge of the image. */
    int background() {
        return switch (this) {
            case CLASSES -> BACKGROUND;
            case TESTFLAGS -> NOT_PRODUCED;
            default -> 0;
        };
    }

    /** Value of a pixel that the sensor saw; synthetic summers have no snow. */
    int of(ScenePixel pixel) {
        return switch (this) {
            case CLASSES -> pixel.cover().isWater() ? 2 : 1;
            case CLOUD -> pixel.sky().isCloud() ? 1 : 0;
            case CLOUDSHADOW -> pixel.sky().isShadow() ? 1 : 0;
            case HAZE -> pixel.sky().isHaze() ? 1 : 0;
            case CIRRUS -> pixel.sky().cirrusClass();
            case SNOW -> 0;
            case TESTFLAGS -> pixel.sky().cirrusClass() == 2 || pixel.sky().isHaze() ? 1 : 0;
        };
    }
}
