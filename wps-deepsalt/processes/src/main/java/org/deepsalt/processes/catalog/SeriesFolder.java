/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files of a series in its folder, besides those of its granules: what a GeoServer needs to index the folder as an
 * ImageMosaic with a time dimension. The time is the day that the names of the granules tell. Stateless.
 */
public final class SeriesFolder {
    private static final String TIME_REGEX = "timeregex";

    private SeriesFolder() {}

    /**
     * Contents of the files by their names.
     *
     * <p>They do not say {@code CanBeEmpty}: a folder that may be empty is not searched for granules when it is opened.
     */
    public static Map<String, byte[]> properties(String layer) {
        String indexer = """
                Name=%s
                TypeName=%s
                Wildcard=*.tif
                Recursive=false
                TimeAttribute=time
                Schema=*the_geom:Polygon,location:String,time:java.util.Date
                PropertyCollectors=TimestampFileNameExtractorSPI[%s](time)
                """.formatted(layer, layer, TIME_REGEX);
        String regex = """
                regex=(?<=-)[0-9]{8}(?=T[0-9]{6}Z-[0-9a-f]{12}$)
                format=yyyyMMdd
                """;
        return Map.of("indexer.properties", bytes(indexer), TIME_REGEX + ".properties", bytes(regex));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The report of a granule lies beside it: {@code NAME.tif.json}. */
    public static Path report(Path granule) {
        return granule.resolveSibling(granule.getFileName() + ".json");
    }
}
