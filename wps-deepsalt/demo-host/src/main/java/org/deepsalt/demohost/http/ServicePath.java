/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address of a service: {@code /geoserver/wms} or, for one workspace, {@code /geoserver/deepsalt/wms}.
 *
 * @param workspace null for the whole catalog
 * @param endpoint {@code ows}, {@code wms} or {@code wps}
 */
record ServicePath(String workspace, String endpoint) {
    private static final Pattern PATTERN =
            Pattern.compile("/geoserver(?:/([A-Za-z_][A-Za-z0-9_.-]*))?/(ows|wms|wps)/?");

    static Optional<ServicePath> parse(String path) {
        Matcher matcher = PATTERN.matcher(path);
        return matcher.matches() ? Optional.of(new ServicePath(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
