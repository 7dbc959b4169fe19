/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.nio.file.Path;
import java.time.Duration;
import org.deepsalt.demohost.catalog.ServiceMetadata;

/**
 * Bounds of the executions, as the data directory's {@code wps.xml} has them for GeoServer.
 *
 * @param folder where executions keep their outputs
 * @param synchronous for clients that wait
 * @param asynchronous for clients that ask later
 * @param expiration after which the outputs of a finished execution are deleted
 */
public record WpsSettings(Path folder, Bounds synchronous, Bounds asynchronous, Duration expiration) {
    private static final long WAITING = 20;
    private static final long HALF_AN_HOUR = 1800;

    /**
     * Bounds of one kind of execution.
     *
     * @param parallel at a time
     * @param waiting may wait; more are refused
     * @param time after which one is stopped; zero for none
     */
    public record Bounds(int parallel, int waiting, Duration time) {}

    /** The limits of a data directory. */
    public static WpsSettings of(ServiceMetadata wps, Path folder) {
        return new WpsSettings(
                folder,
                bounds(wps, "Synchronous"),
                bounds(wps, "Asynchronous"),
                Duration.ofSeconds(wps.limit("resourceExpirationTimeout").orElse(HALF_AN_HOUR)));
    }

    private static Bounds bounds(ServiceMetadata wps, String kind) {
        long parallel = wps.limit("max" + kind + "Processes").orElse(1L);
        long seconds = wps.limit("max" + kind + "ExecutionTime").orElse(0L);
        return new Bounds((int) Math.min(parallel, 64), (int) WAITING, Duration.ofSeconds(seconds));
    }
}
