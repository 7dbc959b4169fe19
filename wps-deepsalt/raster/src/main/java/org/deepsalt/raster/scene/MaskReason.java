/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import java.util.Locale;

/** Why a pixel has no estimate: the first reason found. The codes stand in the last band of the result. */
public enum MaskReason {
    /** It has one. */
    NONE(0, "has an estimate"),
    BACKGROUND(1, "outside the image"),
    CLOUD(2, "cloud or thick cirrus"),
    CLOUD_SHADOW(3, "cloud shadow"),
    SNOW(4, "snow"),
    WATER(5, "water"),
    VEGETATION(6, "green vegetation hides the soil"),
    BAD_INPUT(7, "defective or missing reflectance or covariate"),
    OUTSIDE_REGION(8, "outside the region asked for"),
    CIRRUS(9, "thin or medium cirrus"),
    HAZE(10, "haze"),
    REDUCED_QUALITY(11, "the product's test flags report reduced quality"),
    DEFECTIVE(12, "the product's pixel mask marks bands as defective"),
    DRY_VEGETATION(13, "dry vegetation hides the soil"),
    MOISTURE(14, "moist or covered with residue");

    private final byte code;
    private final String title;

    MaskReason(int code, String title) {
        this.code = (byte) code;
        this.title = title;
    }

    /** The number that stands for this reason in the result. */
    public byte code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** Lower case with underscores, as reports have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
