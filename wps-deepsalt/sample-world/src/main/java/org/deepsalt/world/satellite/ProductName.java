/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Names of an EnMAP L2A product's files: satellite, level, datatake, start, tile, processor version, processing time.
 *
 * @param datatake number of the datatake, up to ten digits
 */
record ProductName(long datatake) {
    static final String START = "20240815T182144Z";
    static final String PROCESSED = "20240816T090210Z";
    static final String TILE = "001";
    static final String VERSION = "010402";

    private static final long DATATAKES = 10_000_000_000L;

    /** The datatake follows from the seed, so that different worlds have different names. */
    static ProductName of(long seed) {
        return new ProductName(Math.floorMod(seed, DATATAKES));
    }

    String base() {
        return String.format(
                Locale.ROOT, "ENMAP01-____L2A-DT%010d_%s_%s_V%s_%s", datatake, START, TILE, VERSION, PROCESSED);
    }

    /** Name of one file, such as {@code METADATA.XML}. */
    String file(String suffix) {
        return base() + "-" + suffix;
    }

    Path in(Path folder, String suffix) {
        return folder.resolve(file(suffix));
    }
}
