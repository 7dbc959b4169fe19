/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;

/**
 * The powers of one spectral salinity index, up to a tuned degree. The index is standardised and bounded to what the
 * labelled pixels had, since a polynomial goes anywhere beyond; where it is not defined, their mean stands for it.
 */
public final class IndexFeatures implements FeatureMaker {
    private static final Hyperparameter<SalinityIndex> INDEX =
            new Hyperparameter<>("index", List.of(SalinityIndex.values()), SalinityIndex.NDSI);
    private static final Hyperparameter<Integer> DEGREE = new Hyperparameter<>("degree", List.of(1, 2, 3), 1);

    @Override
    public Prepared prepare(TrainingTable table) {
        return new PreparedIndices(table.bands(), table.labelled().pixels().reflectance());
    }

    private record PreparedIndices(List<Band> bands, Matrix reference) implements Prepared {
        @Override
        public List<Hyperparameter<?>> hyperparameters() {
            return List.of(INDEX, DEGREE);
        }

        @Override
        public Function<Pixels, Matrix> transform(Configuration configuration) {
            SalinityIndex index = configuration.get(INDEX);
            int degree = configuration.get(DEGREE);
            double[] known = Arrays.stream(values(index, reference))
                    .filter(Double::isFinite)
                    .toArray();
            Scale scale = Scale.of(known);
            return pixels -> scale.powers(values(index, pixels.reflectance()), degree);
        }

        private double[] values(SalinityIndex index, Matrix reflectance) {
            double[] values = new double[reflectance.rows()];
            Arrays.setAll(values, row -> index.of(BroadBands.of(bands, reflectance, row)));
            return values;
        }
    }

    private record Scale(double mean, double deviation, double least, double most) {
        static Scale of(double[] known) {
            double mean = Arrays.stream(known).average().orElse(0);
            double variance = Arrays.stream(known)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElse(0);
            return new Scale(
                    mean,
                    Math.sqrt(variance),
                    Arrays.stream(known).min().orElse(0),
                    Arrays.stream(known).max().orElse(0));
        }

        Matrix powers(double[] values, int degree) {
            Matrix powers = Matrix.zeros(values.length, degree);
            for (int row = 0; row < values.length; row++) {
                double z = standard(values[row]);
                for (int power = 1; power <= degree; power++) {
                    powers.values()[row * degree + power - 1] = (float) Math.pow(z, power);
                }
            }
            return powers;
        }

        private double standard(double value) {
            return !Double.isFinite(value) || !(deviation > 0)
                    ? 0
                    : (Math.min(most, Math.max(least, value)) - mean) / deviation;
        }
    }
}
