/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.settings;

import java.nio.file.Path;

/** Settings for tests of other packages. */
public final class SettingsOf {
    private SettingsOf() {}

    /** The settings of a data directory. */
    public static SettingsFile directory(Path dataDirectory) {
        return new SettingsFile(dataDirectory);
    }
}
