/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deepsalt.standalone.ShippedData;

/** The image of the sample scene. */
final class TestScene {
    private TestScene() {}

    static Path image() throws IOException {
        try (Stream<Path> files = Files.list(ShippedData.SAMPLE_LAYERS.resolve("enmap"))) {
            return files.filter(file -> file.toString().endsWith("-SPECTRAL_IMAGE.TIF"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
