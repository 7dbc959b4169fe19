/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.enmap;

/** The quality images that come with an EnMAP L2A product, by the end of their file names. */
public enum QualityLayer {
    CLASSES("QL_QUALITY_CLASSES"),
    CLOUD("QL_QUALITY_CLOUD"),
    CLOUD_SHADOW("QL_QUALITY_CLOUDSHADOW"),
    CIRRUS("QL_QUALITY_CIRRUS"),
    HAZE("QL_QUALITY_HAZE"),
    SNOW("QL_QUALITY_SNOW"),
    TEST_FLAGS("QL_QUALITY_TESTFLAGS"),
    DEFECTS("QL_PIXELMASK");

    private final String suffix;

    QualityLayer(String suffix) {
        this.suffix = suffix;
    }

    /** The end of the file's name, before {@code .TIF}. */
    public String suffix() {
        return suffix;
    }
}
