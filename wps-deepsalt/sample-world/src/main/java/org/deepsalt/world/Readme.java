/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.util.Locale;

/** The note that lies in a world's folder. */
final class Readme {
    private Readme() {}

    static String text(WorldOptions options, int samples) {
        return String.format(Locale.ROOT, """
            # A synthetic world

            Everything here is SYNTHETIC: made by DeepSalt's world generator, measured nowhere. The basin does not exist;
            its coordinates (about 39.0 N, 110.1 W) only give it a place on the map. Accuracies found here tell nothing
            about real soils.

            Options: size %d pixels per side, seed %d. The same options make the same world again.

            | file | what it is |
            |---|---|
            | enmap/ | an EnMAP L2A product: spectral image (reflectance x 10000, nodata -32768), quality layers, METADATA.XML |
            | covariates/soil.tif | sand and clay in percent, EPSG:4326, about 250 m, smoothed and with errors |
            | covariates/climate.tif | tmin, tmax, tavg in degrees Celsius and pmin, pmax, pavg in mm, EPSG:5070, 800 m |
            | library/ftir.csv.gz | %d laboratory samples: ECe in dS/m and 1765 absorbances; coordinates off by up to 1 km |
            | samples/ece_samples.geojson | %d field samples on bare soil, ECe in dS/m |
            | samples/ece_samples.properties | the same points for GeoTools' property data store |
            | truth/ece_truth.tif | the true ECe of every pixel in dS/m, NaN on water |
            """, options.size(), options.seed(), options.spectra(), samples);
    }
}
