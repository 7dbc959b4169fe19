/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepsalt.geoserver.layers.LayerPlace;
import org.deepsalt.geoserver.layers.OwnLayer;
import org.deepsalt.geoserver.layers.Target;
import org.deepsalt.geoserver.publish.AsPublished.Item;
import org.deepsalt.processes.catalog.Publication;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.KeywordInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.MetadataLinkInfo;
import org.geoserver.catalog.StyleInfo;

/**
 * What a publication changes in a layer that exists. All else stays: its identifiers, and what administrators have set,
 * such as limits, caching and membership in groups. Immutable as far as the catalog's own objects are.
 */
@RecordBuilder
record LayerState(
        String url,
        String title,
        String description,
        List<KeywordInfo> keywords,
        List<MetadataLinkInfo> links,
        LayerPlace place,
        List<CoverageDimensionInfo> dimensions,
        Map<String, Serializable> metadata,
        StyleInfo style,
        List<StyleInfo> others) {

    /** Reads the state of a layer in the catalog. */
    static LayerState of(CoverageStoreInfo store, CoverageInfo coverage, LayerInfo layer) {
        return of(store.getURL(), coverage, layer.getDefaultStyle(), new ArrayList<>(layer.getStyles()));
    }

    /** The state that a coverage, which is not in the catalog, shall bring about in a layer. */
    static LayerState of(String url, CoverageInfo coverage, Target target) {
        return of(url, coverage, target.style(), target.others());
    }

    /**
     * This state with what somebody has edited in the former one, except where a request says otherwise: texts, bands,
     * styles, links, and all metadata but those of the former content.
     */
    LayerState withEditsOf(LayerState before, Publication wanted) {
        before.metadata.forEach((name, value) -> {
            if (!CoverageText.isOurs(name)) {
                metadata.put(name, value);
            }
        });
        boolean title = !wanted.titleChosen() && before.isEdited(Item.TITLE, before.title);
        boolean style =
                !wanted.styleChosen() && before.isEdited(Item.STYLE, AsPublished.styles(Stream.of(before.style)));
        boolean bands = before.isEdited(Item.BANDS, AsPublished.bands(before.dimensions))
                && before.dimensions.size() == dimensions.size();
        boolean texts = before.isEdited(Item.ABSTRACT, before.description);
        boolean words = before.isEdited(Item.KEYWORDS, AsPublished.keywords(before.keywords));
        boolean others = before.isEdited(Item.STYLES, AsPublished.styles(before.others.stream()));
        return new LayerState(
                url,
                title ? before.title : this.title,
                texts ? before.description : description,
                words ? before.keywords : keywords,
                RecordLink.replace(before.links, links),
                place,
                bands ? before.dimensions : dimensions,
                metadata,
                style ? before.style : this.style,
                others ? before.others : this.others);
    }

    private boolean isEdited(Item item, String now) {
        return AsPublished.isEdited(item, metadata, now);
    }

    private static LayerState of(String url, CoverageInfo coverage, StyleInfo style, List<StyleInfo> others) {
        return LayerStateBuilder.builder()
                .url(url)
                .title(coverage.getTitle())
                .description(coverage.getAbstract())
                .keywords(List.copyOf(coverage.getKeywords()))
                .links(List.copyOf(coverage.getMetadataLinks()))
                .place(LayerPlace.of(coverage))
                .dimensions(List.copyOf(coverage.getDimensions()))
                .metadata(new LinkedHashMap<>(coverage.getMetadata()))
                .style(style)
                .others(others)
                .build();
    }

    /** Changes a layer into this state, and saves store, coverage and layer. */
    void putInto(Catalog catalog, OwnLayer own) {
        CoverageStoreInfo store = own.store();
        store.setURL(url);
        catalog.save(store);
        putIntoLayer(catalog, own);
    }

    /** The same but for the store: saving it would have GeoServer close what it is being read with. */
    void putIntoLayer(Catalog catalog, OwnLayer own) {
        CoverageInfo coverage = own.coverage();
        LayerInfo layer = own.layer();
        coverage.setTitle(title);
        coverage.setAbstract(description);
        coverage.setDescription(description);
        coverage.getKeywords().clear();
        coverage.getKeywords().addAll(keywords);
        coverage.getMetadataLinks().clear();
        coverage.getMetadataLinks().addAll(links);
        place.putInto(coverage);
        coverage.getDimensions().clear();
        coverage.getDimensions().addAll(dimensions);
        coverage.getMetadata().clear();
        metadata.forEach(coverage.getMetadata()::put);
        catalog.save(coverage);
        layer.setDefaultStyle(style);
        layer.getStyles().clear();
        layer.getStyles().addAll(others);
        catalog.save(layer);
    }
}
