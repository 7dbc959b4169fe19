/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.KeywordInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.StyleInfo;
import org.geotools.api.coverage.grid.GridGeometry;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.geometry.jts.ReferencedEnvelope;

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
        Place place,
        List<CoverageDimensionInfo> dimensions,
        Map<String, Serializable> metadata,
        StyleInfo style,
        List<StyleInfo> others) {

    /** CRS, bounding boxes and grid. */
    record Place(
            CoordinateReferenceSystem nativeCrs,
            String srs,
            ReferencedEnvelope nativeBox,
            ReferencedEnvelope geographicBox,
            GridGeometry grid) {
        static Place of(CoverageInfo coverage) {
            return new Place(
                    coverage.getNativeCRS(),
                    coverage.getSRS(),
                    coverage.getNativeBoundingBox(),
                    coverage.getLatLonBoundingBox(),
                    coverage.getGrid());
        }

        void putInto(CoverageInfo coverage) {
            coverage.setNativeCRS(nativeCrs);
            coverage.setSRS(srs);
            coverage.setNativeBoundingBox(nativeBox);
            coverage.setLatLonBoundingBox(geographicBox);
            coverage.setGrid(grid);
        }
    }

    /** Reads the state of a layer in the catalog. */
    static LayerState of(CoverageStoreInfo store, CoverageInfo coverage, LayerInfo layer) {
        return of(store.getURL(), coverage, layer.getDefaultStyle(), new ArrayList<>(layer.getStyles()));
    }

    /**
     * The state that a coverage, which is not in the catalog, shall bring about in a layer: with its metadata, instead
     * of those of the former content, and with the administrators'.
     */
    static LayerState of(String url, CoverageInfo coverage, Target target, LayerState before) {
        LayerState fresh = of(url, coverage, target.style(), target.others());
        before.metadata.forEach((name, value) -> {
            if (!CoverageText.isOurs(name)) {
                fresh.metadata.putIfAbsent(name, value);
            }
        });
        return fresh;
    }

    private static LayerState of(String url, CoverageInfo coverage, StyleInfo style, List<StyleInfo> others) {
        return LayerStateBuilder.builder()
                .url(url)
                .title(coverage.getTitle())
                .description(coverage.getAbstract())
                .keywords(List.copyOf(coverage.getKeywords()))
                .place(Place.of(coverage))
                .dimensions(List.copyOf(coverage.getDimensions()))
                .metadata(new LinkedHashMap<>(coverage.getMetadata()))
                .style(style)
                .others(others)
                .build();
    }

    /** Changes a layer into this state, and saves store, coverage and layer. */
    void putInto(Catalog catalog, CoverageStoreInfo store, CoverageInfo coverage, LayerInfo layer) {
        store.setURL(url);
        catalog.save(store);
        coverage.setTitle(title);
        coverage.setAbstract(description);
        coverage.setDescription(description);
        coverage.getKeywords().clear();
        coverage.getKeywords().addAll(keywords);
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
