/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Loads the classes of an estimation and ends. The launcher has Java put them into an archive after a build, from which
 * later starts take them in half the time (class data sharing).
 */
final class ClassArchive {
    private ClassArchive() {}

    /** Asks for an estimation of the sample scene by a model that does not exist, which fails when all is checked. */
    public static void main(String[] arguments) throws Exception {
        Path samples = Path.of(System.getProperty("deepsalt.home", ""), "sample-layers");
        Path soil = samples.resolve("covariates").resolve("soil.tif");
        Path scene;
        try (Stream<Path> files = Files.list(samples.resolve("enmap"))) {
            scene = files.filter(file -> file.toString().endsWith("SPECTRAL_IMAGE.TIF"))
                    .findFirst()
                    .orElseThrow();
        }
        System.exit(
                Main.run("run", "deepsalt:EstimateSalinity", "enmap=" + scene, "covariate=sand=" + soil, "model=none"));
    }
}
