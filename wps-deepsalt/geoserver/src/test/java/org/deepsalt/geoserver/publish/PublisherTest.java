/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.processes.catalog.LayerRecord;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.processes.catalog.PublicationBuilder;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.KeywordInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.MetadataLinkInfo;
import org.geoserver.catalog.StoreInfo;
import org.geoserver.security.ResourceAccessManager;
import org.geoserver.security.SecureCatalogImpl;
import org.geoserver.security.WorkspaceAccessLimits;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherTest {
    private static final String RECORD = "/salt/ows?service=deepsalt&version=1.0.0&request=GetRecord&layer=salt%3Aece";

    @TempDir
    Path temp;

    private Path directory;
    private Path folder;
    private CatalogInMemory server;
    private Publisher publisher;
    private Path result;
    private Path report;

    @BeforeEach
    void open() throws Exception {
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
        SettingsFile settings = SettingsOf.directory(directory);
        publisher = new Publisher(
                server.catalog,
                server.catalog,
                new AccessRights(secure),
                settings,
                new Journal(server.catalog, settings));
    }

    @AfterEach
    void close() {
        assertThat(server.isAdministered()).isFalse();
        server.close();
    }

    @Test
    void aResultBecomesALayer() throws Exception {
        Publication.Published published = publish("First", false);
        Path image = published.geoTiff();
        assertThat(published.layer()).isEqualTo("salt:ece");
        assertThat(image.getParent()).isEqualTo(folder);
        assertThat(names(folder))
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
        assertThat(names(folder)).containsExactly(".deepsalt", prefix + "METADATA.XML", prefix + "SPECTRAL_IMAGE.TIF");
        assertThat(((CoverageInfo) server.layer("ece").getResource()).getDimensions())
                .extracting(CoverageDimensionInfo::getName)
                .containsExactly("red", "GRAY_INDEX1");
    }

    @Test
    void aReplacedLayerStaysTheSameLayerWithAnotherContent() throws Exception {
        Path old = publish("First", false).geoTiff();
        LayerInfo layer = server.layer("ece");
        CoverageInfo coverage = (CoverageInfo) layer.getResource();
        coverage.getMetadata().put("cachingEnabled", "true");
        server.catalog.save(coverage);
        Path image = publish("Second", true).geoTiff();
        assertThat(old).doesNotExist();
        assertThat(names(folder)).hasSize(3);
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
        assertThat(names(folder)).hasSize(4);
        publish("Third", true);
        assertThat(coverage.getMetadataLinks()).containsExactly(own);
        assertThat(names(folder)).hasSize(3);
    }

    private Path publishWithRecord(String record) throws Exception {
        Publication without = publication("Title", true);
        Path file = Files.writeString(temp.resolve("result.iso.xml"), record, StandardCharsets.UTF_8);
        return publisher
                .publish(PublicationBuilder.builder(without).isoRecord(file).build())
                .geoTiff();
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
    void aDisabledLayerIsReplacedAndSaidToBeDisabled() throws Exception {
        assertThat(publish("First", false).remark()).isEmpty();
        LayerInfo layer = server.layer("ece");
        when(layer.prefixedName()).thenReturn("salt:ece");
        when(layer.enabled()).thenReturn(false);
        assertThat(publish("Second", true).remark()).startsWith("layer 'salt:ece' is disabled and stays so");
    }

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

    @Test
    void filesOfOthersInTheFolderOutliveAnOverwrite() throws Exception {
        publish("First", false);
        Path mine = Files.writeString(folder.resolve("mine.tif"), "x", StandardCharsets.UTF_8);
        publish("Second", true);
        assertThat(mine).exists();
        assertThat(names(folder)).hasSize(4);
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
        Set<String> files = names(folder);
        server.failing = step;
        server.failures = failures;
        assertRefused(true, step);
        assertThat(state()).isEqualTo(before);
        assertThat(names(folder)).isEqualTo(files);
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

    private void assertRefused(boolean overwrite, String step) {
        assertThatThrownBy(() -> publish("Refused", overwrite))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'salt:ece' was not published, GeoServer refused it: no space for '" + step + "'");
    }

    private Publication.Published publish(String title, boolean overwrite) throws Exception {
        return publisher.publish(publication(title, overwrite));
    }

    private Publication publication(String title, boolean overwrite) throws Exception {
        return publication(title, overwrite, true);
    }

    private Publication publication(String title, boolean overwrite, boolean chosen) throws Exception {
        result = SmallTiff.write(temp.resolve("result.tif"), 1);
        report = Files.writeString(temp.resolve("result.json"), "{}", StandardCharsets.UTF_8);
        return Publication.of("salt:ece", "ece-classes", result)
                .title(title)
                .titleChosen(chosen)
                .styleChosen(chosen)
                .description("Known values & places")
                .keywords(List.of("ECe", title))
                .report(report)
                .notes(Map.of("deepsalt_note " + title, title))
                .overwrite(overwrite)
                .build();
    }

    /** What the catalog has of the layer. */
    private Map<String, Map<String, Object>> state() {
        LayerInfo layer = server.layer("ece");
        return new TreeMap<>(Map.of(
                "store", Bean.saved(server.stores.get("ece")),
                "coverage", Bean.saved(layer.getResource()),
                "layer", Bean.saved(layer)));
    }

    private static Map<String, Object> metadata(CoverageInfo coverage) {
        return new TreeMap<>(coverage.getMetadata());
    }

    private void assertNothingInProgress() throws Exception {
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
