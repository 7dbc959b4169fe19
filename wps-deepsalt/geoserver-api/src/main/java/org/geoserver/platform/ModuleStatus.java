/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.platform;

import java.util.Optional;

/** Signatures as in GeoServer. */
public interface ModuleStatus {
    String getModule();

    Optional<String> getComponent();

    String getName();

    Optional<String> getVersion();

    boolean isAvailable();

    boolean isEnabled();

    Optional<String> getMessage();

    Optional<String> getDocumentation();
}
