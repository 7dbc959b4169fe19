/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

/** How four pixels become one in an overview. */
public enum Reduction {
    /** The mean of those that are numbers; NaN if none is. */
    MEAN,
    /** The upper left one: for codes, which have no mean. */
    NEAREST;

    float of(float a, float b, float c, float d) {
        if (this == NEAREST) {
            return a;
        }
        float sum = 0;
        int count = 0;
        for (float value : new float[] {a, b, c, d}) {
            if (!Float.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Float.NaN : sum / count;
    }
}
