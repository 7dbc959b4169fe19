/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.maps;

import java.nio.file.Path;

/**
 * Where field samples are.
 *
 * @param geoJson the samples as GeoJSON
 * @param properties the same samples for GeoTools' property data store
 */
public record PointFiles(Path geoJson, Path properties) {
    /** The same files below another folder. */
    public PointFiles moved(Path from, Path to) {
        return new PointFiles(to.resolve(from.relativize(geoJson)), to.resolve(from.relativize(properties)));
    }
}
