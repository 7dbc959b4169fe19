/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
 * @param companions further files without which the image is not whole, such as METADATA.XML; the host moves them, and
 *     in their new place the names of image and companions begin with the same prefix and end as they did
 * @param bandNames in the order of the image; empty to take those of its file
 * @param notes what a host that can shall keep with the layer besides what the image's own tags say
 * @param overwrite whether a layer of that name may be replaced
 */
public record Publication(
        String layer,
        String title,
        boolean titleChosen,
        String description,
        List<String> keywords,
        String style,
        boolean styleChosen,
        Path geoTiff,
        Path report,
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
    public static Builder of(String layer, String style, Path geoTiff) {
        return new Builder(layer, style, geoTiff);
    }

    /**
     * A layer that was published.
     *
     * @param layer name with workspace, by which it can be asked for
     * @param geoTiff where the file is now
     * @param remark what the caller should know about the layer, such as that it is disabled; empty for nothing
     */
    public record Published(String layer, Path geoTiff, String remark) {}

    /** Collects what is to be published; see {@link Publication} for the parts. Not thread-safe. */
    public static final class Builder {
        private final String layer;
        private final String style;
        private final Path geoTiff;
        private String title;
        private boolean titleChosen;
        private boolean styleChosen;
        private String description = "";
        private List<String> keywords = List.of();
        private Path report;
        private List<Path> companions = List.of();
        private List<String> bandNames = List.of();
        private Map<String, String> notes = Map.of();
        private boolean overwrite;

        private Builder(String layer, String style, Path geoTiff) {
            this.layer = layer;
            this.style = style;
            this.geoTiff = geoTiff;
            this.title = layer;
        }

        /** A title that the request gave. */
        public Builder title(String text) {
            this.title = text;
            this.titleChosen = true;
            return this;
        }

        /** A title for a layer that the request gave none. */
        public Builder usualTitle(String text) {
            this.title = text;
            this.titleChosen = false;
            return this;
        }

        public Builder styleChosen(boolean chosen) {
            this.styleChosen = chosen;
            return this;
        }

        public Builder description(String text) {
            this.description = text;
            return this;
        }

        public Builder keywords(List<String> words) {
            this.keywords = words;
            return this;
        }

        public Builder report(Path json) {
            this.report = json;
            return this;
        }

        public Builder companions(List<Path> files) {
            this.companions = files;
            return this;
        }

        public Builder bandNames(List<String> names) {
            this.bandNames = names;
            return this;
        }

        public Builder notes(Map<String, String> values) {
            this.notes = values;
            return this;
        }

        public Builder overwrite(boolean allowed) {
            this.overwrite = allowed;
            return this;
        }

        /** The publication with everything that was set. */
        public Publication build() {
            return new Publication(
                    layer,
                    title,
                    titleChosen,
                    description,
                    keywords,
                    style,
                    styleChosen,
                    geoTiff,
                    report,
                    companions,
                    bandNames,
                    notes,
                    overwrite);
        }
    }
}
