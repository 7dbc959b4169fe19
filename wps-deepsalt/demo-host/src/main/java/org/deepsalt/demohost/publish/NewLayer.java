/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.LayerInfoBuilder;
import org.deepsalt.demohost.catalog.MetadataLink;

/**
 * What a new layer shall be called and look like. Immutable.
 *
 * @param workspace one that exists
 * @param name of the layer and its store: a letter or underscore, then letters, digits, underscores, dots and hyphens
 * @param title for people; empty to take the name
 * @param description empty for none
 * @param style name of a style that exists
 * @param moreStyles names of further styles that exist
 * @param overwrite whether a layer that was published under this name before may be replaced
 */
@RecordBuilder
public record NewLayer(
        String workspace,
        String name,
        String title,
        String description,
        List<String> keywords,
        String style,
        List<String> moreStyles,
        boolean overwrite) {
    public NewLayer {
        keywords = List.copyOf(keywords);
        moreStyles = List.copyOf(moreStyles);
    }

    /** Name of workspace and layer such as {@code deepsalt:ece}. */
    public String prefixedName() {
        return workspace + ":" + name;
    }

    /** What the catalog says of it, in a fresh layer. */
    LayerInfo info(List<MetadataLink> links) {
        return LayerInfoBuilder.builder()
                .workspace(workspace)
                .name(name)
                .title(title.isBlank() ? name : title)
                .description(description)
                .keywords(keywords)
                .advertised(true)
                .defaultStyle(style)
                .styles(moreStyles)
                .links(links)
                .build();
    }
}
