/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CatalogBuilder;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.KeywordInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.ResourceInfo;
import org.geoserver.catalog.ResourcePool;
import org.geoserver.catalog.StoreInfo;
import org.geoserver.catalog.StyleInfo;
import org.geoserver.catalog.ValidationResult;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.gwc.GWC;
import org.geoserver.platform.GeoServerResourceLoader;
import org.geoserver.platform.resource.Resource;
import org.geotools.coverage.grid.io.StructuredGridCoverage2DReader;
import org.geotools.geometry.jts.ReferencedEnvelope;

/**
 * A GeoServer's catalog with its builder, as far as publishing uses them, over a data directory on disk. Close it after
 * the test: while it is open, GeoServer's own classes are replaced.
 */
public final class CatalogInMemory implements AutoCloseable {
    public final Catalog catalog = mock();
    public final GWC tiles = mock();
    public final ResourcePool pool = mock();

    /** What all stores are read with. */
    public final StructuredGridCoverage2DReader reader = mock();

    public final Map<String, StoreInfo> stores = new LinkedHashMap<>();
    public final List<CoverageInfo> coverages = new ArrayList<>();
    public final List<LayerInfo> layers = new ArrayList<>();
    final Map<String, StyleInfo> styles = new LinkedHashMap<>();
    public final WorkspaceInfo workspace;

    /** The step that fails, such as {@code add layer}; null for none. */
    public String failing;

    /** How often it still fails. */
    public int failures = Integer.MAX_VALUE;

    /** Steps that were done while the catalog was open for administration. */
    public final List<String> administered = new ArrayList<>();

    private final Path dataDirectory;
    private final ReplacedClasses replaced;
    private int ids;

    public CatalogInMemory(Path dataDirectory, String workspaceName) {
        this.dataDirectory = dataDirectory;
        this.workspace = Bean.of(WorkspaceInfo.class, "Name", workspaceName);
        when(catalog.getWorkspaceByName(workspaceName)).thenReturn(workspace);
        when(catalog.getStyleByName(anyString())).thenAnswer(call -> styles.get(call.<String>getArgument(0)));
        stubReading();
        stubChanges();
        GeoServerResourceLoader loader = mock();
        when(catalog.getResourceLoader()).thenReturn(loader);
        when(catalog.getResourcePool()).thenReturn(pool);
        when(loader.fromURL(anyString())).thenAnswer(call -> resource(call.getArgument(0)));
        this.replaced = new ReplacedClasses((builder, made) -> build(builder), tiles);
    }

    private void stubReading() {
        when(catalog.getStoreByName(eq(workspace), anyString(), any()))
                .thenAnswer(call -> isSeen() ? stores.get(call.<String>getArgument(1)) : null);
        when(catalog.getCoverageStoreByName(eq(workspace), anyString()))
                .thenAnswer(call -> isSeen() ? stores.get(call.<String>getArgument(1)) : null);
        when(catalog.getCoverage(anyString())).thenAnswer(call -> coverages.stream()
                .filter(coverage -> coverage.getId().equals(call.getArgument(0)))
                .findFirst()
                .orElse(null));
        when(catalog.getCoveragesByCoverageStore(any())).thenAnswer(call -> coverages.stream()
                .filter(coverage -> coverage.getStore() == call.getArgument(0))
                .toList());
        when(catalog.getLayers(any(ResourceInfo.class))).thenAnswer(call -> layers.stream()
                .filter(layer -> layer.getResource() == call.getArgument(0))
                .toList());
        when(catalog.getLayerByName(anyString()))
                .thenAnswer(call -> find(call.getArgument(0)).orElse(null));
    }

    /** As GeoServer, which shows what an isolated workspace holds to nobody outside of its services. */
    private boolean isSeen() {
        return !workspace.isIsolated() || replaced.local() == workspace;
    }

    /** Puts the test into the services of the workspace. */
    public void enter() {
        replaced.enter(workspace);
    }

    private void stubChanges() {
        doAnswer(call -> this.<StoreInfo>add(
                        "add store", call.getArgument(0), store -> stores.put(store.getName(), store)))
                .when(catalog)
                .add(any(StoreInfo.class));
        doAnswer(call -> this.<CoverageInfo>add("add coverage", call.getArgument(0), coverages::add))
                .when(catalog)
                .add(any(CoverageInfo.class));
        doAnswer(call -> this.<LayerInfo>add("add layer", call.getArgument(0), layers::add))
                .when(catalog)
                .add(any(LayerInfo.class));
        doAnswer(call -> save("save store", call.getArgument(0))).when(catalog).save(any(StoreInfo.class));
        doAnswer(call -> save("save coverage", call.getArgument(0)))
                .when(catalog)
                .save(any(CoverageInfo.class));
        doAnswer(call -> save("save layer", call.getArgument(0))).when(catalog).save(any(LayerInfo.class));
        when(catalog.validate(any(LayerInfo.class), anyBoolean())).thenAnswer(call -> {
            ValidationResult result = mock();
            doAnswer(check -> step("validate layer")).when(result).throwIfInvalid();
            return result;
        });
    }

