/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;

/**
 * Synthetic pixels: spectra from three hidden numbers, and an ECe that depends on two of them in a way that no line
 * follows.
 */
public final class SyntheticSoil {
    static final int BANDS = 48;
    private final Random random;

    public SyntheticSoil(long seed) {
        this.random = new Random(seed);
    }

    public static List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < BANDS; i++) {
            bands.add(new Band(420 + i * 42.0, 10));
        }
        return bands;
    }

    /** Pixels with a true ECe, apart from a noise of this deviation on its logarithm. */
    public Samples samples(int count, double noise) {
        Matrix reflectance = Matrix.zeros(count, BANDS);
        Matrix covariates = Matrix.zeros(count, 2);
        double[] longitude = new double[count];
        double[] latitude = new double[count];
        float[] labels = new float[count];
        for (int row = 0; row < count; row++) {
            double salt = 2 * random.nextDouble() - 1;
            double clay = 2 * random.nextDouble() - 1;
            double light = 0.2 * random.nextDouble();
            for (int band = 0; band < BANDS; band++) {
                double shape = 0.3 + 0.1 * salt * Math.sin(band / 5.0) + 0.05 * clay * Math.cos(band / 9.0);
                reflectance.values()[row * BANDS + band] = (float) (shape + light + 0.002 * random.nextGaussian());
            }
            covariates.values()[2 * row] = (float) (30 + 20 * clay);
            covariates.values()[2 * row + 1] = (float) (10 * random.nextDouble());
            longitude[row] = random.nextDouble();
            latitude[row] = 40 + random.nextDouble();
            double log = 1 + Math.cos(3 * salt) + salt * clay + noise * random.nextGaussian();
            labels[row] = (float) Math.exp(log);
        }
        return new Samples(new Pixels(reflectance, covariates, new Coordinates(longitude, latitude)), labels);
    }

    static Samples none() {
        return new SyntheticSoil(0).samples(0, 0);
    }

    public static TrainingTable table(Samples labelled, Samples weak, Matrix unlabelled) {
        return new TrainingTable(bands(), labelled, weak, unlabelled, OutputRange.PAPER_ECE);
    }

    public static TrainingTable table(Samples labelled) {
        return table(labelled, none(), Matrix.zeros(0, BANDS));
    }
}
