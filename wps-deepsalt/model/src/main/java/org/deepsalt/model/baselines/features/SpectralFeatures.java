/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;

/**
 * Pretreated spectra, standardised or as principal components, and covariates. Scales and components come from the
 * unlabelled pixels where there are some.
 */
public final class SpectralFeatures implements FeatureMaker {
    private static final Hyperparameter<SpectralPretreatment> PRETREATMENT = new Hyperparameter<>(
            "pretreatment", List.of(SpectralPretreatment.values()), SpectralPretreatment.REFLECTANCE);
    private static final int MOST_COMPONENTS = 32;
    private static final int MOST_REFERENCES = 8192;
    private static final int LEAST_REFERENCES = 256;

    private final Hyperparameter<SpectralView> view;
    private final Hyperparameter<Integer> covariates;

    /**
     * Features whose views and covariate factors a search chooses from.
     *
     * @param views the first one is where the search begins
     * @param covariateFactors by which standardised covariates are multiplied, 0 leaves them out; the search begins at
     *     the second one, if there is more than one
     */
    public SpectralFeatures(List<SpectralView> views, List<Integer> covariateFactors) {
        this.view = new Hyperparameter<>("spectrum", views, views.get(0));
        this.covariates = new Hyperparameter<>(
                "covariate factor", covariateFactors, covariateFactors.get(covariateFactors.size() > 1 ? 1 : 0));
    }

    @Override
    public Prepared prepare(TrainingTable table) {
        List<Band> bands = table.bands();
        int[] order = IntStream.range(0, bands.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> bands.get(i).centre()))
                .mapToInt(Integer::intValue)
                .toArray();
        Pixels labelled = table.labelled().pixels();
        Pixels weak = table.weak().pixels();
        Matrix own = table.weak().size() == 0
                ? labelled.reflectance()
                : labelled.reflectance().above(weak.reflectance());
        Matrix reference = table.unlabelled().rows() >= LEAST_REFERENCES ? table.unlabelled() : own;
        return new PreparedSpectra(bands, order, thinned(reference), CovariateBounds.of(table));
    }

    private static Matrix thinned(Matrix rows) {
        int step = (rows.rows() + MOST_REFERENCES - 1) / MOST_REFERENCES;
        return rows.select(
                IntStream.range(0, rows.rows() / step).map(i -> i * step).toArray());
    }

    private final class PreparedSpectra implements Prepared {
        private final int[] order;
        private final List<Double> centres;
        private final Matrix reference;
        private final CovariateBounds bounds;
        private final Map<SpectralPretreatment, StandardComponents> components =
                new EnumMap<>(SpectralPretreatment.class);

        PreparedSpectra(List<Band> bands, int[] order, Matrix reference, CovariateBounds bounds) {
            this.order = order;
            this.centres =
                    IntStream.of(order).mapToObj(i -> bands.get(i).centre()).toList();
            this.reference = reference;
            this.bounds = bounds;
        }

        @Override
        public List<Hyperparameter<?>> hyperparameters() {
            List<Hyperparameter<?>> hyperparameters = new ArrayList<>(List.of(PRETREATMENT, view));
            if (bounds.columns() > 0) {
                hyperparameters.add(covariates);
            }
            return hyperparameters;
        }

        @Override
        public Function<Pixels, Matrix> transform(Configuration configuration) {
            Function<Matrix, Matrix> spectra = spectra(configuration.get(PRETREATMENT), configuration.get(view));
            int factor = configuration.has(covariates) ? configuration.get(covariates) : 0;
            return pixels -> factor == 0
                    ? spectra.apply(pixels.reflectance())
                    : spectra.apply(pixels.reflectance()).beside(bounds.apply(pixels.covariates(), factor));
        }

        private Function<Matrix, Matrix> spectra(SpectralPretreatment pretreatment, SpectralView chosen) {
            if (chosen.components() > 0) {
                StandardComponents found = components.computeIfAbsent(
                        pretreatment, key -> StandardComponents.fit(treated(key, reference), MOST_COMPONENTS));
                return raw -> found.apply(treated(pretreatment, raw), chosen.components());
            }
            Standardiser standardiser = Standardiser.fit(chosen.averaged(treated(pretreatment, reference)));
            return raw -> standardiser.apply(chosen.averaged(treated(pretreatment, raw)));
        }

        private Matrix treated(SpectralPretreatment pretreatment, Matrix raw) {
            Matrix sorted = Matrix.zeros(raw.rows(), raw.columns());
            for (int row = 0; row < raw.rows(); row++) {
                for (int band = 0; band < order.length; band++) {
                    sorted.values()[row * order.length + band] = raw.get(row, order[band]);
                }
            }
            return pretreatment.apply(sorted, centres);
        }
    }
}
