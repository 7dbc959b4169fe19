/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.geoserver.series.SeriesContent;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.PublicationBuilder;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.DimensionInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.MetadataLinkInfo;
import org.junit.jupiter.api.Test;

/** Maps of several dates become one layer. */
class SeriesPublisherTest extends SeriesPublishing {
    @Test
    void theFirstMapMakesTheSeries() throws Exception {
        Publication.Published published = add(JULY, 1);
        assertThat(published.layer()).isEqualTo("salt:ece");
        assertThat(published.geoTiff()).isEqualTo(folder.resolve(JULY_FILE));
        assertThat(files())
                .containsExactlyInAnyOrder(
                        ".deepsalt", "indexer.properties", "timeregex.properties", JULY_FILE, JULY_FILE + ".json");
        assertThat(result).doesNotExist();
        assertThat(report).doesNotExist();
        assertThat(Bean.saved(server.stores.get("ece")))
                .contains(entry("Type", "ImageMosaic"), entry("Enabled", true), entry("URL", "file:data/salt/ece"));
        LayerInfo layer = server.layer("ece");
        assertThat(layer.getDefaultStyle()).isSameAs(server.style("ece-classes"));
        CoverageInfo coverage = (CoverageInfo) layer.getResource();
        assertThat(coverage.getMetadata().get("time")).isInstanceOf(DimensionInfo.class);
        assertThat(coverage.getMetadata().get("deepsalt_model")).isNull();
        assertThat(coverage.getDimensions().get(0).getName()).isEqualTo("ece");
        verify(server.reader, never()).harvest(any(), any(), any());
        verify(server.tiles).truncate("salt:ece");
        assertNothingInProgress();
    }

    @Test
    void furtherMapsAreHarvestedAndTheLayerStaysAsItIs() throws Exception {
        add(JULY, 1);
        LayerInfo layer = server.layer("ece");
        CoverageInfo coverage = (CoverageInfo) layer.getResource();
        coverage.setTitle("By us");
        layer.setDefaultStyle(server.style("own"));
        add(AUGUST, 2);
        verify(server.reader).harvest(isNull(), any(File.class), isNull());
        assertThat(files()).contains(JULY_FILE, AUGUST_FILE);
        assertThat(server.layers).containsExactly(layer);
        assertThat(coverage.getTitle()).isEqualTo("By us");
        assertThat(layer.getDefaultStyle()).isSameAs(server.style("own"));
        assertThat(coverage.getNativeBoundingBox().getMaxX()).isEqualTo(3840);
        assertThat(coverage.getLatLonBoundingBox().getMaxY()).isBetween(0.03, 0.04);
        assertThat(server.administered).doesNotContain("save store");
        publisher.add(publication(3).title("New").titleChosen(true).build(), AUGUST);
        assertThat(coverage.getTitle()).isEqualTo("New");
    }

    @Test
    void aMapBringsItsRecordAndTheLayerLinksToOne() throws Exception {
        addWithRecord(JULY, "<july/>");
        CoverageInfo coverage = (CoverageInfo) server.layer("ece").getResource();
        MetadataLinkInfo own = Bean.of(MetadataLinkInfo.class, "Content", "https://example.org/record");
        coverage.getMetadataLinks().add(own);
        addWithRecord(AUGUST, "<august/>");
        add(AUGUST, 1);
        addWithRecord(JULY, "<again/>");
        assertThat(files())
                .contains(JULY_FILE.replace(".tif", ".iso.xml"))
                .doesNotContain(AUGUST_FILE.replace(".tif", ".iso.xml"))
                .noneMatch(name -> name.endsWith(".replaced"));
        assertThat(folder.resolve(JULY_FILE.replace(".tif", ".iso.xml"))).hasContent("<again/>");
        assertThat(coverage.getMetadataLinks())
                .extracting(MetadataLinkInfo::getContent)
                .containsExactly(
                        "/salt/ows?service=deepsalt&version=1.0.0&request=GetRecord&layer=salt%3Aece",
                        "https://example.org/record");
        server.failing = "save coverage";
        assertThatThrownBy(() -> addWithRecord(JULY, "<refused/>")).hasMessageContaining("no space for");
        assertThat(folder.resolve(JULY_FILE.replace(".tif", ".iso.xml"))).hasContent("<again/>");
    }

