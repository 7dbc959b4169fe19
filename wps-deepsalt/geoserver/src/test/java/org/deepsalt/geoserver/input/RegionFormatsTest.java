/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.geoserver.wps.ppio.ComplexPPIO;
import org.geoserver.wps.ppio.ProcessParameterIO;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.process.ProcessException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.mockito.MockedStatic;

class RegionFormatsTest {
    private static final String POLYGON = "\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,1],[0,0]]]";

    private final Geometry parsed = new GeometryFactory().createPoint();
    private final ComplexPPIO geoServers = mock();
    private MockedStatic<ProcessParameterIO> formats;

    @BeforeEach
    void stub() throws Exception {
        formats = mockStatic(ProcessParameterIO.class);
        when(geoServers.decode(any(Object.class))).thenReturn(parsed);
        when(geoServers.decode(any(ByteArrayInputStream.class))).thenReturn(parsed);
    }

    @AfterEach
    void close() {
        formats.close();
    }

    private static ComplexPPIO format(String mediaType) {
        return new RegionFormats()
                .getProcessParameterIO().stream()
                        .map(ComplexPPIO.class::cast)
                        .filter(format -> format.getMimeType().equals(mediaType))
                        .findFirst()
                        .orElseThrow();
    }

    private static CoordinateReferenceSystem crs(Object region) {
        return (CoordinateReferenceSystem) ((Geometry) region).getUserData();
    }

    @Test
    void textsThatAreNestedTooDeepAreRefused() throws Exception {
        String nested = "GEOMETRYCOLLECTION(".repeat(100_000);
        assertThatThrownBy(() -> format("application/wkt").decode((Object) nested))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("nested more than 32 levels deep");
        assertThatThrownBy(() -> format("application/wkt")
                        .decode(new ByteArrayInputStream(nested.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("nested more than 32 levels deep");
        formats.when(() -> ProcessParameterIO.find(any(), any(), eq("application/gml-3.1.1")))
                .thenReturn(geoServers);
        when(geoServers.decode(any(ByteArrayInputStream.class))).thenThrow(new StackOverflowError());
        assertThatThrownBy(() -> format("application/gml-3.1.1").decode(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("nested deeper than can be read");
    }

    @Test
    void geoJsonIsInDegreesOrInWhatItsCrsMemberNames() throws Exception {
        ComplexPPIO json = format("application/json");
        assertThat(crs(json.decode((Object) ("{" + POLYGON + "}")))).isEqualTo(DefaultGeographicCRS.WGS84);
        String named = "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::32612\"}},"
                + POLYGON + "}";
        assertThat(CRS.lookupEpsgCode(crs(json.decode((Object) named)), false)).isEqualTo(32612);
        assertThat(crs(json.decode(new ByteArrayInputStream(named.getBytes(StandardCharsets.UTF_8)))))
                .isNotEqualTo(DefaultGeographicCRS.WGS84);
    }

    @Test
    void aCrsMemberThatNobodyKnowsIsRefused() {
        String named = "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"here\"}}," + POLYGON + "}";
        assertThatThrownBy(() -> format("application/json").decode((Object) named))
                .isInstanceOf(ProcessException.class)
                .hasMessageStartingWith("input ‘region’ has the crs");
    }

    /** A key-value pair has no media type, and GeoServer takes the first format for it. */
    @Test
    void aTextWithoutAMediaTypeIsWhatItLooksLike() throws Exception {
        ComplexPPIO first =
                (ComplexPPIO) new RegionFormats().getProcessParameterIO().get(0);
        formats.when(() -> ProcessParameterIO.find(any(), any(), eq("application/ewkt")))
                .thenReturn(geoServers);
        assertThat(crs(first.decode((Object) (" {" + POLYGON + "}")))).isEqualTo(DefaultGeographicCRS.WGS84);
        assertThat(first.decode((Object) "SRID=32612;POLYGON((0 0, 2 0, 2 1, 0 0))"))
                .isSameAs(parsed);
    }

    @Test
    void allElseIsReadByGeoServer() throws Exception {
        formats.when(() -> ProcessParameterIO.find(any(), any(), eq("text/xml; subtype=gml/3.1.1")))
                .thenReturn(geoServers);
        ComplexPPIO gml = format("text/xml; subtype=gml/3.1.1");
        assertThat(gml.decode(parsed)).isSameAs(parsed);
        assertThat(gml.decode((Object) "<gml:Polygon/>")).isSameAs(parsed);
        assertThat(gml.decode(new ByteArrayInputStream(new byte[0]))).isSameAs(parsed);
    }
}
