/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.geoserver.catalog.Bean;
import org.deepsalt.geoserver.catalog.CatalogInMemory;
import org.deepsalt.geoserver.catalog.LayerRecords;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.config.impl.ServiceInfoImpl;
import org.geoserver.ows.HttpErrorCodeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.MockedConstruction;
import org.springframework.security.access.AccessDeniedException;

class RecordServiceTest {
    @TempDir
    Path directory;

    private CatalogInMemory server;
    private MockedConstruction<ServiceInfoImpl> infos;
    private RecordService service;
    private CoverageInfo map;

    @BeforeEach
    void open() throws Exception {
        server = new CatalogInMemory(directory, "salt");
        infos = mockConstruction(ServiceInfoImpl.class);
        service = new RecordService(new LayerRecords(server.catalog));
        Path folder = folder("map");
        SmallTiff.write(folder.resolve("map-0123456789ab.tif"), 1);
        Files.writeString(folder.resolve("map-0123456789ab.iso.xml"), "<map/>");
        map = layer("map", "GeoTIFF", "file:data/salt/map/map-0123456789ab.tif", "mark");
        folder = folder("dates");
        SmallTiff.write(folder.resolve("dates-20250711T102030Z-0123456789ab.tif"), 1);
        Files.writeString(folder.resolve("dates-20250711T102030Z-0123456789ab.iso.xml"), "<july/>");
        SmallTiff.write(folder.resolve("dates-20250801T102030Z-0123456789ab.tif"), 2);
        Files.writeString(folder.resolve("dates-20250801T102030Z-0123456789ab.iso.xml"), "<august/>");
        SmallTiff.write(folder.resolve("dates-20250901T102030Z-0123456789ab.tif"), 3);
        layer("dates", "ImageMosaic", "file:data/salt/dates", "mark");
        folder = folder("foreign");
        SmallTiff.write(folder.resolve("foreign-0123456789ab.tif"), 1);
        Files.writeString(folder.resolve("foreign-0123456789ab.iso.xml"), "<secret/>");
        layer("foreign", "GeoTIFF", "file:data/salt/foreign/foreign-0123456789ab.tif", "another mark");
    }

    @AfterEach
    void close() {
        infos.close();
        server.close();
    }

    private Path folder(String name) throws Exception {
        Path folder = Files.createDirectories(directory.resolve("data/salt").resolve(name));
        Files.writeString(folder.resolve(".deepsalt"), "mark", StandardCharsets.UTF_8);
        return folder;
    }

    private CoverageInfo layer(String name, String type, String url, String mark) throws Exception {
        CoverageStoreInfo store = Bean.of(CoverageStoreInfo.class, "Name", name, "Type", type, "URL", url);
        store.getMetadata().put("deepsalt_mark", mark);
        CoverageInfo coverage = Bean.of(CoverageInfo.class, "Name", name, "Store", store);
        when(coverage.getGridCoverageReader(null, null)).thenReturn(server.reader);
        LayerInfo layer = Bean.of(LayerInfo.class, "Name", name, "Resource", coverage);
        when(layer.enabled()).thenReturn(true);
        server.layers.add(layer);
        return coverage;
    }

    @ParameterizedTest
    @CsvSource({
        "salt:map, '', <map/>",
        "salt:dates, '', <august/>",
        "salt:dates, 2025-07-11, <july/>",
        "salt:dates, 2025-07-11T10:20:30Z, <july/>"
    })
    void aRecordIsFoundByTheNameOfTheLayer(String layer, String date, String content) throws Exception {
        RecordDocument document = ask(layer, date);
        RecordResponse response = new RecordResponse();
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        response.write(document, sent, null);
        assertThat(sent.toString(StandardCharsets.UTF_8)).isEqualTo(content);
        assertThat(response.getMimeType(document, null)).isEqualTo("text/xml");
        assertThat(response.getAttachmentFileName(document, null)).endsWith("-0123456789ab.iso.xml");
        assertThat(response.getHeaders(document, null))
                .isDeepEqualTo(new String[][] {{"Content-Security-Policy", "default-src 'none'; sandbox"}});
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 400, give layer",
        "salt:none, '', 404, there is no layer 'salt:none'",
        "salt:../../security, '', 404, there is no layer",
        "salt:foreign, '', 404, has no such record",
        "salt:dates, 2025-09-01, 404, has no such record",
        "salt:dates, ../map/map, 404, wanted a day such as"
    })
    void whatIsNotThereIsNotFound(String layer, String date, int status, String message) {
        assertThatThrownBy(() -> ask(layer, date))
                .isInstanceOfSatisfying(HttpErrorCodeException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(status))
                .hasMessageContaining(message)
                .hasMessageNotContaining(directory.toString());
    }

    @Test
    void whoMayNotReadTheLayerFindsNoRecord() throws Exception {
        when(map.getGridCoverageReader(null, null)).thenThrow(new AccessDeniedException("no"));
        assertThatThrownBy(() -> ask("salt:map", ""))
                .isInstanceOfSatisfying(HttpErrorCodeException.class, e -> assertThat(e.getErrorCode())
                        .isEqualTo(404));
        when(server.catalog.getLayerByName("salt:map")).thenThrow(new AccessDeniedException("no"));
        assertThatThrownBy(() -> ask("salt:map", "")).isInstanceOf(HttpErrorCodeException.class);
    }

    @Test
    void aDisabledLayerHasNoRecord() {
        LayerInfo layer = server.layer("map");
        when(layer.enabled()).thenReturn(false);
        assertThatThrownBy(() -> ask("salt:map", "")).hasMessageContaining("is disabled");
    }

    private RecordDocument ask(String layer, String date) {
        RecordRequest request = new RecordRequest();
        request.setLayer(layer);
        request.setDate(date);
        return service.getRecord(request);
    }
}
