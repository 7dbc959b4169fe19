/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.processes.catalog.Publication;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.KeywordInfo;
import org.geoserver.catalog.LayerInfo;
import org.junit.jupiter.api.Test;

/** Results become layers. */
class PublisherTest extends MapPublishing {
    @Test
    void aResultBecomesALayer() throws Exception {
        Publication.Published published = publish("First", false);
        Path image = published.geoTiff();
        assertThat(published.layer()).isEqualTo("salt:ece");
        assertThat(image.getParent()).isEqualTo(folder);
        assertThat(files())
                .containsExactlyInAnyOrder(
                        ".deepsalt",
                        image.getFileName().toString(),
                        image.getFileName().toString().replace(".tif", ".json"));
        assertThat(result).doesNotExist();
        assertThat(report).doesNotExist();
        assertThat(Bean.saved(server.stores.get("ece")))
                .contains(
                        entry("Type", "GeoTIFF"),
                        entry("Enabled", true),
                        entry("URL", "file:data/salt/ece/" + image.getFileName()));
        LayerInfo layer = server.layer("ece");
        assertThat(layer.getDefaultStyle()).isSameAs(server.style("ece-classes"));
        assertThat(layer.getStyles()).containsExactly(server.style("mask-reasons"));
        assertNothingInProgress();
        verify(server.tiles).truncate("salt:ece");
    }

    @Test
    void theCoverageSaysWhatTheResultIs() throws Exception {
        publish("First", false);
        CoverageInfo coverage = (CoverageInfo) server.layer("ece").getResource();
        assertThat(coverage.getTitle()).isEqualTo("First");
        assertThat(coverage.getAbstract()).isEqualTo("Known values & places");
        assertThat(coverage.getKeywords()).extracting(KeywordInfo::getValue).containsExactly("ECe", "First");
        assertThat(coverage.getDimensions())
                .extracting(CoverageDimensionInfo::getName)
                .containsExactlyElementsOf(SmallTiff.BANDS);
        assertThat(coverage.getDimensions())
                .extracting(CoverageDimensionInfo::getUnit)
                .containsExactly("dS/m", null);
        assertThat(metadata(coverage))
                .contains(entry("deepsalt_model", "sample"), entry("deepsalt_note First", "First"));
    }

    @Test
    void theCatalogIsChangedWithinAnAdministrativeRequest() throws Exception {
        publish("First", false);
        publish("Second", true);
        assertThat(server.administered)
                .contains("add store", "add coverage", "add layer", "save store", "save coverage", "save layer");
    }

    @Test
    void companionsLieBesideTheImageUnderTheirNames() throws Exception {
        Path image = SmallTiff.write(temp.resolve("SPECTRAL_IMAGE.TIF"), 1);
        Path metadata = Files.writeString(temp.resolve("METADATA.XML"), "<x/>", StandardCharsets.UTF_8);
        Path published = publisher
                .publish(Publication.of("salt:ece", "ece-classes", image)
                        .title("Scene")
                        .companions(List.of(metadata))
                        .bandNames(List.of("red", "red"))
                        .build())
                .geoTiff();
        String prefix = published.getFileName().toString().replace("SPECTRAL_IMAGE.TIF", "");
        assertThat(files()).containsExactly(".deepsalt", prefix + "METADATA.XML", prefix + "SPECTRAL_IMAGE.TIF");
        assertThat(((CoverageInfo) server.layer("ece").getResource()).getDimensions())
                .extracting(CoverageDimensionInfo::getName)
                .containsExactly("red", "GRAY_INDEX1");
    }

    @Test
    void whatIsInTheWayIsFoundBeforeAnythingIsTouched() throws Exception {
        assertThatThrownBy(() -> publisher.requirePublishable("salt:ece", "rainbow", false))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is no style 'rainbow'");
        publish("First", false);
        publisher.requirePublishable("salt:ece", "ece-classes", true);
        assertThatThrownBy(() -> publish("Second", false)).isInstanceOf(InvalidRequestException.class);
        assertThat(result).exists();
        assertNothingInProgress();
    }

    @Test
    void aTileCacheThatFailsSpoilsNoPublication() throws Exception {
        doThrow(new IllegalStateException("no such tile layer"))
                .when(server.tiles)
                .truncate("salt:ece");
        assertThat(publish("First", false).layer()).isEqualTo("salt:ece");
    }
}
