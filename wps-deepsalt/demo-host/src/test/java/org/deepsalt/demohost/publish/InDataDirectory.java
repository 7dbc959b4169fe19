/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A data directory of its own for each test, with what lies in it. */
abstract class InDataDirectory {
    @TempDir
    Path folder;

    Path directory;
    Catalog catalog;

    @BeforeEach
    void openCatalog() throws Exception {
        directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
        catalog = Catalog.open(directory);
    }

    void assertNothingInProgress() {
        assertThat(DataDirectory.list(directory.resolve("temp/deepsalt-publish"), Files::isDirectory))
                .isEmpty();
    }

    /** Every file outside the temporary folder with its content. */
    Map<String, String> files() throws Exception {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(path).toString();
                if (!name.startsWith("temp")) {
                    files.put(name, Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }
}
