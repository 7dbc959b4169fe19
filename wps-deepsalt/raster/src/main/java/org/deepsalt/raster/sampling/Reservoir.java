/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.Collection;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Keeps the pixels with the lowest lots, up to a number. Not thread-safe. */
final class Reservoir {
    private final int most;
    private final PriorityQueue<DrawnPixel> drawn = new PriorityQueue<>(DrawnPixel.BY_RANK.reversed());

    Reservoir(int most) {
        this.most = most;
    }

    /** Whether a pixel of this rank would be kept for now. */
    boolean takes(long rank) {
        return drawn.size() < most || (most > 0 && rank <= drawn.peek().rank());
    }

    /**
     * Offers a pixel.
     *
     * @return the one that is not kept, or null while there is room
     */
    @Nullable
    DrawnPixel offer(DrawnPixel pixel) {
        drawn.add(pixel);
        return drawn.size() > most ? drawn.poll() : null;
    }

    Collection<DrawnPixel> kept() {
        return drawn;
    }
}
