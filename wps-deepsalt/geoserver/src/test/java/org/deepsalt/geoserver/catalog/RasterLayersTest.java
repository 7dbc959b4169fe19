/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.RasterLayer;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.FeatureTypeInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.MetadataMap;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.ows.LocalWorkspace;
import org.geoserver.platform.GeoServerResourceLoader;
import org.geoserver.platform.resource.Resource;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.MockedStatic;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;

class RasterLayersTest {
    private static final String NAME = "sample:enmap";

    @TempDir
    Path folder;

    private final Catalog catalog = mock();
    private final LayerInfo layer = mock();
    private final CoverageInfo coverage = mock();
    private final CoverageStoreInfo store = mock();
    private final MetadataMap metadata = mock();
    private final GridCoverage2DReader reader = mock();
    private final GeoServerResourceLoader loader = mock();
    private final RasterLayers layers = new RasterLayers(catalog);

    @BeforeEach
    void publish() throws Exception {
        when(catalog.getLayerByName(NAME)).thenReturn(layer);
        when(catalog.getResourceLoader()).thenReturn(loader);
        when(layer.enabled()).thenReturn(true);
        when(layer.getResource()).thenReturn(coverage);
        when(coverage.getStore()).thenReturn(store);
        when(coverage.getMetadata()).thenReturn(metadata);
        List<CoverageDimensionInfo> bands = List.of(band("blue"), band(null));
        when(coverage.getDimensions()).thenReturn(bands);
        when(coverage.getGridCoverageReader(null, null)).thenReturn(reader);
    }

    @Test
    void aLayerOverAFileComesWithTheFileAndTheNamesOfItsBands() throws Exception {
        Path image = Files.writeString(folder.resolve("enmap.tif"), "x", StandardCharsets.UTF_8);
        store("file:data/enmap.tif", image, Resource.Type.RESOURCE);
        try (RasterLayer raster = layers.open(NAME)) {
            assertThat(raster.name()).isEqualTo(NAME);
            assertThat(raster.reader()).isSameAs(reader);
            assertThat(raster.file()).isEqualTo(image);
            assertThat(raster.bandNames()).containsExactly("blue", "");
        }
        verify(reader, never()).dispose();
    }

    @Test
    void aLayerOverAFolderOrADatabaseHasNoFile() {
        store("file:data/mosaic", folder, Resource.Type.DIRECTORY);
        assertThat(layers.open(NAME).file()).isNull();
        when(store.getURL()).thenReturn("pgraster://db");
        assertThat(layers.open(NAME).file()).isNull();
        when(store.getURL()).thenReturn(null);
        assertThat(layers.open(NAME).file()).isNull();
    }

    /** Its first band may be the file's last. */
    @Test
    void aViewOfSomeBandsHasNoFile() throws Exception {
        Path image = Files.writeString(folder.resolve("enmap.tif"), "x", StandardCharsets.UTF_8);
        store("file:data/enmap.tif", image, Resource.Type.RESOURCE);
        when(metadata.containsKey("COVERAGE_VIEW")).thenReturn(true);
        assertThat(layers.open(NAME).file()).isNull();
    }

    /** Asking GeoServer for the file of a resource that is not there would make an empty one. */
    @Test
    void aFileThatIsGoneIsNotAskedFor() {
        Resource gone = store("file:data/gone.tif", folder.resolve("gone.tif"), Resource.Type.UNDEFINED);
        assertThat(layers.open(NAME).file()).isNull();
        verify(gone, never()).file();
    }

    @Test
    void aLayerThatIsNotThereIsReportedWithWhatTheServicesSee() {
        WorkspaceInfo workspace = mock();
        when(workspace.getName()).thenReturn("salt");
        try (MockedStatic<LocalWorkspace> services = mockStatic(LocalWorkspace.class)) {
            assertThatThrownBy(() -> layers.open("sample:enamp"))
                    .isInstanceOf(DeepSaltException.class)
                    .hasMessage("there is no layer 'sample:enamp', or you may not read it: name one as workspace:name,"
                            + " see the capabilities of WMS");
            services.when(LocalWorkspace::get).thenReturn(workspace);
            assertThatThrownBy(() -> layers.open("sample:enamp"))
                    .isInstanceOf(DeepSaltException.class)
                    .hasMessageStartingWith("there is no layer 'sample:enamp' in workspace 'salt', or you may not read"
                            + " it; the services of a workspace see no layers of others:");
        }
    }

    @Test
    void aDisabledLayerIsReported() {
        when(layer.enabled()).thenReturn(false);
        assertThatThrownBy(() -> layers.open(NAME))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:enmap' is disabled: ask the administrator to enable it");
    }

    @Test
    void aLayerOfFeaturesIsReported() {
        FeatureTypeInfo features = mock();
        when(layer.getResource()).thenReturn(features);
        assertThatThrownBy(() -> layers.open(NAME))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:enmap' is not a raster layer: name another");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalByTheDataIsReported(RuntimeException refusal) throws Exception {
        when(coverage.getGridCoverageReader(null, null)).thenThrow(refusal);
        assertThatThrownBy(() -> layers.open(NAME))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:enmap' may not be read by you: log in, or name another")
                .hasCause(refusal);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalByTheCatalogIsReported(RuntimeException refusal) {
        when(catalog.getLayerByName(NAME)).thenThrow(refusal);
        assertThatThrownBy(() -> layers.open(NAME))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:enmap' may not be read by you: log in, or name another");
    }

    static Stream<RuntimeException> refusals() {
        return Stream.of(
                new AccessDeniedException("Cannot access enmap with the current privileges"),
                new InsufficientAuthenticationException("Cannot access enmap as anonymous"));
    }

    @Test
    void dataThatCannotBeOpenedAreReported() throws Exception {
        when(coverage.getGridCoverageReader(null, null)).thenThrow(new IOException("bad magic"));
        assertThatThrownBy(() -> layers.open(NAME))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("layer 'sample:enmap' cannot be opened: bad magic");
        CoverageInfo other = mock();
        when(layer.getResource()).thenReturn(other);
        assertThatThrownBy(() -> layers.open(NAME))
                .isInstanceOf(DeepSaltException.class)
                .hasMessage("the data of layer 'sample:enmap' cannot be found: check its store");
    }

    private Resource store(String url, Path file, Resource.Type type) {
        Resource resource = mock();
        when(resource.getType()).thenReturn(type);
        when(resource.file()).thenReturn(file.toFile());
        when(store.getURL()).thenReturn(url);
        when(loader.fromURL(url)).thenReturn(resource);
        return resource;
    }

    private static CoverageDimensionInfo band(String name) {
        CoverageDimensionInfo band = mock();
        when(band.getName()).thenReturn(name);
        return band;
    }
}
