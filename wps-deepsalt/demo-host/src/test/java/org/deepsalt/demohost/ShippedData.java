/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of the data directory that the project ships. What a server has put into the original since then, models and
 * published layers, stays behind.
 */
public final class ShippedData {
    /** Root of the project. */
    public static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /** The synthetic world of the project. */
    public static final Path SAMPLE_LAYERS = PROJECT.resolve("sample-layers");

    private static final List<String> PARTS = List.of(
            "global.xml",
            "wms.xml",
            "wps.xml",
            "logging.xml",
            "styles",
            "workspaces/default.xml",
            "workspaces/deepsalt/workspace.xml",
            "workspaces/deepsalt/namespace.xml",
            "workspaces/sample");

    private ShippedData() {}

    /** A copy whose layers have no files. */
    public static Path withoutSampleWorld(Path copy) throws IOException {
        Path source = PROJECT.resolve("geoserver-config");
        for (String part : PARTS) {
            copy(source.resolve(part), copy.resolve(part));
        }
        return copy;
    }

    /** A copy with the layers and the laboratory library of the sample world. */
    public static Path withSampleWorld(Path copy) throws IOException {
        withoutSampleWorld(copy);
        link(copy.resolve("data/sample-layers"), SAMPLE_LAYERS);
        link(copy.resolve("deepsalt/libraries/sample.csv.gz"), SAMPLE_LAYERS.resolve("library/ftir.csv.gz"));
        return copy;
    }

    /** The image of the sample scene. */
    public static Path sceneImage() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE_LAYERS.resolve("enmap"))) {
            return files.filter(file -> file.toString().endsWith("-SPECTRAL_IMAGE.TIF"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isRegularFile(file)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
