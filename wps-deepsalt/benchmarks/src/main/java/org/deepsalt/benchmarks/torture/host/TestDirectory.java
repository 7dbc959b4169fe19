/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Data directories for hosts under attack: the project's settings and styles over a synthetic world. Stateless. */
public final class TestDirectory {
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

    private TestDirectory() {}

    /**
     * Makes a data directory without models and without published layers. A product to import lies in {@code
     * import/product}.
     *
     * @param home root of the project
     * @param world folder of a synthetic world
     * @param folder to make
     */
    public static Path make(Path home, Path world, Path folder) throws IOException {
        Path source = home.resolve("geoserver-config");
        for (String part : PARTS) {
            copy(source.resolve(part), folder.resolve(part));
        }
        copy(world, folder.resolve("data/sample-layers"));
        copy(world.resolve("library/ftir.csv.gz"), folder.resolve("deepsalt/libraries/sample.csv.gz"));
        copy(world.resolve("enmap"), folder.resolve("import/product"));
        return folder;
    }

    /** Copies a file, or a folder with all below it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.toAbsolutePath().getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
