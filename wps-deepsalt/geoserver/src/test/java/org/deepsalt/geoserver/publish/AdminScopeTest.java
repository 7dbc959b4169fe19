/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminScopeTest {
    @TempDir
    Path directory;

    @Test
    void onlyTheOutermostScopeEndsTheAdministrativeRequest() {
        try (CatalogInMemory server = new CatalogInMemory(directory, "salt")) {
            try (AdminScope outer = AdminScope.open()) {
                try (AdminScope inner = AdminScope.open()) {
                    assertThat(server.isAdministered()).isTrue();
                }
                assertThat(server.isAdministered()).isTrue();
            }
            assertThat(server.isAdministered()).isFalse();
        }
    }
}
