/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Names of an EnMAP L2A product's files: satellite, level, datatake, start, tile, processor version, processing time.
 *
 * @param datatake number of the datatake, up to ten digits
 * @param start of the recording
 */
public record ProductName(long datatake, Instant start) {
    static final String TILE = "001";
    static final String VERSION = "010402";

    /** Time from the recording to the end of its processing. */
    private static final Duration PROCESSING = Duration.parse("PT14H40M26S");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long DATATAKES = 10_000_000_000L;

    /** The datatake follows from the seed, so that different worlds have different names. */
    public static ProductName of(long seed, Instant start) {
        return new ProductName(Math.floorMod(seed, DATATAKES), start);
    }

    Instant processed() {
        return start.plus(PROCESSING);
    }

    public String base() {
        return String.format(
                Locale.ROOT,
                "ENMAP01-____L2A-DT%010d_%s_%s_V%s_%s",
                datatake,
                TIME.format(start),
                TILE,
                VERSION,
                TIME.format(processed()));
    }

    /** Name of one file, such as {@code METADATA.XML}. */
    public String file(String suffix) {
        return base() + "-" + suffix;
    }

    Path in(Path folder, String suffix) {
        return folder.resolve(file(suffix));
    }
}
