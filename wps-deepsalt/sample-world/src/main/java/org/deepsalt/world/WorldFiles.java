/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.nio.file.Path;

/**
 * Where the files of a world are.
 *
 * @param folder the whole world
 * @param enmap METADATA.XML of the EnMAP L2A product; its other files lie beside it
 * @param soil map of sand and clay in percent
 * @param climate map of temperatures in degrees Celsius and precipitation in mm
 * @param library laboratory spectra, gzip-compressed CSV
 * @param samples field samples, GeoJSON
 * @param sampleProperties the same samples for GeoTools' property data store
 * @param truth the true ECe in dS/m on the scene's grid
 */
public record WorldFiles(
        Path folder,
        Path enmap,
        Path soil,
        Path climate,
        Path library,
        Path samples,
        Path sampleProperties,
        Path truth) {
    /** The same files below another folder. */
    WorldFiles movedTo(Path target) {
        return new WorldFiles(
                target,
                moved(enmap, target),
                moved(soil, target),
                moved(climate, target),
                moved(library, target),
                moved(samples, target),
                moved(sampleProperties, target),
                moved(truth, target));
    }

    private Path moved(Path file, Path target) {
        return target.resolve(folder.relativize(file));
    }
}
