/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deepsalt.processes.catalog.Publication;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.geoserver.catalog.CoverageDimensionInfo;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.Keyword;

/** Describes a coverage for people and for later processes: texts, bands and provenance. Stateless. */
final class CoverageText {
    private static final String OURS = "deepsalt_";

    private CoverageText() {}

    /** Whether a key of a coverage's metadata is one that publishing writes. */
    static boolean isOurs(String key) {
        return key.startsWith(OURS);
    }

    /**
     * Sets title, abstract and keywords, and takes names and units of the bands from the image's tags.
     *
     * @param tags of the image
     */
    static void describe(CoverageInfo coverage, Publication wanted, GdalMetadata tags) {
        coverage.setTitle(wanted.title());
        coverage.setAbstract(wanted.description());
        coverage.setDescription(wanted.description());
        coverage.getKeywords().clear();
        wanted.keywords().forEach(keyword -> coverage.getKeywords().add(new Keyword(keyword)));
        List<CoverageDimensionInfo> dimensions = coverage.getDimensions();
        List<String> names = wanted.bandNames().size() == dimensions.size()
                ? wanted.bandNames()
                : tags.descriptions(dimensions.size());
        Set<String> taken = new HashSet<>();
        for (int band = 0; band < names.size(); band++) {
            CoverageDimensionInfo dimension = dimensions.get(band);
            if (!names.get(band).isEmpty() && taken.add(names.get(band))) {
                dimension.setName(names.get(band));
            }
            tags.get(band, "unittype").ifPresent(dimension::setUnit);
        }
    }

    /**
     * Takes the provenance of one map from the request and the image's tags.
     *
     * @param tags of the image
     */
    static void putProvenance(CoverageInfo coverage, Publication wanted, GdalMetadata tags) {
        wanted.notes().forEach((name, value) -> coverage.getMetadata().put(name, value));
        tags.startingWith(OURS).forEach((name, value) -> coverage.getMetadata().put(name, value));
    }
}
