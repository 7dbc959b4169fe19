/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CatalogBuilder;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;

/**
 * Adds store, coverage and layer of a result to the catalog, or replaces them. A failure in the middle undoes what was
 * done. Not thread-safe.
 */
final class LayerEntry {
    private static final String TYPE = "GeoTIFF";

    private final Catalog catalog;
    private final Target target;
    private final CatalogBuilder builder;

    LayerEntry(Catalog catalog, Target target) {
        this.catalog = catalog;
        this.target = target;
        this.builder = new CatalogBuilder(catalog);
        builder.setWorkspace(target.workspace());
    }

    /**
     * Adds the layer, or gives an existing one its new content.
     *
     * @param tags of the image
     * @param url of the image
     * @throws DeepSaltException if GeoServer does not take it; the catalog is as before then
     */
    void put(Publication wanted, GdalMetadata tags, String url) {
        try {
            if (target.existing().isPresent()) {
                replace(target.existing().get(), wanted, tags, url);
            } else {
                add(wanted, tags, url);
            }
        } catch (Exception e) {
            throw new DeepSaltException(
                    "layer '" + target.name().prefixed() + "' was not published, GeoServer refused it: "
                            + e.getMessage(),
                    e);
        }
    }

    private void add(Publication wanted, GdalMetadata tags, String url) throws Exception {
        CoverageStoreInfo fresh = builder.buildCoverageStore(target.name().local());
        fresh.setType(TYPE);
        fresh.setURL(url);
        fresh.setDescription(wanted.title());
        fresh.setEnabled(true);
        catalog.add(fresh);
        CoverageStoreInfo store =
                catalog.getCoverageStoreByName(target.workspace(), target.name().local());
        try {
            CoverageInfo coverage = coverage(store, wanted, tags);
            catalog.add(coverage);
            LayerInfo layer = builder.buildLayer(catalog.getCoverage(coverage.getId()));
            layer.setDefaultStyle(target.style());
            layer.getStyles().addAll(target.others());
            catalog.validate(layer, true).throwIfInvalid();
            catalog.add(layer);
        } catch (Exception e) {
            takeBack(() -> builder.removeStore(store, true), e);
            throw e;
        }
    }

    private CoverageInfo coverage(CoverageStoreInfo store, Publication wanted, GdalMetadata tags) throws Exception {
        builder.setStore(store);
        CoverageInfo coverage = builder.buildCoverageByName(null, target.name().local());
        CoverageText.describe(coverage, wanted, tags);
        return coverage;
    }

    private void replace(CoverageStoreInfo store, Publication wanted, GdalMetadata tags, String url) throws Exception {
        CoverageInfo coverage = only(catalog.getCoveragesByCoverageStore(store));
        LayerInfo layer = only(catalog.getLayers(coverage));
        LayerState before = LayerState.of(store, coverage, layer);
        try {
            // The coverage is built from what the store now leads to.
            store.setURL(url);
            catalog.save(store);
            LayerState.of(url, coverage(store, wanted, tags), target, before).putInto(catalog, store, coverage, layer);
        } catch (Exception e) {
            takeBack(() -> before.putInto(catalog, store, coverage, layer), e);
            throw e;
        }
    }

    /**
     * The cause of a failure often makes undoing fail as well, and is what people have to know: it is what is thrown.
     */
    private static void takeBack(Runnable undo, Exception why) {
        try {
            undo.run();
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    private <T> T only(List<T> found) {
        if (found.size() != 1) {
            throw new DeepSaltException("its store has " + found.size()
                    + " coverages or layers, wanted the one that was published: remove the store, or give"
                    + " another name");
        }
        return found.get(0);
    }
}
