/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsalt.geoserver.layers.Target;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.KeywordInfo;
import org.geoserver.catalog.StyleInfo;

/**
 * What administrators may edit in a layer, each item as one text. A publication leaves these texts in the coverage's
 * metadata, so that the next one can tell what somebody has edited since: only what nobody did is replaced. Stateless.
 */
final class AsPublished {
    private static final String PREFIX = "deepsalt_published_";

    /** What is compared. */
    enum Item {
        TITLE,
        ABSTRACT,
        KEYWORDS,
        BANDS,
        STYLE,
        STYLES;

        private String key() {
            return PREFIX + name().toLowerCase(Locale.ROOT);
        }
    }

    private AsPublished() {}

    /** Notes the state of a coverage that is being published, and the styles that its layer gets. */
    static void put(CoverageInfo coverage, Target target) {
        Map<String, Serializable> metadata = coverage.getMetadata();
        metadata.put(Item.TITLE.key(), coverage.getTitle());
        metadata.put(Item.ABSTRACT.key(), coverage.getAbstract());
        metadata.put(Item.KEYWORDS.key(), keywords(coverage.getKeywords()));
        metadata.put(Item.BANDS.key(), bands(coverage.getDimensions()));
        metadata.put(Item.STYLE.key(), styles(Stream.of(target.style())));
        metadata.put(Item.STYLES.key(), styles(target.others().stream()));
    }

    /**
     * Whether somebody has edited an item.
     *
     * @param metadata of the coverage
     * @param now the item's text, made by the methods of this class where it is no text by itself
     */
    static boolean isEdited(Item item, Map<String, Serializable> metadata, String now) {
        Object then = metadata.get(item.key());
        return then != null && !then.equals(now);
    }

    static String keywords(List<KeywordInfo> keywords) {
        return keywords.stream().map(KeywordInfo::getValue).sorted().collect(Collectors.joining("|"));
    }

    static String bands(List<CoverageDimensionInfo> bands) {
        return bands.stream()
                .map(band -> band.getName() + " " + band.getUnit() + " " + band.getDescription() + " " + band.getRange()
                        + " " + band.getNullValues())
                .collect(Collectors.joining("|"));
    }

    static String styles(Stream<StyleInfo> styles) {
        return styles.map(style -> style == null ? "" : style.getName())
                .sorted()
                .collect(Collectors.joining("|"));
    }
}
