/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import org.deepsalt.demohost.catalog.ServiceMetadata;

/**
 * Bounds of the executions, as the data directory's {@code wps.xml} has them for GeoServer.
 *
 * @param folder where executions keep their outputs
 * @param synchronous for clients that wait
 * @param asynchronous for clients that ask later
 * @param waiting that may wait, of both kinds together; more are refused
 * @param expiration after which the outputs of a finished execution are deleted
 * @param resultBytes that outputs may take on the disk together; beyond, the oldest go earlier
 */
@RecordBuilder
public record WpsSettings(
        Path folder, Bounds synchronous, Bounds asynchronous, int waiting, Duration expiration, long resultBytes) {
    /** Megabytes that outputs take at most unless someone says otherwise. */
    public static final long RESULT_MEGABYTES = 4096;

    private static final int WAITING = 20;
    private static final long HALF_AN_HOUR = 1800;

    /**
     * Bounds of one kind of execution.
     *
     * @param parallel at a time
     * @param time after which one is stopped; zero for none
     */
    public record Bounds(int parallel, Duration time) {}

    /** The limits of a data directory, which has none for the space of outputs. */
    public static WpsSettings of(ServiceMetadata wps, Path folder, long resultBytes) {
        return new WpsSettings(
                folder,
                bounds(wps, "Synchronous"),
                bounds(wps, "Asynchronous"),
                WAITING,
                Duration.ofSeconds(wps.limit("resourceExpirationTimeout").orElse(HALF_AN_HOUR)),
                resultBytes);
    }

    private static Bounds bounds(ServiceMetadata wps, String kind) {
        long parallel = wps.limit("max" + kind + "Processes").orElse(1L);
        long seconds = wps.limit("max" + kind + "ExecutionTime").orElse(0L);
        return new Bounds((int) Math.min(parallel, 64), Duration.ofSeconds(seconds));
    }
}
