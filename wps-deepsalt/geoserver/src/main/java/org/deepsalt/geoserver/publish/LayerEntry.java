/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.util.List;
import org.deepsalt.geoserver.layers.LayerKind;
import org.deepsalt.geoserver.layers.LayerMark;
import org.deepsalt.geoserver.layers.OwnLayer;
import org.deepsalt.geoserver.layers.Target;
import org.deepsalt.geoserver.series.SeriesCoverage;
import org.deepsalt.geoserver.series.SeriesIndex;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CatalogBuilder;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds store, coverage and layer of a result to the catalog, or replaces them. A failure in the middle undoes what was
 * done. Not thread-safe.
 */
final class LayerEntry {
    private static final Logger LOGGER = LoggerFactory.getLogger(LayerEntry.class);

    private final Catalog catalog;
    private final Target target;
    private final String mark;
    private final LayerKind kind;
    private final CatalogBuilder builder;

    /** @param mark of store and folder */
    LayerEntry(Catalog catalog, Target target, String mark, LayerKind kind) {
        this.catalog = catalog;
        this.target = target;
        this.mark = mark;
        this.kind = kind;
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
                change(target.existing().get(), wanted, tags, url);
            } else {
                add(wanted, tags, url);
            }
        } catch (Exception e) {
            LOGGER.warn("layer '{}' was refused by the catalog", target.name().prefixed(), e);
            throw new DeepSaltException(
                    "layer '" + target.name().prefixed() + "' was not published, GeoServer refused it: "
                            + e.getMessage(),
                    e);
        }
    }

    private void add(Publication wanted, GdalMetadata tags, String url) throws Exception {
        CoverageStoreInfo fresh = builder.buildCoverageStore(target.name().local());
        fresh.setType(kind.storeType());
        fresh.setURL(url);
        fresh.setDescription(wanted.title());
        fresh.setEnabled(true);
        LayerMark.put(mark, fresh);
        catalog.add(fresh);
        CoverageStoreInfo found =
                catalog.getCoverageStoreByName(target.workspace(), target.name().local());
        CoverageStoreInfo store = found == null ? fresh : found;
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
        switch (kind) {
            case MAP -> CoverageText.putProvenance(coverage, wanted, tags);
            // The provenance of its maps is in their reports.
            case SERIES -> SeriesCoverage.describe(coverage);
        }
        if (wanted.isoRecord() != null) {
            coverage.getMetadataLinks().add(RecordLink.to(target.name()));
        }
        AsPublished.put(coverage, target);
        return coverage;
    }

    private void change(OwnLayer own, Publication wanted, GdalMetadata tags, String url) throws Exception {
        switch (kind) {
            case MAP -> replace(own, wanted, tags, url);
            case SERIES -> extend(own, wanted);
        }
    }

    /** A series has a new map in its store, and its layer gets the bounds of all, and what the request chooses. */
    private void extend(OwnLayer own, Publication wanted) throws IOException {
        LayerState before = LayerState.of(own.store(), own.coverage(), own.layer());
        LayerState after = LayerStateBuilder.builder(before)
                .place(SeriesIndex.place(own))
                .links(
                        wanted.isoRecord() == null
                                ? before.links()
                                : RecordLink.replace(before.links(), List.of(RecordLink.to(target.name()))))
                .title(wanted.titleChosen() ? wanted.title() : before.title())
                .style(wanted.styleChosen() ? target.style() : before.style())
                .others(wanted.styleChosen() ? target.others() : before.others())
                .build();
        try {
            after.putIntoLayer(catalog, own);
        } catch (RuntimeException e) {
            takeBack(() -> before.putIntoLayer(catalog, own), e);
            throw e;
        }
    }

    private void replace(OwnLayer own, Publication wanted, GdalMetadata tags, String url) throws Exception {
        CoverageStoreInfo store = own.store();
        LayerState before = LayerState.of(store, own.coverage(), own.layer());
        try {
            // The coverage is built from what the store now leads to.
            store.setURL(url);
            catalog.save(store);
            LayerState.of(url, coverage(store, wanted, tags), target)
                    .withEditsOf(before, wanted)
                    .putInto(catalog, own);
        } catch (Exception e) {
            takeBack(() -> before.putInto(catalog, own), e);
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
}
