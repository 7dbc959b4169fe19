/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

/** Floats of 16 bits (IEEE 754-2008, binary16), which Java knows from version 20 on. */
final class HalfFloat {
    private static final int EXPONENT = 0x1F;
    private static final int FRACTION_BITS = 10;
    private static final int FRACTION = (1 << FRACTION_BITS) - 1;

    private HalfFloat() {}

    static float toFloat(short half) {
        int exponent = half >> FRACTION_BITS & EXPONENT;
        int fraction = half & FRACTION;
        float size;
        if (exponent == EXPONENT) {
            size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((float) fraction, -24);
        } else {
            size = Math.scalb((float) (fraction | 1 << FRACTION_BITS), exponent - 25);
        }
        return half < 0 ? -size : size;
    }
}
