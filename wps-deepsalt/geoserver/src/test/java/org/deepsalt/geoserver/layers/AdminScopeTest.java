/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.geoserver.ows.LocalWorkspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminScopeTest {
    @TempDir
    Path directory;

    @Test
    void onlyTheOutermostScopeEndsTheAdministrativeRequest() {
        try (CatalogInMemory server = new CatalogInMemory(directory, "salt")) {
            try (AdminScope outer = AdminScope.open(server.workspace)) {
                try (AdminScope inner = AdminScope.open(server.workspace)) {
                    assertThat(server.isAdministered()).isTrue();
                }
                assertThat(server.isAdministered()).isTrue();
            }
            assertThat(server.isAdministered()).isFalse();
        }
    }

    @Test
    void anIsolatedWorkspaceIsSeenFromWithinAndLeftAgain() {
        try (CatalogInMemory server = new CatalogInMemory(directory, "salt")) {
            when(server.workspace.isIsolated()).thenReturn(true);
            try (AdminScope scope = AdminScope.open(server.workspace)) {
                assertThat(LocalWorkspace.get()).isSameAs(server.workspace);
            }
            assertThat(LocalWorkspace.get()).isNull();
            server.enter();
            try (AdminScope scope = AdminScope.open(server.workspace)) {
                assertThat(LocalWorkspace.get()).isSameAs(server.workspace);
            }
            assertThat(LocalWorkspace.get()).isSameAs(server.workspace);
        }
    }
}
