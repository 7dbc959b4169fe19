/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.xml.XmlElement;

/** Refuses requests for a version of WPS that is not spoken here (OGC 06-121r3, sections 7.3.2 and 9.2.1). */
final class Versions {
    private static final String SPOKEN = "1.0.0";

    private Versions() {}

    /**
     * Checks a request of key-value pairs.
     *
     * @param operation that it asks for
     */
    static void check(String operation, OwsRequest request) {
        if (operation.equalsIgnoreCase("GetCapabilities")) {
            negotiate(request.parameter("AcceptVersions").stream()
                    .flatMap(list -> Arrays.stream(list.split(",", -1)))
                    .toList());
        } else {
            require(request.parameter("version"));
        }
    }

    /** Checks a document that was posted. */
    static void check(XmlElement root) {
        if (root.name().equals("GetCapabilities")) {
            negotiate(root.child("AcceptVersions").map(all -> all.children("Version")).orElse(List.of()).stream()
                    .map(XmlElement::text)
                    .toList());
        } else {
            require(root.attribute("version"));
        }
    }

    private static void negotiate(List<String> accepted) {
        List<String> named = accepted.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        if (!named.isEmpty() && !named.contains(SPOKEN)) {
            throw new OwsException(
                    "VersionNegotiationFailed",
                    null,
                    "none of the versions " + String.join(", ", named.subList(0, Math.min(5, named.size())))
                            + " is spoken here: ask for " + SPOKEN);
        }
    }

    private static void require(Optional<String> version) {
        if (version.isPresent() && !version.get().strip().equals(SPOKEN)) {
            throw new OwsException(
                    "InvalidParameterValue",
                    "version",
                    "version '" + version.get() + "' is not spoken here: ask for " + SPOKEN);
        }
    }
}
