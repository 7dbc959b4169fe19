/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.publish.Journal;
import org.deepsalt.geoserver.publish.Publisher;
import org.deepsalt.geoserver.publish.SeriesPublisher;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Publication;
import org.geoserver.platform.resource.Resource;
import org.geoserver.security.ResourceAccessManager;
import org.geoserver.security.SecureCatalogImpl;
import org.geoserver.security.WorkspaceAccessLimits;
import org.geoserver.wps.resource.WPSResourceManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoServerLayersTest {
    @TempDir
    Path temp;

    private Path directory;
    private Path execution;
    private CatalogInMemory server;
    private GeoServerLayers layers;

    @BeforeEach
    void open() throws Exception {
        directory = Files.createDirectory(temp.resolve("data-directory"));
        execution = Files.createDirectory(temp.resolve("execution.deepsalt"));
        server = new CatalogInMemory(directory, "salt");
        server.style("ece-classes");
        WPSResourceManager resources = mock();
        Resource resource = mock();
        when(resources.getTemporaryResource(".deepsalt")).thenReturn(resource);
        when(resource.dir()).thenReturn(execution.toFile());
        SettingsFile settings = SettingsOf.directory(directory);
        Journal journal = new Journal(server.catalog, settings);
        AccessRights rights = everyone();
        layers = new GeoServerLayers(
                server.catalog,
                settings,
                Models.of(settings),
                new ExecutionFiles(resources),
                new Publisher(server.catalog, server.catalog, rights, settings, journal),
                new SeriesPublisher(server.catalog, server.catalog, rights, settings, journal),
                rights);
    }

    private AccessRights everyone() {
        SecureCatalogImpl secure = mock();
        ResourceAccessManager manager = mock();
        WorkspaceAccessLimits limits = mock();
        when(secure.getResourceAccessManager()).thenReturn(manager);
        when(manager.getAccessLimits(null, server.workspace)).thenReturn(limits);
        when(limits.isAdminable()).thenReturn(true);
        return new AccessRights(secure);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void modelsAndLibrariesLieInTheDataDirectory() throws Exception {
        Path library = directory.resolve("deepsalt/libraries/ossl.csv");
        write(library);
        assertThat(layers.library("ossl")).isEqualTo(library);
        assertThat(layers.models().ids()).isEmpty();
        write(directory.resolve("deepsalt/models/ucrb-1/model.json"));
        assertThat(layers.models().ids()).containsExactly("ucrb-1");
    }

    @Test
    void productsComeFromTheFoldersThatTheAdministratorOpened() throws Exception {
        Path product = directory.resolve("import/scene.zip");
        write(product);
        write(directory.resolve("secret/scene.zip"));
        assertThat(layers.importable("scene.zip")).isEqualTo(product.toRealPath());
        assertThatThrownBy(() -> layers.importable("../secret/scene.zip")).isInstanceOf(DeepSaltException.class);
    }

    @Test
    void aPublishedResultLeavesNothingAmongTheFilesOfTheExecution() throws Exception {
        Path result = SmallTiff.write(layers.newResult("ece.tif"), 1);
        write(execution.resolve("left-over.txt"));
        Publication.Published published = layers.publish(
                Publication.of("salt:ece", "ece-classes", result).title("Title").build());
        assertThat(published.geoTiff()).exists().startsWith(directory.resolve("data/salt/ece"));
        assertThat(execution).doesNotExist();
    }

    private static void write(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x", StandardCharsets.UTF_8);
    }
}
