/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.StoreInfo;
import org.geoserver.catalog.StyleInfo;
import org.geoserver.security.ResourceAccessManager;
import org.geoserver.security.SecureCatalogImpl;
import org.geoserver.security.WorkspaceAccessLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private static final String STYLE = "ece-classes";

    @TempDir
    Path directory;

    private final WorkspaceAccessLimits limits = mock();
    private CatalogInMemory server;
    private Targets targets;

    @BeforeEach
    void open() {
        server = new CatalogInMemory(directory, "salt");
        server.style(STYLE);
        SecureCatalogImpl secure = mock();
        ResourceAccessManager manager = mock();
        when(secure.getResourceAccessManager()).thenReturn(manager);
        when(manager.getAccessLimits(null, server.workspace)).thenReturn(limits);
        when(limits.isAdminable()).thenReturn(true);
        targets = new Targets(
                server.catalog,
                new OwnLayers(server.catalog),
                new AccessRights(secure),
                SettingsOf.directory(directory));
    }

    @AfterEach
    void close() {
        assertThat(server.isAdministered()).isFalse();
        server.close();
    }

    @Test
    void aFreePlaceIsFound() {
        server.style("mask-reasons");
        Target target = targets.find("salt:ece_2024", STYLE, false);
        assertThat(target.name()).isEqualTo(new LayerName("salt", "ece_2024"));
        assertThat(target.workspace()).isSameAs(server.workspace);
        assertThat(target.style()).isSameAs(server.style(STYLE));
        assertThat(target.others()).containsExactly(server.style("mask-reasons"));
        assertThat(target.existing()).isEmpty();
        assertThat(target.folder()).isEqualTo(directory.resolve("data/salt/ece_2024"));
    }

    @Test
    void theStyleOfTheWorkspaceComesBeforeThatOfAll() {
        StyleInfo own = mock();
        when(server.catalog.getStyleByName(server.workspace, STYLE)).thenReturn(own);
        assertThat(targets.find("salt:ece", STYLE, false).style()).isSameAs(own);
    }

    @Test
    void aNameAloneGoesIntoTheDefaultWorkspaceOfTheSettingsOrElseOfTheCatalog() throws Exception {
        assertThat(problems("ece", STYLE, false))
                .containsExactly("there is no workspace '', or you may not see it: name the layer as workspace:layer");
        when(server.catalog.getDefaultWorkspace()).thenReturn(server.workspace);
        assertThat(targets.find("ece", STYLE, false).name().prefixed()).isEqualTo("salt:ece");
        Files.writeString(directory.resolve("deepsalt/deepsalt.properties"), "workspace = desert\n");
        assertThat(problems("ece", STYLE, false)).first().asString().startsWith("there is no workspace 'desert'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "ece map", "../ece", "a:b", "styles", "e\u015f", ""})
    void namesThatNoLayerCanHaveAreReported(String name) {
        assertThat(problems("salt:" + name, STYLE, false))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("layer name '" + name + "' is not possible: give at most 100");
    }

    @Test
    void everythingAboutTheNameIsReportedAtOnceAndThenEverythingAboutThePlace() throws Exception {
        assertThat(problems("desert:2024", STYLE, false)).hasSize(2);
        publish("ece");
        assertThat(problems("salt:ece", "rainbow", false))
                .containsExactly(
                        "there is no style 'rainbow': name another, or add it in the server's administration",
                        "there is a layer 'salt:ece' already: give another name, or say that it may be overwritten");
    }

    /** GeoServer takes this name for whatever workspace is the default, under which nobody would find the layer. */
    @Test
    void theAliasOfTheDefaultWorkspaceIsNoWorkspace() {
        when(server.catalog.getWorkspaceByName("default")).thenReturn(server.workspace);
        assertThat(problems("default:ece", STYLE, false))
                .first()
                .asString()
                .startsWith("there is no workspace 'default'");
    }

    @Test
    void whoMayNotAdministerTheWorkspaceIsToldSo() {
        when(limits.isAdminable()).thenReturn(false);
        assertThat(problems("salt:ece", STYLE, false))
                .containsExactly("you may not publish into workspace 'salt': log in as somebody who may administer it,"
                        + " or name another");
    }

    @Test
    void aLayerOfOursIsReplacedIfTheRequestSaysSo() throws Exception {
        CoverageStoreInfo store = publish("ece");
        Target target = targets.find("salt:ece", STYLE, true);
        assertThat(target.existing().orElseThrow().store()).isSameAs(store);
        assertThat(target.folder()).isEqualTo(directory.resolve("data/salt/ece"));
    }

    @Test
    void aRenamedLayerIsReplacedByItsNameOfTodayAlone() throws Exception {
        CoverageStoreInfo store = publish("ece");
        rename("ece", "ece_2024");
        assertThat(problems("salt:ece", STYLE, true))
                .containsExactly("the layer that was published as 'salt:ece' is called 'salt:ece_2024' now: give that"
                        + " name to replace it, or another that is free");
        Target target = targets.find("salt:ece_2024", STYLE, true);
        assertThat(target.store()).isEqualTo(new LayerName("salt", "ece"));
        assertThat(target.existing().orElseThrow().store()).isSameAs(store);
        assertThat(target.folder()).isEqualTo(directory.resolve("data/salt/ece"));
    }

    @Test
    void theServicesOfAWorkspacePublishIntoItByDefault() {
        server.enter();
        assertThat(targets.find("ece", STYLE, false).name().prefixed()).isEqualTo("salt:ece");
    }

    @Test
    void anIsolatedWorkspaceIsLookedIntoFromWithin() throws Exception {
        when(server.workspace.isIsolated()).thenReturn(true);
        publish("ece");
        assertThat(problems("salt:ece", STYLE, false)).first().asString().startsWith("there is a layer 'salt:ece'");
    }

    @Test
    void aStoreWithoutTheMarkOfItsFolderIsNotOurs() throws Exception {
        LayerMark.put("another", publish("ece"));
        assertNotOurs();
    }

    @Test
    void aFileThatSomebodyUploadedIntoOurStoreIsNotOurs() throws Exception {
        CoverageStoreInfo store = publish("ece");
        write(directory.resolve("data/salt/ece/ece.tif"));
        store.setURL("file:data/salt/ece/ece.tif");
        assertNotOurs();
    }

    @Test
    void aFolderWithFilesOfOthersIsNotTaken() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("data/salt/ece"));
        assertThat(targets.find("salt:ece", STYLE, false).existing()).isEmpty();
        write(folder.resolve("mine.tif"));
        assertThat(problems("salt:ece", STYLE, true))
                .containsExactly("where the files of 'salt:ece' would go, in data/salt/ece of the data directory, are"
                        + " files that DeepSalt did not put there: give another layer name, or have them moved away");
    }

    @Test
    void aStoreWithAFileElsewhereIsNotOurs() throws Exception {
        CoverageStoreInfo store = publish("ece");
        write(directory.resolve("data/mine.tif"));
        store.setURL("file:data/mine.tif");
        assertNotOurs();
        store.setURL("file:data/salt/ece/gone.tif");
        assertNotOurs();
        store.setURL(null);
        assertNotOurs();
    }

    @Test
    void aStoreOfAnotherKindIsNotOurs() {
        server.stores.put("ece", Bean.of(StoreInfo.class, "Name", "ece"));
        assertNotOurs();
    }

    private void assertNotOurs() {
        assertThat(problems("salt:ece", STYLE, true))
                .containsExactly("'salt:ece' was not published by DeepSalt: give another layer name");
    }

    @Test
    void aSecondLayerOfOurStoreKeepsItFromBeingReplaced() throws Exception {
        CoverageStoreInfo store = publish("ece");
        server.coverages.add(Bean.of(CoverageInfo.class, "Name", "second", "Store", store));
        assertThat(problems("salt:ece", STYLE, true))
                .containsExactly("the store of 'salt:ece' has not just the one layer that was published: remove what"
                        + " was added to it, or give another layer name");
    }

    @Test
    void aStoreThatLostItsLayerIsNotTakenOver() throws Exception {
        publish("ece");
        server.layers.clear();
        server.coverages.clear();
        assertThat(problems("salt:ece", STYLE, true))
                .containsExactly("the store of 'salt:ece' has lost its layer: remove the store, or give another layer"
                        + " name");
    }

    private CoverageStoreInfo publish(String name) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("data/salt").resolve(name));
        write(folder.resolve(name + "-0123456789ab.tif"));
        LayerMark.put("the mark", folder);
        CoverageStoreInfo store = Bean.of(
                CoverageStoreInfo.class,
                "Name",
                name,
                "URL",
                "file:data/salt/" + name + "/" + name + "-0123456789ab.tif");
        LayerMark.put("the mark", store);
        CoverageInfo coverage = Bean.of(CoverageInfo.class, "Name", name, "Store", store);
        server.stores.put(name, store);
        server.coverages.add(coverage);
        server.layers.add(Bean.of(LayerInfo.class, "Name", name, "Resource", coverage));
        return store;
    }

    /** As the pages and REST do: coverage and layer have the new name, the store keeps its own. */
    private void rename(String name, String wanted) {
        CoverageStoreInfo store = (CoverageStoreInfo) server.stores.get(name);
        CoverageInfo coverage = Bean.of(CoverageInfo.class, "Name", wanted, "Store", store);
        server.coverages.clear();
        server.coverages.add(coverage);
        server.layers.clear();
        server.layers.add(Bean.of(LayerInfo.class, "Name", wanted, "Resource", coverage));
    }

    private static void write(Path file) throws IOException {
        Files.writeString(file, "x", StandardCharsets.UTF_8);
    }

    private List<String> problems(String layer, String style, boolean overwrite) {
        return catchThrowableOfType(InvalidRequestException.class, () -> targets.find(layer, style, overwrite))
                .problems();
    }
}
