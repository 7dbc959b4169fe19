/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.nio.file.Path;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.platform.GeoServerResourceLoader;
import org.geoserver.platform.resource.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address that nobody can understand is that of no file, and ends no listing of stores. */
class StoreFileTest {
    private final Catalog catalog = mock();
    private final GeoServerResourceLoader loader = mock();
    private final CoverageStoreInfo store = mock();
    private final Resource resource = mock();

    @BeforeEach
    void load() {
        when(catalog.getResourceLoader()).thenReturn(loader);
    }

    @Test
    void aFileIsFound() {
        when(store.getURL()).thenReturn("file:data/a.tif");
        when(loader.fromURL("file:data/a.tif")).thenReturn(resource);
        when(resource.getType()).thenReturn(Resource.Type.RESOURCE);
        when(resource.file()).thenReturn(new File("a.tif"));
        assertThat(StoreFile.of(catalog, store)).contains(Path.of("a.tif"));
        when(resource.getType()).thenReturn(Resource.Type.DIRECTORY);
        assertThat(StoreFile.of(catalog, store)).isEmpty();
    }

    @Test
    void aLonelyPercentSignIsNoFile() {
        when(store.getURL()).thenReturn("file:data/100%.tif");
        when(loader.fromURL("file:data/100%.tif")).thenThrow(new IllegalArgumentException("URLDecoder: incomplete"));
        assertThat(StoreFile.of(catalog, store)).isEmpty();
    }

    @Test
    void aZeroCharacterIsNoFile() {
        when(store.getURL()).thenReturn("file:data/%00.tif");
        when(loader.fromURL("file:data/%00.tif")).thenReturn(resource);
        when(resource.getType()).thenReturn(Resource.Type.RESOURCE);
        when(resource.file()).thenReturn(new File("\0.tif"));
        assertThat(StoreFile.of(catalog, store)).isEmpty();
    }

    @Test
    void aStoreWithoutAnAddressHasNoFile() {
        assertThat(StoreFile.of(catalog, store)).isEmpty();
    }
}
