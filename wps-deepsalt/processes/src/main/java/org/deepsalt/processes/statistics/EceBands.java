/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.estimate.ResultBand;

/**
 * The bands of a map of ECe, counted from 0.
 *
 * @param ece the band named ece, whatever its case, or the only one
 * @param lower bound of the prediction interval, where there is one
 * @param upper bound
 * @param saline probability of being saline, where there is one
 */
record EceBands(int ece, OptionalInt lower, OptionalInt upper, OptionalInt saline) {
    /** @throws DeepSaltException if none of several bands is named ece */
    static EceBands of(RasterLayer layer, RasterSource image) {
        List<String> names = layer.bandNames().stream()
                .limit(image.bands())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        int band = names.indexOf(SoilProperty.ECE.key());
        if (band < 0 && image.bands() != 1) {
            throw new DeepSaltException("layer '" + layer.name() + "' has " + image.bands() + " bands ("
                    + layer.namedBands() + ") and none named '" + SoilProperty.ECE.key()
                    + "': give a result of deepsalt:EstimateSalinity or a layer of one band");
        }
        return new EceBands(
                Math.max(0, band),
                find(layer, ResultBand.LOWER.title(SoilProperty.ECE)),
                find(layer, ResultBand.UPPER.title(SoilProperty.ECE)),
                find(layer, ResultBand.SALINE));
    }

    private static OptionalInt find(RasterLayer layer, String name) {
        return IntStream.range(0, layer.bandNames().size())
                .filter(band -> layer.bandNames().get(band).equalsIgnoreCase(name))
                .findFirst();
    }
}
