/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.util.Set;

/**
 * How the host listens. Immutable.
 *
 * @param address name or number of the address to listen at; {@code localhost} is reachable from this machine alone
 * @param port 0 for any free one
 * @param proxyBase address under which clients see the host, ending in {@code /geoserver}; null to believe the Host
 *     header
 * @param bodyLimit most bytes that a request may post
 * @param allowedOrigins origins such as {@code https://maps.example.org} whose pages may call the services from a
 *     browser; {@code *} for all; empty for none but the host's own
 * @param threads most requests that are worked on at once
 */
public record HostSettings(
        String address, int port, String proxyBase, long bodyLimit, Set<String> allowedOrigins, int threads) {
    private static final long BODY_LIMIT = 4L << 20;
    private static final int THREADS = 16;

    public HostSettings {
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (proxyBase != null) {
            proxyBase = proxyBase.replaceAll("/+$", "");
        }
    }

    /** Settings for one machine: no proxy, 4 MB per request, no pages of others. */
    public static HostSettings of(String address, int port) {
        return new HostSettings(address, port, null, BODY_LIMIT, Set.of(), THREADS);
    }

    public HostSettings withProxyBase(String base) {
        return new HostSettings(address, port, base, bodyLimit, allowedOrigins, threads);
    }

    public HostSettings withBodyLimit(long bytes) {
        return new HostSettings(address, port, proxyBase, bytes, allowedOrigins, threads);
    }

    public HostSettings withAllowedOrigins(Set<String> origins) {
        return new HostSettings(address, port, proxyBase, bodyLimit, origins, threads);
    }
}
