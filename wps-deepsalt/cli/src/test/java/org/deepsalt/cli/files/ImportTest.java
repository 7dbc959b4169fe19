/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deepsalt.demohost.DataDirectoryLayers;
import org.deepsalt.demohost.Scratch;
import org.deepsalt.demohost.Settings;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.local.files.FileCatalog;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.scenes.ImportEnmapSceneProcess;
import org.deepsalt.raster.enmap.ArchiveLimits;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.geotools.process.ProcessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Importing into a real data directory. */
class ImportTest {
    @TempDir
    Path folder;

    private Path directory;
    private Catalog catalog;
    private DataDirectoryLayers layers;

    @BeforeEach
    void open() throws IOException {
        directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
        copyScene(directory.resolve("import/scene"));
        catalog = Catalog.open(directory);
        layers = new DataDirectoryLayers(catalog, Scratch.of(directory));
    }

    @Test
    void theLayerIsTheProductWithAllThatBelongsToIt() throws Exception {
        assertThat(run("scene", "first", false)).isEqualTo("deepsalt:first");
        Path data = directory.resolve("data/deepsalt/first");
        assertThat(names(data))
                .hasSize(11)
                .anyMatch(name -> name.matches("first-[0-9a-f]{12}-SPECTRAL_IMAGE\\.TIF"))
                .anyMatch(name -> name.matches("first-[0-9a-f]{12}-METADATA\\.XML"))
                .anyMatch(name -> name.matches("first-[0-9a-f]{12}-QL_PIXELMASK\\.TIF"))
                .anyMatch(name -> name.matches("first-[0-9a-f]{12}\\.json"));
        PixelReader.Pixels imported = pixels(layers, "first");
        try (FileCatalog files = new FileCatalog(layers, ArchiveLimits.STANDARD)) {
            PixelReader.Pixels product =
                    pixels(files, ShippedData.SAMPLE_LAYERS.resolve("enmap").toString());
            assertThat(imported.reasons()).isEqualTo(product.reasons());
            assertThat(imported.rows()).isEqualTo(product.rows());
        }
        assertThat(catalog.find("deepsalt:first").orElseThrow().info().styles()).isEmpty();
        assertThat(directory.resolve("import/scene")).isNotEmptyDirectory();
        assertNoResultIsLeft();
    }

    @Test
    void replacingTakesTheOldFilesAway() throws Exception {
        run("scene", "again", false);
        List<String> before = names(directory.resolve("data/deepsalt/again"));
        assertThatThrownBy(() -> run("scene", "again", false)).hasMessageContaining("there is a layer");
        assertThat(names(directory.resolve("data/deepsalt/again"))).isEqualTo(before);
        run("scene", "again", true);
        assertThat(names(directory.resolve("data/deepsalt/again"))).hasSize(11).doesNotContainAnyElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../workspaces",
                "scene/../../global.xml",
                "/etc",
                "/nowhere",
                "nothing",
                ".",
                "out",
                "link.zip",
                "\0"
            })
    void whatLiesElsewhereIsNotThere(String product) throws IOException {
        Files.createSymbolicLink(directory.resolve("import/out"), ShippedData.SAMPLE_LAYERS.resolve("enmap"));
        Files.createSymbolicLink(directory.resolve("import/link.zip"), Path.of("/etc/hostname"));
        Map<String, Long> before = files();
        // No message carries what breaks a line.
        String shown = product.replace('\0', ' ');
        assertThatThrownBy(() -> run(product, "stolen", false))
                .isInstanceOf(ProcessException.class)
                .hasMessage(
                        "there is no product '" + shown + "' below 'import', from where this server imports: put the"
                                + " product there and name it by its path from there");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aFileOfAProductThatIsALinkOutOfTheFolderIsNotCopied() throws IOException {
        Path metadata = find(directory.resolve("import/scene"), "METADATA.XML");
        Files.delete(metadata);
        Files.createSymbolicLink(metadata, find(ShippedData.SAMPLE_LAYERS.resolve("enmap"), "METADATA.XML"));
        Map<String, Long> before = files();
        assertThatThrownBy(() -> run("scene", "stolen", false))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("there is no product '");
        assertThat(files()).isEqualTo(before);
        assertThat(catalog.find("deepsalt:stolen")).isEmpty();
    }

    @Test
    void aFullPathBelowTheFolderIsAllowed() throws IOException {
        Path scene = directory.resolve("import/scene");
        assertThat(layers.importable(scene.toString())).isEqualTo(scene.toRealPath());
    }

    private String run(String product, String layer, boolean overwrite) {
        return (String) new ImportEnmapSceneProcess(layers, Settings.processes())
                .execute(product, layer, null, overwrite, null)
                .get("published");
    }

    private static PixelReader.Pixels pixels(org.deepsalt.processes.catalog.LayerCatalog catalog, String name) {
        try (RasterLayer layer = catalog.raster(name);
                Scene scene = Scene.open(name, layer.reader(), layer.file(), layer.bandNames())) {
            List<Band> bands = scene.usableBands();
            CovariateStack none = new CovariateStack(scene.grid(), List.of());
            return new PixelReader(scene, none, MaskRules.STANDARD, bands, 0)
                    .read(scene.grid().all());
        }
    }

    private static void copyScene(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(ShippedData.SAMPLE_LAYERS.resolve("enmap"))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    private static Path find(Path scene, String ending) throws IOException {
        try (Stream<Path> files = Files.list(scene)) {
            return files.filter(file -> file.toString().toUpperCase(Locale.ROOT).endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> names(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    private void assertNoResultIsLeft() throws IOException {
        assertThat(names(Scratch.of(directory).resolve("results"))).isEmpty();
    }

    /** Every file with its size; a request that was refused changes none. */
    private Map<String, Long> files() throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.size(path));
            }
        }
        return files;
    }
}
