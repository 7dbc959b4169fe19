/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.Comparator;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;

/**
 * An unlabelled pixel of a random sample, with its rank in it.
 *
 * @param rank random; the lowest ranks are kept
 * @param row reflectances, then covariates
 */
record DrawnPixel(long rank, float[] row, double longitude, double latitude, String region) {
    static final Comparator<DrawnPixel> BY_RANK = Comparator.comparingLong(DrawnPixel::rank)
            .thenComparingDouble(DrawnPixel::longitude)
            .thenComparingDouble(DrawnPixel::latitude);

    /** A pixel's random rank: SplitMix64 (Steele 2014) of its scene's number, its position and the seed. */
    static long randomRank(long seed, int scene, int column, int row) {
        long z = seed + 0x9E3779B97F4A7C15L * (((long) scene << 48) ^ ((long) row << 24) ^ column);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /**
     * Puts pixels into a table, in their order.
     *
     * @param bands reflectances per row
     * @param columns numbers per row
     */
    static Pixels pixels(List<DrawnPixel> chosen, int bands, int columns) {
        Matrix reflectance = Matrix.zeros(chosen.size(), bands);
        Matrix covariates = Matrix.zeros(chosen.size(), columns - bands);
        double[] longitude = new double[chosen.size()];
        double[] latitude = new double[chosen.size()];
        for (int i = 0; i < longitude.length; i++) {
            DrawnPixel pixel = chosen.get(i);
            System.arraycopy(pixel.row, 0, reflectance.values(), i * bands, bands);
            System.arraycopy(pixel.row, bands, covariates.values(), i * (columns - bands), columns - bands);
            longitude[i] = pixel.longitude;
            latitude[i] = pixel.latitude;
        }
        return new Pixels(
                reflectance,
                covariates,
                new Coordinates(longitude, latitude),
                chosen.stream().map(DrawnPixel::region).toList());
    }
}