    private void addWithRecord(Granule granule, String text) throws Exception {
        Publication without = publication(1).build();
        Path record = Files.writeString(temp.resolve("result.iso.xml"), text, StandardCharsets.UTF_8);
        publisher.add(PublicationBuilder.builder(without).isoRecord(record).build(), granule);
    }

    @Test
    void theSameSceneAndModelReplacesItsMap() throws Exception {
        add(JULY, 1);
        byte[] old = Files.readAllBytes(folder.resolve(JULY_FILE));
        add(JULY, 2);
        assertThat(Files.readAllBytes(folder.resolve(JULY_FILE))).isNotEqualTo(old);
        assertThat(files()).hasSize(5);
        assertNothingInProgress();
    }

    @Test
    void mapsThatDoNotBelongTogetherAreRefusedWithTheRemedy() throws Exception {
        add(JULY, 1);
        Path other = SmallTiff.write(temp.resolve("other.tif"), 1, "EPSG:32613", "%");
        assertThatThrownBy(
                        () -> publisher.require(new SeriesTarget("salt:ece", "ece-classes", SeriesContent.of(other))))
                .hasMessageContaining("each UTM zone has a series of its own")
                .hasMessageContaining("are in 'dS/m', this one is in '%': name another series");
        Path same = SmallTiff.write(temp.resolve("same.tif"), 1);
        SeriesTarget.Content content = SeriesContent.of(same);
        publisher.require(new SeriesTarget("salt:ece", "ece-classes", content));
        SeriesTarget.Content clay = new SeriesTarget.Content(content.crs(), List.of("clay"), "%");
        assertThatThrownBy(() -> publisher.require(new SeriesTarget("salt:ece", "ece-classes", clay)))
                .hasMessageContaining("have the bands ece, dissimilarity, this one has clay");
        publisher.require(new SeriesTarget("salt:clay", "ece-classes", clay));
    }

    @Test
    void seriesAndSingleMapsDoNotReplaceEachOther() throws Exception {
        add(JULY, 1);
        Publisher maps = new Publisher(server.catalog, server.catalog, rights, settings, journal());
        assertThatThrownBy(() -> maps.requirePublishable("salt:ece", "ece-classes", true))
                .hasMessageContaining("is a series of maps, which no single map replaces");
        maps.publish(Publication.of("salt:map", "ece-classes", SmallTiff.write(temp.resolve("map.tif"), 1))
                .build());
        assertThatThrownBy(() -> publisher.require(new SeriesTarget("salt:map", "ece-classes", null)))
                .hasMessageContaining("is a layer of one map, not a series");
    }

    @Test
    void aServerWhoseShapefilesShowOtherDaysIsToldHowToStart() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Denver"));
        SeriesTarget target = new SeriesTarget("salt:ece", "ece-classes", null);
        assertThatThrownBy(() -> publisher.require(target))
                .hasMessageContaining("time zone 'America/Denver'")
                .hasMessageContaining("-Dorg.geotools.shapefile.datetime=true");
    }

    @Test
    void anIndexInADatabaseIsNamedInTheFolderOfANewSeries() throws Exception {
        publisher.add(publication(1).layer("salt:old").build(), JULY);
        Files.writeString(
                directory.resolve("deepsalt/deepsalt.properties"),
                "seriesIndex = salt:postgis\n",
                StandardCharsets.UTF_8);
        publisher =
                new SeriesPublisher(server.catalog, server.catalog, rights, SettingsOf.directory(directory), journal());
        add(JULY, 1);
        assertThat(folder.resolve("datastore.properties")).hasContent("StoreName=salt:postgis");
        publisher.add(publication(1).layer("salt:old").build(), AUGUST);
        assertThat(directory.resolve("data/salt/old/datastore.properties")).doesNotExist();
    }
}
