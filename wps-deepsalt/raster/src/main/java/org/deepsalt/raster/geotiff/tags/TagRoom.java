/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.io.IOException;

/**
 * How many bytes the tags of a file may still take in memory: a small file can refer to the same large value thousands
 * of times. Not thread-safe.
 */
public final class TagRoom {
    /** The tables of four million blocks, or of some thousand bands with their names. */
    static final int BYTES = 48 << 20;

    private long left = BYTES;

    /** @throws IOException if there is no more room */
    void take(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("its tags take more than " + BYTES + " bytes");
        }
    }
}
