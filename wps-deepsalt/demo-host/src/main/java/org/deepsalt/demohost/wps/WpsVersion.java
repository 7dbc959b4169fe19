/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.xml.XmlElement;

/** The one version of WPS that is spoken here, and what a request is told that wants another. Stateless. */
final class WpsVersion {
    private static final String SPOKEN = "1.0.0";

    private WpsVersion() {}

    /**
     * Checks a request of key-value pairs.
     *
     * @param accepted versions that the client speaks, in the order of its liking
     * @param version in which it speaks
     * @throws OwsException if it is another one
     */
    static void require(String operation, Optional<String> accepted, Optional<String> version) {
        if (operation.equalsIgnoreCase("GetCapabilities")) {
            requireAccepted(accepted.map(text -> Arrays.stream(text.split(",", -1))
                            .map(String::strip)
                            .filter(one -> !one.isEmpty())
                            .toList())
                    .orElse(List.of()));
        } else {
            requireSpoken(version);
        }
    }

    /** Checks a document. */
    static void require(XmlElement root) {
        if (root.name().equals("GetCapabilities")) {
            requireAccepted(root.child("AcceptVersions")
                    .map(all -> all.children("Version").stream()
                            .map(XmlElement::text)
                            .toList())
                    .orElse(List.of()));
        } else {
            requireSpoken(root.attribute("version"));
        }
    }

    private static void requireAccepted(List<String> versions) {
        if (!versions.isEmpty() && !versions.contains(SPOKEN)) {
            throw new OwsException(
                    "VersionNegotiationFailed",
                    null,
                    "this host speaks version " + SPOKEN + ", the request accepts " + String.join(", ", versions));
        }
    }

    private static void requireSpoken(Optional<String> version) {
        if (version.isPresent() && !version.get().equals(SPOKEN)) {
            throw new OwsException(
                    "InvalidParameterValue",
                    "version",
                    "the request is of version '" + version.get() + "', wanted " + SPOKEN);
        }
    }
}
