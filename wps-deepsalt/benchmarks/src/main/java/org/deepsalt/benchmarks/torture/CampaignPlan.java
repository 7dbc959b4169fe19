/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign does.
 *
 * @param seed of all choices
 * @param time that all attacks take together, without the preparation
 * @param clients that load the host
 * @param attacks to try
 * @param home root of the project
 * @param size pixels along the side of the world that is made; 0 for the project's sample world
 * @param url of a host that is given, null for one that is started
 * @param credentials user and password of that host with a colon between, null for none
 * @param data data directory of that host, null if it cannot be seen from here
 * @param model id of a model of that host
 */
@RecordBuilder
public record CampaignPlan(
        long seed,
        Duration time,
        int clients,
        Set<AttackKind> attacks,
        Path home,
        int size,
        @Nullable String url,
        @Nullable String credentials,
        @Nullable Path data,
        String model) {}
