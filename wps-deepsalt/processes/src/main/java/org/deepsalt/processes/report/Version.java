/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

/** The version of this software, from the manifest of its jar. */
public final class Version {
    private Version() {}

    /** Name and version, such as {@code DeepSalt 1.0.0}; without a jar, {@code DeepSalt development}. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "DeepSalt " + (version == null ? "development" : version);
    }
}
