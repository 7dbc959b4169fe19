/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.geotools.api.util.InternationalString;
import org.geotools.api.util.ProgressListener;
import org.geotools.data.util.DelegateProgressListener;
import org.geotools.util.SimpleInternationalString;

/**
 * Reports progress that grows evenly, with the time that is left. GeoServer sets half of the percentage aside for the
 * writing of outputs, which takes no time here: what clients saw stopped near 49 % and jumped to the end. Not
 * thread-safe, like the listeners that it stands for.
 */
final class EvenProgress extends DelegateProgressListener {
    /** Of what clients see; the rest is GeoServer's, for the outputs. */
    private static final double LAST = 98;

    private static final double LEAST_SHARE = 2;
    private static final double LEAST_SECONDS = 2;

    private final DoubleSupplier seen;
    private final LongSupplier nanoTime;
    private final long start;
    private String task = "";
    private double stretch;

    /**
     * A listener in front of another.
     *
     * @param seen the percentage that clients see at this time
     * @param nanoTime a monotonic clock
     */
    EvenProgress(ProgressListener host, DoubleSupplier seen, LongSupplier nanoTime) {
        super(host);
        this.seen = seen;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public void setTask(InternationalString text) {
        task = text.toString(Locale.ROOT);
    }

    @Override
    public void progress(float percent) {
        if (stretch == 0) {
            stretch = measure();
        }
        super.setTask(new SimpleInternationalString(task + left(percent)));
        super.progress((float) (percent * stretch));
    }

    /** How much of what clients see one percent is tells how many the whole can be. */
    private double measure() {
        super.progress(0);
        double before = seen.getAsDouble();
        super.progress(1);
        double one = seen.getAsDouble() - before;
        return one > 0 && before + 100 * one < LAST ? (LAST - before) / (100 * one) : 1;
    }

    private String left(double percent) {
        double spent = (nanoTime.getAsLong() - start) / 1e9;
        if (percent < LEAST_SHARE || percent >= 100 || spent < LEAST_SECONDS) {
            return "";
        }
        long seconds = Math.round(spent * (100 - percent) / percent);
        return seconds < 100
                ? String.format(Locale.ROOT, ", about %d s left", seconds)
                : String.format(Locale.ROOT, ", about %d min left", Math.round(seconds / 60.0));
    }
}
