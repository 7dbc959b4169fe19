/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.deepsalt.geoserver.layers.LayerMark;
import org.deepsalt.geoserver.settings.SettingsOf;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.event.CatalogRemoveEvent;
import org.geoserver.rest.RequestInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.MockedStatic;

class PurgedLayersTest {
    @TempDir
    Path directory;

    private final RequestInfo request = mock();
    private final CatalogRemoveEvent removal = mock();
    private final List<Runnable> pending = new ArrayList<>();
    private CatalogInMemory server;
    private PurgedLayers purged;
    private MockedStatic<RequestInfo> requests;
    private Path folder;
    private CoverageStoreInfo store;

    @BeforeEach
    void open() throws Exception {
        server = new CatalogInMemory(directory, "salt");
        Journal journal = new Journal(server.catalog, SettingsOf.directory(directory));
        purged = new PurgedLayers(server.catalog, journal, pending::add);
        requests = mockStatic(RequestInfo.class);
        requests.when(RequestInfo::get).thenReturn(request);
        folder = Files.createDirectories(directory.resolve("data/salt/ece"));
        LayerMark.put("the mark", folder);
        Files.writeString(folder.resolve("ece-0123456789ab.tif"), "x", StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("ece-0123456789ab.json"), "x", StandardCharsets.UTF_8);
        store = Bean.of(
                CoverageStoreInfo.class,
                "Name",
                "ece",
                "Workspace",
                server.workspace,
                "URL",
                "file:data/salt/ece/ece-0123456789ab.tif");
        LayerMark.put("the mark", store);
        when(removal.getSource()).thenReturn(store);
    }

    @AfterEach
    void close() {
        requests.close();
        server.close();
    }

    @Test
    void itHearsOfEveryRemoval() {
        verify(server.catalog).addListener(purged);
    }

    @Test
    void purgeAllDeletesTheFilesOfALayerOfOurs() {
        when(request.getQueryMap()).thenReturn(Map.of("recurse", new String[] {"true"}, "purge", new String[] {"all"}));
        purged.handleRemoveEvent(removal);
        assertThat(folder.resolve("ece-0123456789ab.tif")).exists();
        answer();
        assertThat(folder).doesNotExist();
        assertThat(directory.resolve("deepsalt/publishing")).isEmptyDirectory();
    }

    @Test
    void theFilesOfASeriesGoTooWithItsIndex() throws Exception {
        when(request.getQueryMap()).thenReturn(Map.of("purge", new String[] {"all"}));
        Path series = Files.createDirectories(directory.resolve("data/salt/days"));
        LayerMark.put("series", series);
        String granule = "days-20250711T102030Z-0123456789ab.tif";
        for (String name : List.of(granule, granule + ".json", "days.shp", "days.properties", "indexer.properties")) {
            Files.writeString(series.resolve(name), "x", StandardCharsets.UTF_8);
        }
        CoverageStoreInfo days = Bean.of(
                CoverageStoreInfo.class,
                "Name",
                "days",
                "Type",
                "ImageMosaic",
                "Workspace",
                server.workspace,
                "URL",
                "file:data/salt/days");
        LayerMark.put("series", days);
        when(removal.getSource()).thenReturn(days);
        purged.handleRemoveEvent(removal);
        assertThat(series.resolve(granule)).exists();
        answer();
        assertThat(series).doesNotExist();
    }

    @Test
    void filesStayWithoutPurgeAndWhereNobodyAskedByRest() {
        when(request.getQueryMap()).thenReturn(Map.of("recurse", new String[] {"true"}));
        purged.handleRemoveEvent(removal);
        requests.when(RequestInfo::get).thenReturn(null);
        purged.handleRemoveEvent(removal);
        answer();
        assertThat(folder.resolve("ece-0123456789ab.tif")).exists();
    }

    @Test
    void filesOfOthersStay() throws Exception {
        when(request.getQueryMap()).thenReturn(Map.of("purge", new String[] {"all"}));
        Path mine = Files.writeString(folder.resolve("mine.tif"), "x", StandardCharsets.UTF_8);
        purged.handleRemoveEvent(removal);
        answer();
        assertThat(mine).exists();
        assertThat(folder.resolve("ece-0123456789ab.tif")).doesNotExist();
        LayerMark.put("another", store);
        Files.writeString(folder.resolve("ece-0123456789ab.tif"), "x", StandardCharsets.UTF_8);
        purged.handleRemoveEvent(removal);
        answer();
        assertThat(folder.resolve("ece-0123456789ab.tif")).exists();
    }

    /** The server has answered the request, and some seconds have passed. */
    private void answer() {
        pending.forEach(Runnable::run);
        pending.clear();
    }
}
