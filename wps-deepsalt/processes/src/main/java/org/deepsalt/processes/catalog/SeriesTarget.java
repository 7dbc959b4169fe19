/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.jspecify.annotations.Nullable;

/**
 * A series that shall take a map, which need not exist yet. Immutable.
 *
 * @param series name of the layer, with or without a workspace
 * @param style name of a style of the catalog, for a series that does not exist yet
 * @param content of the map; null while it is not known, where all else is checked
 */
public record SeriesTarget(
        String series, String style, @Nullable Content content) {
    /**
     * What all maps of a series have in common.
     *
     * @param crs of the map, east before north; all maps of a series have one, so that scenes of another UTM zone make
     *     another series
     * @param bandNames in the order of the file, which tell the estimated property
     * @param unit of the estimated property
     */
    public record Content(CoordinateReferenceSystem crs, List<String> bandNames, String unit) {
        public Content {
            bandNames = List.copyOf(bandNames);
        }
    }
}
