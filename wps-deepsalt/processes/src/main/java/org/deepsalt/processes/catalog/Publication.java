/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result to be published. Immutable; made by {@link #of}.
 *
 * @param layer its name, with or without a workspace
 * @param title for people
 * @param titleChosen whether the request gave it; a title of the host's administrators gives way to no other
 * @param description for people
 * @param keywords for searches
 * @param style name of a style of the catalog
 * @param styleChosen whether the request gave it; as with titles
 * @param geoTiff the result; the host moves it
 * @param report JSON beside the result, which the host moves; null for none
 * @param isoRecord ISO 19139 record of the result, which the host moves and to which the layer links; null for none
 * @param companions further files without which the image is not whole, such as METADATA.XML; the host moves them, and
 *     in their new place the names of image and companions begin with the same prefix and end as they did
 * @param bandNames in the order of the image; empty to take those of its file
 * @param notes what a host that can shall keep with the layer besides what the image's own tags say
 * @param overwrite whether a layer of that name may be replaced
 */
@RecordBuilder
public record Publication(
        String layer,
        String title,
        boolean titleChosen,
        String description,
        List<String> keywords,
        String style,
        boolean styleChosen,
        Path geoTiff,
        @Nullable Path report,
        @Nullable Path isoRecord,
        List<Path> companions,
        List<String> bandNames,
        Map<String, String> notes,
        boolean overwrite) {

    public Publication {
        keywords = List.copyOf(keywords);
        companions = List.copyOf(companions);
        bandNames = List.copyOf(bandNames);
        notes = Map.copyOf(notes);
    }

    /** Begins a publication without texts, notes and further files, which replaces no layer. */
    public static PublicationBuilder of(String layer, String style, Path geoTiff) {
        return PublicationBuilder.builder()
                .layer(layer)
                .title(layer)
                .titleChosen(false)
                .styleChosen(false)
                .description("")
                .keywords(List.of())
                .style(style)
                .geoTiff(geoTiff)
                .companions(List.of())
                .bandNames(List.of())
                .notes(Map.of());
    }

    /**
     * A layer that was published.
     *
     * @param layer name with workspace, by which it can be asked for
     * @param geoTiff where the file is now
     * @param remark what the caller should know about the layer, such as that it is disabled; empty for nothing
     */
    public record Published(String layer, Path geoTiff, String remark) {}
}
