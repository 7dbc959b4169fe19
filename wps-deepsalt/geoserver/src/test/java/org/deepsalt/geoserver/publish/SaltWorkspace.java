/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.geoserver.security.ResourceAccessManager;
import org.geoserver.security.SecureCatalogImpl;
import org.geoserver.security.WorkspaceAccessLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server in memory whose workspace 'salt' the caller may administer; layer salt:ece would lie in {@code folder}. */
abstract class SaltWorkspace {
    @TempDir
    Path temp;

    Path directory;
    Path folder;
    CatalogInMemory server;
    SettingsFile settings;
    AccessRights rights;

    @BeforeEach
    void openWorkspace() throws Exception {
        directory = Files.createDirectory(temp.resolve("data-directory"));
        folder = directory.resolve("data/salt/ece");
        server = new CatalogInMemory(directory, "salt");
        server.style("ece-classes");
        server.style("mask-reasons");
        SecureCatalogImpl secure = mock();
        ResourceAccessManager manager = mock();
        WorkspaceAccessLimits limits = mock();
        when(secure.getResourceAccessManager()).thenReturn(manager);
        when(manager.getAccessLimits(null, server.workspace)).thenReturn(limits);
        when(limits.isAdminable()).thenReturn(true);
        rights = new AccessRights(secure);
        settings = SettingsOf.directory(directory);
    }

    @AfterEach
    void closeWorkspace() {
        assertThat(server.isAdministered()).isFalse();
        server.close();
    }

    Journal journal() {
        return new Journal(server.catalog, settings);
    }

    /** What lies in the folder of layer salt:ece. */
    Set<String> files() throws Exception {
        return names(folder);
    }

    void assertNothingInProgress() throws Exception {
        assertThat(names(directory.resolve("deepsalt/publishing"))).isEmpty();
    }

    private static Set<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }
}
