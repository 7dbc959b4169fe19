/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.nio.file.Path;
import org.deepsalt.world.region.Region;

/**
 * Paths of the files of a region.
 *
 * @param region which one
 * @param enmap METADATA.XML of the EnMAP L2A product; its other files lie beside it
 * @param soil map of sand and clay in percent
 * @param climate map of temperatures in degrees Celsius and precipitation in mm
 * @param truth the true ECe in dS/m on the scene's grid
 */
public record RegionFiles(Region region, Path enmap, Path soil, Path climate, Path truth) {
    /** The paths of the same files after their folder was moved. */
    RegionFiles moved(Path from, Path to) {
        return new RegionFiles(
                region,
                to.resolve(from.relativize(enmap)),
                to.resolve(from.relativize(soil)),
                to.resolve(from.relativize(climate)),
                to.resolve(from.relativize(truth)));
    }
}
