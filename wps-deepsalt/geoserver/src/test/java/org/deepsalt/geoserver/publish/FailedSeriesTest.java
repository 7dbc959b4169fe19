/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures and kills leave the series with the maps that it had. */
class FailedSeriesTest extends SeriesPublishing {
    @ParameterizedTest
    @ValueSource(
            strings = {"add store", "build coverage", "add coverage", "build layer", "validate layer", "add layer"})
    void aFirstMapThatFailsLeavesNothing(String step) throws Exception {
        server.failing = step;
        assertThatThrownBy(() -> add(JULY, 1))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("no space for '" + step + "'");
        assertThat(server.stores).isEmpty();
        assertThat(server.layers).isEmpty();
        assertThat(folder).doesNotExist();
        assertNothingInProgress();
    }

    @ParameterizedTest
    @ValueSource(strings = {"harvest", "save coverage", "save layer"})
    void aFurtherMapThatFailsLeavesTheSeriesAndAnIndexThatIsMadeAnew(String step) throws Exception {
        add(JULY, 1);
        index();
        server.failing = step;
        harvestAnswers(!step.equals("harvest"));
        assertThatThrownBy(() -> add(AUGUST, 2))
                .hasMessageContaining(step.equals("harvest") ? "no such band" : "no space for");
        assertThat(files())
                .containsExactlyInAnyOrder(
                        ".deepsalt", "indexer.properties", "timeregex.properties", JULY_FILE, JULY_FILE + ".json");
        verify(server.pool).clear(any());
        assertNothingInProgress();
    }

    @Test
    void aReplacementThatFailsLeavesTheFormerMap() throws Exception {
        add(JULY, 1);
        byte[] old = Files.readAllBytes(folder.resolve(JULY_FILE));
        harvestAnswers(false);
        assertThatThrownBy(() -> add(JULY, 2)).hasMessageContaining("no such band");
        assertThat(Files.readAllBytes(folder.resolve(JULY_FILE))).isEqualTo(old);
        assertThat(folder.resolve(JULY_FILE + ".json")).hasContent("1");
        assertThat(files()).hasSize(5);
    }

    /** What the journal finds when the server starts again. */
    @Test
    void aKillInTheMiddleOfAHarvestIsUndoneAtTheNextStart() throws Exception {
        add(JULY, 1);
        String mark = Files.readString(folder.resolve(".deepsalt"), StandardCharsets.UTF_8);
        journal().beginGranule(new LayerName("salt", "ece"), folder.resolve(AUGUST_FILE), mark, false);
        SmallTiff.write(folder.resolve(AUGUST_FILE), 2);
        index();
        journal().sweep();
        assertThat(files()).contains(JULY_FILE).doesNotContain(AUGUST_FILE, "ece.shp", "ece.properties");
        assertNothingInProgress();
    }

    /** The map that is there must not be taken for what was being added. */
    @Test
    void aKillBeforeAReplacementBeganLeavesTheFormerMap() throws Exception {
        add(JULY, 1);
        String mark = Files.readString(folder.resolve(".deepsalt"), StandardCharsets.UTF_8);
        journal().beginGranule(new LayerName("salt", "ece"), folder.resolve(JULY_FILE), mark, true);
        journal().sweep();
        assertThat(files()).contains(JULY_FILE, JULY_FILE + ".json");
        assertNothingInProgress();
    }

    @Test
    void filesOfOthersOutliveTheSeries() throws Exception {
        add(JULY, 1);
        Path mine = Files.writeString(folder.resolve("mine.tif"), "x", StandardCharsets.UTF_8);
        String mark = Files.readString(folder.resolve(".deepsalt"), StandardCharsets.UTF_8);
        server.stores.clear();
        journal()
                .beginGranule(new LayerName("salt", "ece"), folder.resolve("none"), mark, true)
                .close();
        assertThat(mine).exists();
        assertThat(files()).containsExactlyInAnyOrder(".deepsalt", "mine.tif");
    }

    /** What GeoServer has made. */
    private void index() throws Exception {
        for (String name : List.of("ece.shp", "ece.properties", "ecesample_image.dat")) {
            Files.writeString(folder.resolve(name), "", StandardCharsets.UTF_8);
        }
    }
}
