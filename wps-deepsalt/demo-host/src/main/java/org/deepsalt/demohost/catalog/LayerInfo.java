/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the catalog says about a layer. Immutable.
 *
 * @param title for people; the name where the catalog has none
 * @param description empty where the catalog has none
 * @param advertised whether capabilities list it
 * @param defaultStyle name of the style that is taken where a request names none; null if the catalog has none
 * @param styles names of further styles
 * @param links to metadata
 */
@RecordBuilder
public record LayerInfo(
        String workspace,
        String name,
        String title,
        String description,
        List<String> keywords,
        boolean advertised,
        @Nullable String defaultStyle,
        List<String> styles,
        List<MetadataLink> links) {
    public LayerInfo {
        keywords = List.copyOf(keywords);
        styles = List.copyOf(styles);
        links = List.copyOf(links);
    }
}
