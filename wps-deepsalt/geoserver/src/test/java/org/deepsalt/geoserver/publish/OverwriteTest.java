/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.processes.catalog.LayerRecord;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.PublicationBuilder;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.KeywordInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.MetadataLinkInfo;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.junit.jupiter.api.Test;

/** A layer is published again: what is replaced and what stays. */
class OverwriteTest extends MapPublishing {
    private static final String RECORD = "/salt/ows?service=deepsalt&version=1.0.0&request=GetRecord&layer=salt%3Aece";

    @Test
    void aReplacedLayerStaysTheSameLayerWithAnotherContent() throws Exception {
        Path old = publish("First", false).geoTiff();
        LayerInfo layer = server.layer("ece");
        CoverageInfo coverage = (CoverageInfo) layer.getResource();
        coverage.getMetadata().put("cachingEnabled", "true");
        server.catalog.save(coverage);
        Path image = publish("Second", true).geoTiff();
        assertThat(old).doesNotExist();
        assertThat(files()).hasSize(3);
        assertThat(server.layers).containsExactly(layer);
        assertThat(server.coverages).containsExactly(coverage);
        assertThat(Bean.saved(server.stores.get("ece")))
                .containsEntry("URL", "file:data/salt/ece/" + image.getFileName());
        assertThat(Bean.saved(coverage))
                .contains(
                        entry("Title", "Second"), entry("NativeBoundingBox", new ReferencedEnvelope(0, 2, 0, 1, null)));
        assertThat(metadata(coverage))
                .contains(
                        entry("cachingEnabled", "true"),
                        entry("deepsalt_model", "sample"),
                        entry("deepsalt_note Second", "Second"))
                .doesNotContainKey("deepsalt_note First");
        assertNothingInProgress();
    }

    @Test
    void whatAdministratorsHaveEditedSurvivesAnOverwrite() throws Exception {
        publish("First", false);
        LayerInfo layer = server.layer("ece");
        CoverageInfo coverage = (CoverageInfo) layer.getResource();
        coverage.setTitle("Salinity, spring");
        coverage.setAbstract("By us");
        coverage.getKeywords().add(Bean.of(KeywordInfo.class, "Value", "ours"));
        coverage.getDimensions().get(0).setName("salinity");
        layer.setDefaultStyle(server.style("own-style"));
        layer.getStyles().clear();
        publisher.publish(publication("Second", true, false));
        assertThat(coverage.getTitle()).isEqualTo("Salinity, spring");
        assertThat(coverage.getAbstract()).isEqualTo("By us");
        assertThat(coverage.getKeywords()).extracting(KeywordInfo::getValue).containsExactly("ECe", "First", "ours");
        assertThat(coverage.getDimensions().get(0).getName()).isEqualTo("salinity");
        assertThat(layer.getDefaultStyle()).isSameAs(server.style("own-style"));
        assertThat(layer.getStyles()).isEmpty();
    }

    @Test
    void whatNobodyEditedAndWhatTheRequestGivesIsReplaced() throws Exception {
        publish("First", false);
        LayerInfo layer = server.layer("ece");
        CoverageInfo coverage = (CoverageInfo) layer.getResource();
        publisher.publish(publication("Second", true, false));
        assertThat(coverage.getTitle()).isEqualTo("Second");
        coverage.setTitle("Edited");
        layer.setDefaultStyle(server.style("own-style"));
        publisher.publish(publication("Third", true, true));
        assertThat(coverage.getTitle()).isEqualTo("Third");
        assertThat(layer.getDefaultStyle()).isSameAs(server.style("ece-classes"));
    }

    @Test
    void theLayerLinksToItsRecordAndKeepsTheLinksOfOthers() throws Exception {
        publishWithRecord("<first/>");
        CoverageInfo coverage = (CoverageInfo) server.layer("ece").getResource();
        MetadataLinkInfo ours = coverage.getMetadataLinks().get(0);
        assertThat(ours.getType()).isEqualTo("text/xml");
        assertThat(ours.getMetadataType()).isEqualTo("ISO19115:2003");
        assertThat(ours.getContent()).isEqualTo(RECORD);
        MetadataLinkInfo own = Bean.of(MetadataLinkInfo.class, "Content", "https://example.org/record");
        coverage.getMetadataLinks().add(0, own);
        Path image = publishWithRecord("<second/>");
        assertThat(coverage.getMetadataLinks())
                .extracting(MetadataLinkInfo::getContent)
                .containsExactly(RECORD, "https://example.org/record");
        assertThat(LayerRecord.of(image)).hasContent("<second/>");
        assertThat(files()).hasSize(4);
        publish("Third", true);
        assertThat(coverage.getMetadataLinks()).containsExactly(own);
        assertThat(files()).hasSize(3);
    }

    private Path publishWithRecord(String record) throws Exception {
        Publication without = publication("Title", true);
        Path file = Files.writeString(temp.resolve("result.iso.xml"), record, StandardCharsets.UTF_8);
        return publisher
                .publish(PublicationBuilder.builder(without).isoRecord(file).build())
                .geoTiff();
    }

    @Test
    void aDisabledLayerIsReplacedAndSaidToBeDisabled() throws Exception {
        assertThat(publish("First", false).remark()).isEmpty();
        LayerInfo layer = server.layer("ece");
        when(layer.prefixedName()).thenReturn("salt:ece");
        when(layer.enabled()).thenReturn(false);
        assertThat(publish("Second", true).remark()).startsWith("layer 'salt:ece' is disabled and stays so");
    }

    @Test
    void filesOfOthersInTheFolderOutliveAnOverwrite() throws Exception {
        publish("First", false);
        Path mine = Files.writeString(folder.resolve("mine.tif"), "x", StandardCharsets.UTF_8);
        publish("Second", true);
        assertThat(mine).exists();
        assertThat(files()).hasSize(4);
    }
}
