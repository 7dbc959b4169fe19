/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deepsalt.demohost.SampleModel;

/**
 * Loads the classes of an estimation and ends. The launcher has Java put them into an archive after a build, from which
 * later starts take them in half the time (class data sharing).
 */
final class ClassArchive {
    private ClassArchive() {}

    /**
     * Asks for an estimation of the sample scene by the sample model. Where that has not been trained yet, by none,
     * which fails when all is checked: the classes of the net and of the map are missing then.
     */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("deepsalt.home", ""));
        Path samples = home.resolve("sample-layers");
        Path soil = samples.resolve("covariates").resolve("soil.tif");
        Path scene;
        try (Stream<Path> files = Files.list(samples.resolve("enmap"))) {
            scene = files.filter(file -> file.toString().endsWith("SPECTRAL_IMAGE.TIF"))
                    .findFirst()
                    .orElseThrow();
        }
        boolean trained = Files.exists(home.resolve("geoserver-config")
                .resolve("deepsalt")
                .resolve("models")
                .resolve(SampleModel.ID));
        System.exit(Main.run(
                "run",
                "deepsalt:EstimateSalinity",
                "enmap=" + scene,
                "covariate=sand=" + soil,
                "model=" + (trained ? SampleModel.ID : "none")));
    }
}
