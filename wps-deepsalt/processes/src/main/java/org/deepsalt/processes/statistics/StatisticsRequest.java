/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The inputs of {@code deepsalt:SalinityStatistics}.
 *
 * @param ece layer or series with ECe in dS/m
 * @param zones layer of polygons; null for none
 * @param zoneName attribute that names the zones; null for their ids
 * @param region polygon for figures of its own; null for none
 * @param from first day of a series that counts; null for its first
 * @param to last day of a series that counts; null for its last
 */
record StatisticsRequest(
        String ece,
        @Nullable String zones,
        @Nullable String zoneName,
        @Nullable Geometry region,
        @Nullable String from,
        @Nullable String to) {}
