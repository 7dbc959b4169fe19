/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * The version of this software. A file that the build fills in tells it, not the manifest of a jar: the same sources
 * say the same, from folders of classes and from jars that were packed with others.
 */
public final class Version {
    private static final String TEXT = "DeepSalt " + read();

    private Version() {}

    /** Name and version, such as {@code DeepSalt 1.0.0}. */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        Properties file = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
            file.load(Objects.requireNonNull(stream, "version.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.getProperty("version");
    }
}
