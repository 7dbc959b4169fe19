/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

/**
 * Areas by what became of the ECe of pixels between two dates. A pixel counts as changed where its two prediction
 * intervals have no value in common; where they have one, the estimates cannot tell. Areas in square metres. Not
 * thread-safe.
 */
public final class ChangeTally implements ZonePixels.Counter {
    private long pixels;
    private double compared;
    private double more;
    private double less;
    private double difference;

    /** @param values ECe, lower and upper bound of the earlier date, then those of the later one */
    @Override
    public void count(float[][] values, int at, double area) {
        for (float[] band : values) {
            if (!Float.isFinite(band[at])) {
                return;
            }
        }
        pixels++;
        compared += area;
        difference += area * ((double) values[3][at] - values[0][at]);
        if (values[4][at] > values[2][at]) {
            more += area;
        } else if (values[5][at] < values[1][at]) {
            less += area;
        }
    }

    /** Pixels that have an estimate with an interval at both dates. */
    public long pixels() {
        return pixels;
    }

    /** Area of those pixels. */
    public double compared() {
        return compared;
    }

    /** Area whose interval lies above that of the earlier date. */
    public double more() {
        return more;
    }

    /** Area whose interval lies below that of the earlier date. */
    public double less() {
        return less;
    }

    /** Area whose intervals overlap. */
    public double untold() {
        return Math.max(0, compared - more - less);
    }

    /** Mean of later minus earlier ECe in dS/m, weighted by area, told or not; NaN without a pixel. */
    public double meanDifference() {
        return pixels == 0 ? Double.NaN : difference / compared;
    }
}
