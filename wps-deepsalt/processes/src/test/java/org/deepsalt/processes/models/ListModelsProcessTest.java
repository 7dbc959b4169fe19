/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListModelsProcessTest {
    @TempDir
    Path models;

    @Test
    void aDamagedModelIsListedWithTheReason() throws IOException {
        Files.writeString(Files.createDirectory(models.resolve("broken")).resolve("model.json"), "{");
        LayerCatalog catalog = mock(LayerCatalog.class);
        when(catalog.models()).thenReturn(new ModelStore(models));
        JsonNode list = new ObjectMapper()
                .readTree(new ListModelsProcess(catalog).execute().json());
        assertThat(list).hasSize(1);
        assertThat(list.get(0).path("id").asText()).isEqualTo("broken");
        assertThat(list.get(0).path("problem").asText()).contains("broken");
    }
}
