/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class SpectralRegressionTest {
    @Test
    void aProcessOfTwoPointsIsTheOneDoneByHand() {
        Matrix rows = new Matrix(2, 1, new float[] {0, 1});
        DMatrixRMaj distances = GaussianProcess.distances(rows, rows);
        assertThat(distances.data).containsExactly(0, 1, 1, 0);
        double likeness = Math.exp(-1);
        GaussianProcess process =
                GaussianProcess.learn(rows, distances, new double[] {1, 3}, new GaussianProcess.Kernel(1, 0.5));
        // Both deviations from the mean of 2 are opposite: an eigenvector of the kernel, of value 1 - likeness.
        double weight = 1 / (1 - likeness + 0.5);
        assertThat(process.mean(distances)[1]).isCloseTo(2 + (1 - likeness) * weight, within(1e-12));
        DMatrixRMaj far = GaussianProcess.distances(new Matrix(1, 1, new float[] {100}), rows);
        assertThat(process.mean(far)[0]).isCloseTo(2, within(1e-12));
        assertThat(process.deviation(far)[0]).isCloseTo(Math.sqrt(weight * 1.5), within(1e-12));
        assertThat(process.deviation(distances)[0]).isLessThan(process.deviation(far)[0]);
    }

    @Test
    void readingsOfOtherGroupsAreAsGoodAsTheirUncertaintySays() {
        Random random = new Random(4);
        int n = 240;
        Matrix absorbance = Matrix.zeros(n, 60);
        double[] targets = new double[n];
        for (int row = 0; row < n; row++) {
            double salt = random.nextGaussian();
            double tilt = random.nextGaussian();
            for (int i = 0; i < 60; i++) {
                double band = Math.exp(-0.5 * Math.pow((i - 30) / 3.0, 2));
                absorbance.values()[row * 60 + i] = (float)
                        (1 + 0.01 * i * (1 + 0.2 * tilt) + 0.1 * (2 + salt) * band + 0.001 * random.nextGaussian());
            }
            targets[row] = salt + 0.2 * random.nextGaussian();
        }
        int[] groups = IntStream.range(0, n).map(i -> i / 20).toArray();
        Matrix features = SpectralFeatures.ofLaboratory(absorbance);
        int[] known = IntStream.range(0, 180).toArray();
        SpectralRegression regression =
                SpectralRegression.learn(features.select(known), Arrays.copyOf(targets, 180), groups, 1);
        SpectralRegression.Reading reading =
                regression.read(features.select(IntStream.range(180, n).toArray()));
        double errors = 0;
        double standardised = 0;
        for (int i = 0; i < 60; i++) {
            double error = reading.mean()[i] - targets[180 + i];
            errors += error * error / 60;
            standardised += error * error / (reading.deviation()[i] * reading.deviation()[i]) / 60;
        }
        // Of a variance of 1.04, of which 0.04 are the noise of the targets themselves.
        assertThat(errors).isLessThan(0.4);
        assertThat(standardised).isBetween(0.4, 2.5);
    }

    @Test
    void slopesAndBendsAlongBandsStopAtGapsAndNeglectBrightnessWhichLevelsShow() {
        List<Band> bands = IntStream.range(0, 60)
                .mapToObj(i -> new Band(1000 + 10 * i + (i < 30 ? 0 : 200), 10))
                .toList();
        Matrix reflectance = Matrix.zeros(2, 60);
        for (int i = 0; i < 60; i++) {
            float value = (float) Math.pow(10, -0.2 - 0.001 * bands.get(i).centre() + (i < 30 ? 0 : 0.5));
            reflectance.values()[i] = value;
            reflectance.values()[60 + i] = value / 2;
        }
        Matrix features = SpectralFeatures.ofBands(reflectance, bands);
        // Between 1000 and 1290 nm, and between 1500 and 1790 nm: slopes and bends every 10, levels every 20 nm.
        assertThat(features.columns()).isEqualTo(58 + 58 + 30);
        for (int i = 0; i < 58; i++) {
            assertThat(features.get(0, i)).isCloseTo(features.get(0, 0), within(1e-3f));
            assertThat(features.get(1, i)).isCloseTo(features.get(0, i), within(1e-3f));
            // A straight line has no bend.
            assertThat(features.get(0, 58 + i)).isCloseTo(0, within(1e-3f));
            assertThat(features.get(1, 58 + i)).isCloseTo(0, within(1e-3f));
        }
        for (int i = 116; i < features.columns(); i++) {
            assertThat(features.get(1, i) - features.get(0, i)).isCloseTo((float) Math.log10(2), within(1e-4f));
        }
        // Absorbance at 1010 nm is 0.2 + 0.001 x 1010.
        assertThat(features.get(0, 116)).isCloseTo(1.21f, within(1e-4f));
    }
}
