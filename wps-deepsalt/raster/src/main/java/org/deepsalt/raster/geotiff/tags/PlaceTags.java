/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

/** How the GeoTIFF tags of an image say where it lies (OGC GeoTIFF 1.1, requirements class "raster to model"). */
public enum PlaceTags {
    /** By one tiepoint and the size of a pixel, or by a transformation. */
    GRID,
    /** By control points alone, between which the image may be bent. */
    CONTROL_POINTS,
    /** Not at all. */
    NONE;

    private static final int NUMBERS_OF_A_TIEPOINT = 6;

    /** Tells by which tags an image is placed. */
    public static PlaceTags of(TiffDirectory image) {
        int points = image.numbers(TiffTag.MODEL_TIEPOINT).length / NUMBERS_OF_A_TIEPOINT;
        boolean sized = image.numbers(TiffTag.MODEL_PIXEL_SCALE).length > 0;
        if (image.numbers(TiffTag.MODEL_TRANSFORMATION).length > 0 || (sized && points > 0)) {
            return GRID;
        }
        return points > 1 ? CONTROL_POINTS : NONE;
    }
}
