/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.simulation;

import java.util.Random;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.training.encoder.SceneAugmentation;

/**
 * Gives bare dry soils the look of a scene once and for all: a share of its own dense vegetation, brighter or darker
 * light, slow errors along the spectrum, a step between the detectors, noise by band as the scene has it. Figures on
 * such pixels are those of soils in a scene, not in a dish. What a training varies anew in each pass comes on top.
 *
 * @param variation deviations of the causes that the scenes' pixels are varied by
 * @param vegetation reflectance of dense vegetation in the same bands; without a row nothing is mixed
 * @param seed of the draws
 */
record SceneLook(SceneAugmentation variation, Matrix vegetation, long seed) {
    /** Deviation of the share of vegetation, half of a normal distribution: what bare pixels may have of it. */
    private static final double COVER = 0.06;

    /** Pixels with more are masked. */
    private static final double MOST_COVER = 0.15;

    private static final float LEAST = 1e-3f;

    /** The same pixels, seen in a scene; none becomes darker than .001. */
    Matrix apply(Matrix reflectance) {
        Random random = new Random(seed);
        Matrix seen = Matrix.zeros(reflectance.rows(), reflectance.columns());
        for (int row = 0; row < seen.rows(); row++) {
            double cover = vegetation.rows() == 0 ? 0 : Math.min(MOST_COVER, COVER * Math.abs(random.nextGaussian()));
            int plant = vegetation.rows() == 0 ? 0 : random.nextInt(vegetation.rows());
            double[] causes = new double[variation.waves().rows()];
            for (int cause = 0; cause < causes.length; cause++) {
                causes[cause] = random.nextGaussian();
            }
            for (int band = 0; band < seen.columns(); band++) {
                double soil = reflectance.get(row, band);
                double mixed = cover == 0 ? soil : soil + cover * (vegetation.get(plant, band) - soil);
                double relative = 0;
                for (int cause = 0; cause < causes.length; cause++) {
                    relative += causes[cause] * variation.waves().get(cause, band);
                }
                double noise = variation.noise().length == 0 ? 0 : variation.noise()[band] * random.nextGaussian();
                seen.values()[row * seen.columns() + band] =
                        Math.max(LEAST, (float) (mixed * Math.exp(relative) + noise));
            }
        }
        return seen;
    }
}
