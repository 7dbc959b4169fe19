/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.PointFeature;
import org.deepsalt.processes.catalog.Zone;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.FeatureTypeInfo;
import org.geoserver.catalog.LayerInfo;
import org.geotools.api.data.FeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class FeatureLayersTest {
    private static final String NAME = "sample:samples";
    private static final Offset<Double> MILLIMETRES = Offset.offset(1e-7);

    private final Catalog catalog = mock();
    private final LayerInfo layer = mock();
    private final FeatureTypeInfo type = mock();
    private final FeatureLayers layers = new FeatureLayers(catalog);

    @BeforeEach
    void publish() {
        when(catalog.getLayerByName(NAME)).thenReturn(layer);
        when(layer.enabled()).thenReturn(true);
        when(layer.getResource()).thenReturn(type);
    }

    /** On the central meridian of UTM zone 12, 111 degrees west, lies 500 km east; longitude stays before latitude. */
    @Test
    void pointsOfAProjectedLayerComeInDegreesWithTheAttributesThatHaveAValue() throws Exception {
        give(
                CRS.decode("EPSG:32612", true),
                "ece:Double,name:String,the_geom:Point",
                "1=4.5|a|POINT (500000 4427757.2186)",
                "2=|b|POINT (400000 4427757.2186)");
        List<PointFeature> points = layers.points(NAME, Progress.SILENT);
        assertThat(points).hasSize(2);
        assertThat(points.get(0).longitude()).isEqualTo(-111, MILLIMETRES);
        assertThat(points.get(0).latitude()).isEqualTo(40, Offset.offset(1e-5));
        assertThat(points.get(0).attributes()).isEqualTo(Map.of("ece", 4.5, "name", "a"));
        assertThat(points.get(1).longitude()).isBetween(-112.2, -112.1);
        assertThat(points.get(1).attributes()).isEqualTo(Map.of("name", "b"));
    }

    @Test
    void pointsInDegreesStayWhereTheyAre() throws Exception {
        give(DefaultGeographicCRS.WGS84, "ece:Double,the_geom:Point", "1=2|POINT (-112.25 39.5)");
        PointFeature point = layers.points(NAME, Progress.SILENT).get(0);
        assertThat(point.longitude()).isEqualTo(-112.25, MILLIMETRES);
        assertThat(point.latitude()).isEqualTo(39.5, MILLIMETRES);
    }

    @Test
    void featuresThatAreNoPointAreNamed() throws Exception {
        give(
                DefaultGeographicCRS.WGS84,
                "ece:Double,the_geom:Geometry",
                "fields.1=1|POINT (1 2)",
                "fields.2=2|LINESTRING (0 0, 1 1)");
        assertNoPoint("fields.2");
        give(DefaultGeographicCRS.WGS84, "ece:Double,the_geom:Point", "fields.3=1|POINT EMPTY");
        assertNoPoint("fields.3");
        give(DefaultGeographicCRS.WGS84, "ece:Double,the_geom:Point", "fields.4=1|");
        assertNoPoint("fields.4");
    }

    private void assertNoPoint(String id) {
        assertThatThrownBy(() -> layers.points(NAME, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage(
                        "layer 'sample:samples' has a feature '" + id + "' that is no point, wanted a layer of points");
    }

    @Test
    void zonesComeAsTheLayerHasThemWithoutThoseThatHaveNoShape() throws Exception {
        CoordinateReferenceSystem utm = CRS.decode("EPSG:32612", true);
        give(
                utm,
                "crop:String,the_geom:Polygon",
                "zones.1=cotton|POLYGON ((0 0, 10 0, 10 5, 0 5, 0 0))",
                "zones.2=barley|");
        List<Zone> zones = layers.zones(NAME, Progress.SILENT);
        assertThat(zones).hasSize(1);
        assertThat(zones.get(0).id()).isEqualTo("zones.1");
        assertThat(zones.get(0).geometry().getArea()).isEqualTo(50);
        assertThat(zones.get(0).crs()).isSameAs(utm);
        assertThat(zones.get(0).attributes()).isEqualTo(Map.of("crop", "cotton"));
    }

    @Test
    void aLayerWithoutACoordinateReferenceSystemIsReported() {
        for (Runnable reading : List.<Runnable>of(
                () -> layers.points(NAME, Progress.SILENT), () -> layers.zones(NAME, Progress.SILENT))) {
            assertThatThrownBy(reading::run)
                    .isInstanceOf(DeepSaltException.class)
                    .hasMessage(
                            "layer 'sample:samples' has no coordinate reference system: declare one in the catalog");
        }
    }

    @Test
    void aRasterLayerIsReported() {
        CoverageInfo coverage = mock();
        when(layer.getResource()).thenReturn(coverage);
        assertThatThrownBy(() -> layers.zones(NAME, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:samples' is not a layer of features: name another");
    }

    @Test
    void dataThatAreRefusedOrCannotBeReadOrAreComplexAreReported() throws Exception {
        when(type.getCRS()).thenReturn(DefaultGeographicCRS.WGS84);
        doThrow(new AccessDeniedException("no")).when(type).getFeatureSource(null, null);
        assertThatThrownBy(() -> layers.points(NAME, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:samples' may not be read by you: log in, or name another");
        doThrow(new IOException("no connection")).when(type).getFeatureSource(null, null);
        assertThatThrownBy(() -> layers.points(NAME, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:samples' cannot be read: no connection");
        doReturn(mock(FeatureSource.class)).when(type).getFeatureSource(null, null);
        assertThatThrownBy(() -> layers.zones(NAME, Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:samples' has complex features, wanted simple ones: name another");
    }

    /** @param features as GeoTools writes them in property files */
    private void give(CoordinateReferenceSystem crs, String schema, String... features) throws Exception {
        SimpleFeatureType schemaType = DataUtilities.createType("features", schema);
        ListFeatureCollection collection = new ListFeatureCollection(schemaType);
        for (String feature : features) {
            SimpleFeature made = DataUtilities.createFeature(schemaType, feature);
            collection.add(made);
        }
        when(type.getCRS()).thenReturn(crs);
        doReturn(DataUtilities.source(collection)).when(type).getFeatureSource(null, null);
    }
}
