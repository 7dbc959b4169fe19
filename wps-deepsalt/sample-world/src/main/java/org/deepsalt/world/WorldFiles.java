/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.world.maps.PointFiles;

/**
 * Paths of the files of a world.
 *
 * @param folder the whole world
 * @param regions the files of each region, in the order of {@link org.deepsalt.world.region.Region}
 * @param library laboratory spectra of all labelled regions, gzip-compressed CSV
 * @param points field samples of all labelled regions
 * @param unseen field samples of the last region, for evaluation alone; empty in a world of one region
 */
public record WorldFiles(
        Path folder, List<RegionFiles> regions, Path library, PointFiles points, Optional<PointFiles> unseen) {
    public WorldFiles {
        regions = List.copyOf(regions);
    }

    /** METADATA.XML of the first region's EnMAP product. */
    public Path enmap() {
        return regions.get(0).enmap();
    }

    /** The first region's map of sand and clay. */
    public Path soil() {
        return regions.get(0).soil();
    }

    /** The first region's map of the climate. */
    public Path climate() {
        return regions.get(0).climate();
    }

    /** The first region's true ECe. */
    public Path truth() {
        return regions.get(0).truth();
    }

    /** The field samples as GeoJSON. */
    public Path samples() {
        return points.geoJson();
    }

    /** The field samples for GeoTools' property data store. */
    public Path sampleProperties() {
        return points.properties();
    }

    /** The paths of the same files after the world's folder was moved. */
    WorldFiles movedTo(Path target) {
        return new WorldFiles(
                target,
                regions.stream().map(region -> region.moved(folder, target)).toList(),
                target.resolve(folder.relativize(library)),
                points.moved(folder, target),
                unseen.map(files -> files.moved(folder, target)));
    }
}
