/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Which names the host answers to and which pages may use it: its own alone. A page of somebody else could otherwise
 * reach a host that listens on the user's own machine, either directly or through a name that it lets point there.
 * Thread-safe.
 */
final class Origins {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean ownMachineOnly;

    /**
     * @param ownMachineOnly whether the host listens where this machine alone reaches it, and answers to its own names
     */
    Origins(boolean ownMachineOnly) {
        this.ownMachineOnly = ownMachineOnly;
    }

    /** The address under which the client sees this host; null if its Host header is not acceptable. */
    @Nullable
    String baseUrl(Request request) {
        String host = Request.getServerName(request);
        if (host == null || !HOST.matcher(host).matches() || (ownMachineOnly && !OWN_NAMES.contains(host))) {
            return null;
        }
        int port = Request.getServerPort(request);
        return "http://" + host + (port == 80 ? "" : ":" + port) + "/geoserver";
    }

    /** Whether a browser sends the request for a page of another site. */
    boolean isForeign(HttpFields headers, String baseUrl) {
        String origin = headers.get(HttpHeader.ORIGIN);
        if (origin == null) {
            return "cross-site".equals(headers.get("Sec-Fetch-Site"));
        }
        return !origin.equals(originOf(baseUrl));
    }

    private static String originOf(String baseUrl) {
        URI uri = URI.create(baseUrl);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