    /** A change that may be set to fail. */
    private Object step(String name) {
        if (name.equals(failing) && failures-- > 0) {
            throw new IllegalStateException("no space for '" + name + "'");
        }
        if (replaced.areAdministered()) {
            administered.add(name);
        }
        return null;
    }

    private <T> Object add(String step, T info, Consumer<T> to) {
        step(step);
        Bean.save(info);
        to.accept(info);
        return null;
    }

    private Object save(String step, Object info) {
        step(step);
        Bean.save(info);
        return null;
    }

    private Resource resource(String url) {
        Path file = dataDirectory.resolve(url.replaceFirst("^file:", ""));
        Resource resource = mock();
        when(resource.file()).thenReturn(file.toFile());
        when(resource.dir()).thenReturn(file.toFile());
        Resource.Type exists = Files.isDirectory(file) ? Resource.Type.DIRECTORY : Resource.Type.UNDEFINED;
        when(resource.getType()).thenReturn(Files.isRegularFile(file) ? Resource.Type.RESOURCE : exists);
        return resource;
    }

    private void build(CatalogBuilder builder) throws Exception {
        StoreInfo[] store = new StoreInfo[1];
        doAnswer(call -> store[0] = call.getArgument(0)).when(builder).setStore(any());
        when(builder.buildCoverageStore(anyString())).thenAnswer(call -> newStore(call.getArgument(0)));
        when(builder.buildCoverageByName(any(), anyString())).thenAnswer(call -> {
            step("build coverage");
            return newCoverage(call.getArgument(1), (CoverageStoreInfo) store[0]);
        });
        when(builder.buildLayer(any(CoverageInfo.class))).thenAnswer(call -> {
            step("build layer");
            return newLayer(call.getArgument(0));
        });
        doAnswer(call -> remove(call.getArgument(0))).when(builder).removeStore(any(), eq(true));
    }

    private CoverageStoreInfo newStore(String name) {
        return Bean.of(CoverageStoreInfo.class, "Name", name, "Workspace", workspace, "GridCoverageReader", reader);
    }

    /** As GeoServer does, from the image that the store names at this time. */
    private CoverageInfo newCoverage(String name, CoverageStoreInfo store) {
        if (!Files.exists(dataDirectory.resolve(store.getURL().replaceFirst("^file:", "")))) {
            throw new IllegalStateException("no image at " + store.getURL());
        }
        List<CoverageDimensionInfo> bands = new ArrayList<>();
        for (int band = 0; band < 2; band++) {
            bands.add(Bean.of(CoverageDimensionInfo.class, "Name", "GRAY_INDEX" + band));
        }
        return Bean.of(
                CoverageInfo.class,
                "Id",
                "coverage-" + ++ids,
                "Name",
                name,
                "Store",
                store,
                "Dimensions",
                bands,
                "Keywords",
                new ArrayList<>(List.of(Bean.of(KeywordInfo.class, "Value", "WCS"))),
                "MetadataLinks",
                new ArrayList<>(),
                "Metadata",
                Bean.metadata(),
                "SRS",
                "EPSG:32612",
                "NativeBoundingBox",
                new ReferencedEnvelope(0, ids, 0, 1, null));
    }

    private static LayerInfo newLayer(CoverageInfo coverage) {
        LayerInfo layer = Bean.of(
                LayerInfo.class, "Name", coverage.getName(), "Resource", coverage, "Styles", new LinkedHashSet<>());
        when(layer.enabled()).thenReturn(true);
        return layer;
    }

    private Object remove(StoreInfo store) {
        step("remove store");
        layers.removeIf(layer -> layer.getResource().getStore() == store);
        coverages.removeIf(coverage -> coverage.getStore() == store);
        stores.values().remove(store);
        return null;
    }

    /** Whether an administrative request is left open. */
    public boolean isAdministered() {
        return replaced.areAdministered() || (workspace.isIsolated() && replaced.local() != null);
    }

    /** A style that all workspaces have. */
    public StyleInfo style(String name) {
        return styles.computeIfAbsent(name, key -> Bean.of(StyleInfo.class, "Name", key));
    }

    private Optional<LayerInfo> find(String name) {
        return layers.stream()
                .filter(layer -> name.equals(workspace.getName() + ":" + layer.getName()))
                .findFirst();
    }

    /** The layer of that name, which has to be there. */
    public LayerInfo layer(String name) {
        return find(workspace.getName() + ":" + name).orElseThrow();
    }

    @Override
    public void close() {
        replaced.close();
    }
}
