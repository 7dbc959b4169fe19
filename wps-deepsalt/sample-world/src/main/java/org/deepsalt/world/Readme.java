/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.util.Locale;
import org.deepsalt.world.region.Region;

/** Writes the README of a world's folder, which says that everything in it is synthetic. */
final class Readme {
    private Readme() {}

    static String text(WorldOptions options, int samples) {
        return options.regions() == 1 ? ofOneRegion(options, samples) : ofRegions(options, samples);
    }

    private static String ofOneRegion(WorldOptions options, int samples) {
        return String.format(Locale.ROOT, """
            # A synthetic world

            Everything here is SYNTHETIC: made by DeepSalt's world generator, measured nowhere. The basin does not
            exist; its coordinates (about 39.0 N, 110.1 W) only give it a place on the map. Accuracies found here tell
            nothing about real soils.

            Options: size %d pixels per side, seed %d. The same options make the same world again.

            | file | what it is |
            |---|---|
            | enmap/ | an EnMAP L2A product: spectral image (reflectance x 10000, nodata -32768), quality layers, \
            METADATA.XML |
            | covariates/soil.tif | sand and clay in percent, EPSG:4326, about 250 m, smoothed and with errors |
            | covariates/climate.tif | tmin, tmax, tavg in degrees Celsius and pmin, pmax, pavg in mm, EPSG:5070, 800 \
            m |
            | library/ftir.csv.gz | %d laboratory samples: ECe in dS/m, organic carbon (soc) in g/kg and 1765 \
            absorbances; coordinates off by up to 1 km |
            | samples/ece_samples.geojson | %d field samples on bare soil, ECe in dS/m |
            | samples/ece_samples.properties | the same points for GeoTools' property data store |
            | truth/ece_truth.tif | the true ECe of every pixel in dS/m, NaN on water |
            """, options.size(), options.seed(), options.spectra(), samples);
    }

    private static String ofRegions(WorldOptions options, int samples) {
        StringBuilder regions = new StringBuilder();
        for (Region region : options.all()) {
            boolean labelled = options.labelled().contains(region);
            regions.append(String.format(
                    Locale.ROOT,
                    "| %s | EPSG:326%02d | %s | %s | %s |\n",
                    region.id(),
                    region.place().zone(),
                    region.climate(),
                    region.overpass(),
                    labelled ? "laboratory and field samples" : "NEVER LABELLED: for evaluation alone"));
        }
        return String.format(
                Locale.ROOT,
                """
                # A synthetic world of %d regions

                Everything here is SYNTHETIC: made by DeepSalt's world generator, measured nowhere. The regions do not
                exist; their coordinates only give them places on the map. Accuracies found here tell nothing about
                real soils. The regions' parameters were fixed from physics and from the distribution of real labels
                before any model was tuned on such worlds; wps-deepsalt/sample-world/README.md has them and their
                reasons.

                Options: %d regions, size %d pixels per side, seed %d, %d spectra, %d samples. The same options make
                the same world again. One composition of texture, minerals, organic carbon and salts per place causes
                the laboratory spectrum, the satellite spectrum and the label; moisture, crusts, plants, clouds, noise
                and misplaced coordinates come on top.

                | region | grid | climate | scene | samples |
                |---|---|---|---|---|
                %s
                | file | what it is |
                |---|---|
                | REGION/enmap/ | an EnMAP L2A product: spectral image (reflectance x 10000, nodata -32768), quality \
                layers, METADATA.XML |
                | REGION/covariates/soil.tif | sand and clay in percent, EPSG:4326, about 250 m, smoothed and with \
                errors |
                | REGION/covariates/climate.tif | tmin, tmax, tavg in degrees Celsius and pmin, pmax, pavg in mm, \
                EPSG:5070, 800 m |
                | REGION/truth/ece_truth.tif | the true ECe of every pixel in dS/m, NaN on water |
                | library/ftir.csv.gz | %d laboratory samples of the labelled regions: ECe in dS/m, organic carbon \
                (soc) in g/kg and 1765 absorbances; coordinates off by up to 1 km |
                | samples/ece_samples.geojson | %d field samples on bare soil of the labelled regions: ece in dS/m, \
                soc (organic carbon) in g/kg, sand and clay in percent, region, climate |
                | samples/unseen.geojson | samples of the region that is never labelled; whoever trains with them \
                evaluates nothing |
                | samples/*.properties | the same points for GeoTools' property data store |
                """,
                options.regions(),
                options.regions(),
                options.size(),
                options.seed(),
                options.spectra(),
                options.samples(),
                regions,
                options.spectra(),
                samples);
    }
}
