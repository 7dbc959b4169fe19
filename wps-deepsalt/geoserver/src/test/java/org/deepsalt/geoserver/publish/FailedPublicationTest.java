/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.model.DeepSaltException;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.StoreInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GeoServer refuses, and what the disk does, leaves everything as it was. */
class FailedPublicationTest extends MapPublishing {
    @Test
    void anIsolatedWorkspaceGetsItsLayerAndARollBackLeavesNothing() throws Exception {
        when(server.workspace.isIsolated()).thenReturn(true);
        server.failing = "build layer";
        assertRefused(false, "build layer");
        assertThat(server.stores).isEmpty();
        assertThat(folder).doesNotExist();
        server.failing = null;
        assertThat(publish("First", false).layer()).isEqualTo("salt:ece");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"add store", "build coverage", "add coverage", "build layer", "validate layer", "add layer"})
    void aFailureAtAnyStepLeavesNothing(String step) throws Exception {
        server.failing = step;
        assertRefused(false, step);
        assertThat(server.stores).isEmpty();
        assertThat(server.coverages).isEmpty();
        assertThat(server.layers).isEmpty();
        assertThat(folder).doesNotExist();
        assertNothingInProgress();
    }

    /** The second time it is the journal that removes the store. */
    @Test
    void aStoreThatCannotBeTakenBackAtOnceIsRemovedByTheJournalAndTheFirstFailureIsTold() throws Exception {
        server.catalog.add(Bean.of(StoreInfo.class, "Name", "other"));
        doThrow(new IllegalStateException("no space for 'add coverage'"))
                .when(server.catalog)
                .add(any(CoverageInfo.class));
        server.failing = "remove store";
        server.failures = 1;
        assertRefused(false, "add coverage");
        assertThat(server.stores).containsOnlyKeys("other");
        assertThat(folder).doesNotExist();
        assertNothingInProgress();
    }

    /** The failures go on while the change is taken back, or end before. */
    @ParameterizedTest
    @CsvSource({
        "save store, 1",
        "save store, 9",
        "build coverage, 1",
        "save coverage, 1",
        "save coverage, 9",
        "save layer, 1",
        "save layer, 9"
    })
    void aFailureWhileReplacingLeavesTheOldLayer(String step, int failures) throws Exception {
        publish("First", false);
        Map<String, Map<String, Object>> before = state();
        Set<String> files = files();
        server.failing = step;
        server.failures = failures;
        assertRefused(true, step);
        assertThat(state()).isEqualTo(before);
        assertThat(files()).isEqualTo(files);
        assertNothingInProgress();
    }

    @Test
    void aDataDirectoryThatCannotBeWrittenIsReported() throws Exception {
        Files.createDirectories(folder.getParent().getParent());
        Files.writeString(folder.getParent(), "a file in a folder's place", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> publish("First", false))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageStartingWith("nothing was published: the data directory cannot be written;");
        assertThat(server.stores).isEmpty();
        assertThat(result).exists();
        assertNothingInProgress();
    }

    /** What the catalog has of the layer. */
    private Map<String, Map<String, Object>> state() {
        LayerInfo layer = server.layer("ece");
        return new TreeMap<>(Map.of(
                "store", Bean.saved(server.stores.get("ece")),
                "coverage", Bean.saved(layer.getResource()),
                "layer", Bean.saved(layer)));
    }
}
