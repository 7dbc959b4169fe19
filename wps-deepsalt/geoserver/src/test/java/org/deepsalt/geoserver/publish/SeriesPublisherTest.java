/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.series.SeriesContent;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerName;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.PublicationBuilder;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.DimensionInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.MetadataLinkInfo;
import org.geoserver.security.ResourceAccessManager;
import org.geoserver.security.SecureCatalogImpl;
import org.geoserver.security.WorkspaceAccessLimits;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.coverage.grid.GridEnvelope2D;
import org.geotools.coverage.grid.io.DefaultHarvestedSource;
import org.geotools.geometry.GeneralBounds;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.transform.AffineTransform2D;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesPublisherTest {
    private static final Granule JULY = new Granule(Instant.parse("2025-07-11T10:20:30Z"), "0123456789ab");
    private static final Granule AUGUST = new Granule(Instant.parse("2025-08-01T10:20:30Z"), "0123456789ab");
    private static final String JULY_FILE = "ece-20250711T102030Z-0123456789ab.tif";
    private static final String AUGUST_FILE = "ece-20250801T102030Z-0123456789ab.tif";
    private static final TimeZone ZONE = TimeZone.getDefault();

    @TempDir
    Path temp;

    private Path directory;
    private Path folder;
    private CatalogInMemory server;
    private SettingsFile settings;
    private AccessRights rights;
    private SeriesPublisher publisher;
    private Path result;
    private Path report;

    @BeforeEach
    void open() throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
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
        publisher = new SeriesPublisher(server.catalog, server.catalog, rights, settings, journal());
        harvestAnswers(true);
        ReferencedEnvelope all = new ReferencedEnvelope(0, 3840, 0, 3840, CRS.decode("EPSG:32612", true));
        when(server.reader.getOriginalEnvelope()).thenReturn(new GeneralBounds(all));
        when(server.reader.getOriginalGridRange()).thenReturn(new GridEnvelope2D(0, 0, 128, 128));
        when(server.reader.getOriginalGridToWorld(PixelInCell.CELL_CENTER))
                .thenReturn(new AffineTransform2D(30, 0, 0, -30, 15, 3825));
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(ZONE);
        assertThat(server.isAdministered()).isFalse();
        server.close();
    }

    @Test
    void theFirstMapMakesTheSeries() throws Exception {
        Publication.Published published = add(JULY, 1);
        assertThat(published.layer()).isEqualTo("salt:ece");
        assertThat(published.geoTiff()).isEqualTo(folder.resolve(JULY_FILE));
        assertThat(names())
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
        assertThat(names()).contains(JULY_FILE, AUGUST_FILE);
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
        assertThat(names())
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
        assertThat(names()).hasSize(5);
        assertNothingInProgress();
    }

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
        assertThat(names())
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
        assertThat(names()).hasSize(5);
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
        assertThat(names()).contains(JULY_FILE).doesNotContain(AUGUST_FILE, "ece.shp", "ece.properties");
        assertNothingInProgress();
    }

    /** The map that is there must not be taken for what was being added. */
    @Test
    void aKillBeforeAReplacementBeganLeavesTheFormerMap() throws Exception {
        add(JULY, 1);
        String mark = Files.readString(folder.resolve(".deepsalt"), StandardCharsets.UTF_8);
        journal().beginGranule(new LayerName("salt", "ece"), folder.resolve(JULY_FILE), mark, true);
        journal().sweep();
        assertThat(names()).contains(JULY_FILE, JULY_FILE + ".json");
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
        assertThat(names()).containsExactlyInAnyOrder(".deepsalt", "mine.tif");
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

    private Journal journal() {
        return new Journal(server.catalog, settings);
    }

    private void harvestAnswers(boolean success) throws Exception {
        doAnswer(call -> List.of(new DefaultHarvestedSource(call.getArgument(1), success, "no such band")))
                .when(server.reader)
                .harvest(any(), any(), any());
    }

    /** What GeoServer has made. */
    private void index() throws Exception {
        for (String name : List.of("ece.shp", "ece.properties", "ecesample_image.dat")) {
            Files.writeString(folder.resolve(name), "", StandardCharsets.UTF_8);
        }
    }

    private Publication.Published add(Granule granule, float value) throws Exception {
        return publisher.add(publication(value).build(), granule);
    }

    private PublicationBuilder publication(float value) throws Exception {
        result = SmallTiff.write(temp.resolve("result.tif"), value);
        report = Files.writeString(temp.resolve("result.json"), String.valueOf((int) value), StandardCharsets.UTF_8);
        return Publication.of("salt:ece", "ece-classes", result).report(report);
    }

    private void assertNothingInProgress() throws Exception {
        try (Stream<Path> notes = Files.list(directory.resolve("deepsalt/publishing"))) {
            assertThat(notes).isEmpty();
        }
    }

    private Set<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }
}
