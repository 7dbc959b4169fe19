/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
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
    /** Another port or name of the same site is another page, too. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** How browsers begin to name themselves; QGIS goes on otherwise. */
    private static final String BROWSER = "Mozilla/5.0 (";

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names;

    /**
     * Answers to the names of the own machine and to others.
     *
     * @param others names or numbers under which clients reach the host, without a port
     * @throws DeepSaltException if one of them is no name of a host
     */
    Origins(Set<String> others) {
        Problems problems = new Problems();
        Set<String> all = new TreeSet<>(OWN_NAMES);
        for (String name : others) {
            if (HOST.matcher(name).matches()) {
                all.add(name.toLowerCase(Locale.ROOT));
            } else {
                problems.add("'" + name + "' is no name of a host, wanted one like maps.example.org, without a port");
            }
        }
        problems.throwIfAny();
        this.names = all;
    }

    /** The address under which the client sees this host; null if its Host header is not acceptable. */
    @Nullable
    String baseUrl(Request request) {
        String host = Request.getServerName(request);
        if (host == null || !HOST.matcher(host).matches() || !names.contains(host.toLowerCase(Locale.ROOT))) {
            return null;
        }
        int port = Request.getServerPort(request);
        return "http://" + host + (port == 80 ? "" : ":" + port) + "/geoserver";
    }

    /**
     * Whether a browser sends the request for a page of another site. Browsers say whose page it is in {@code Origin}
     * or {@code Sec-Fetch-Site}; for a GET to a host without TLS that is not the own machine they say neither, so that
     * only the address of the asking page, which our own page lets them tell us, shows that it is ours.
     */
    boolean isForeign(Request request, String baseUrl) {
        HttpFields headers = request.getHeaders();
        String own = originOf(baseUrl);
        String origin = headers.get(HttpHeader.ORIGIN);
        if (origin != null) {
            return !origin.equals(own);
        }
        String site = headers.get("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITES.contains(site);
        }
        String agent = headers.get(HttpHeader.USER_AGENT);
        if (agent == null || !agent.startsWith(BROWSER)) {
            return false;
        }
        String page = headers.get(HttpHeader.REFERER);
        return page == null || !(page + "/").startsWith(own + "/");
    }

    private static String originOf(String baseUrl) {
        URI uri = URI.create(baseUrl);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
