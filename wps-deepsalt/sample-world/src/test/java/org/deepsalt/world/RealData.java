/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real measurements beside the project; tests that want them are skipped where they are not. */
public final class RealData {
    private RealData() {}

    public static Path file(String name) {
        Path file = Path.of("../../../shared/data", name);
        assumeTrue(Files.exists(file), "real data are not here: " + name);
        return file;
    }
}
