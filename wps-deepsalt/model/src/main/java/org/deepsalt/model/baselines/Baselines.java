/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import static org.deepsalt.model.baselines.features.SpectralView.BANDS;
import static org.deepsalt.model.baselines.features.SpectralView.COMPONENTS_16;
import static org.deepsalt.model.baselines.features.SpectralView.COMPONENTS_32;
import static org.deepsalt.model.baselines.features.SpectralView.COMPONENTS_8;
import static org.deepsalt.model.baselines.features.SpectralView.TRIPLES;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.features.CovariateFeatures;
import org.deepsalt.model.baselines.features.FeatureMaker;
import org.deepsalt.model.baselines.features.IndexFeatures;
import org.deepsalt.model.baselines.features.NoFeatures;
import org.deepsalt.model.baselines.features.SpectralFeatures;
import org.deepsalt.model.baselines.regression.BoostingRegressor;
import org.deepsalt.model.baselines.regression.ForestRegressor;
import org.deepsalt.model.baselines.regression.LeastSquaresRegressor;
import org.deepsalt.model.baselines.regression.MeanRegressor;
import org.deepsalt.model.baselines.regression.PlsRegressor;
import org.deepsalt.model.baselines.regression.RegressionMethod;
import org.deepsalt.model.baselines.regression.SupportVectorRegressor;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;

/** The baselines that stand beside a model in its tables. */
public final class Baselines {
    private static final int STACKED_TREES = 100;

    private static final FeatureMaker FOR_TREES =
            new SpectralFeatures(List.of(COMPONENTS_16, COMPONENTS_8, COMPONENTS_32, TRIPLES), List.of(0, 1));
    private static final FeatureMaker FOR_KERNELS =
            new SpectralFeatures(List.of(COMPONENTS_16, COMPONENTS_8, COMPONENTS_32, BANDS), List.of(0, 1, 3, 6));
    private static final FeatureMaker FOR_LINES = new SpectralFeatures(List.of(BANDS), List.of(0, 1, 3, 6));

    private static final Method PLSR = new Method(
            "PLSR",
            "Partial least squares regression on log ECe; pretreatment, covariates and number of components tuned",
            FOR_LINES,
            new PlsRegressor(40),
            new PlsRegressor(40));
    private static final Method FOREST = new Method(
            "random forest",
            "Random forest on log ECe; pretreatment, components, covariates, leaf size and features per node tuned",
            FOR_TREES,
            new ForestRegressor(80),
            new ForestRegressor(400));
    private static final Method BOOSTING = new Method(
            "gradient boosting",
            "Gradient boosted trees on log ECe; pretreatment, components, covariates, depth, leaf size, learning rate,"
                    + " sampling and number of trees tuned",
            FOR_TREES,
            new BoostingRegressor(320),
            new BoostingRegressor(320));
    private static final Method SUPPORT_VECTORS = new Method(
            "SVR",
            "Support vector regression with a Gaussian kernel on log ECe; pretreatment, components, covariates, C,"
                    + " gamma and epsilon tuned",
            FOR_KERNELS,
            SupportVectorRegressor.thorough(),
            SupportVectorRegressor.thorough());

    private Baselines() {}

    private record Method(
            String name,
            String description,
            FeatureMaker features,
            RegressionMethod searcher,
            RegressionMethod finisher) {
        Baseline alone() {
            return new TunedBaseline(name, description, features, searcher, finisher, Weighting.LABELS_ALONE);
        }

        Baseline withWeakLabels() {
            return new TunedBaseline(
                    name + " with weak labels",
                    description + ", and so was the weight of the laboratory's EC at the paired pixels",
                    features,
                    searcher,
                    finisher,
                    Weighting.WITH_WEAK_LABELS);
        }
    }

    /** All baselines in the order of tables: from the plainest on, first without, then with weak labels. */
    public static List<Baseline> all() {
        return List.of(
                new Method(
                                "mean",
                                "Geometric or arithmetic mean of the labels, whichever has the smaller error",
                                new NoFeatures(),
                                new MeanRegressor(),
                                new MeanRegressor())
                        .alone(),
                new Method(
                                "best salinity index",
                                "Polynomial of one spectral salinity index for log ECe; index and degree tuned",
                                new IndexFeatures(),
                                new LeastSquaresRegressor(),
                                new LeastSquaresRegressor())
                        .alone(),
                PLSR.alone(),
                FOREST.alone(),
                BOOSTING.alone(),
                SUPPORT_VECTORS.alone(),
                PLSR.withWeakLabels(),
                FOREST.withWeakLabels(),
                BOOSTING.withWeakLabels(),
                SUPPORT_VECTORS.withWeakLabels());
    }

    /** What the maps of texture and climate know without a spectrum; the pixels must have covariates. */
    public static Baseline covariatesAlone() {
        return new Method(
                        "covariates alone",
                        "Random forest on log ECe from covariates without the spectrum; leaf size and features per node"
                                + " tuned",
                        new CovariateFeatures(),
                        new ForestRegressor(80),
                        new ForestRegressor(400))
                .alone();
    }

    /**
     * A random forest that learns from weak labels too, with usual settings that no search has chosen: quick enough to
     * stand beside the nets of an ensemble.
     */
    public static TunedMethod stackedForest(TrainingTable table, long seed) {
        Weighting weighting = Weighting.WITH_WEAK_LABELS;
        FeatureMaker.Prepared prepared = FOR_TREES.prepare(table);
        RegressionMethod forest = new ForestRegressor(STACKED_TREES);
        List<Hyperparameter<?>> hyperparameters = new ArrayList<>(prepared.hyperparameters());
        hyperparameters.addAll(weighting.hyperparameters(table));
        hyperparameters.addAll(forest.hyperparameters());
        Configuration usual = Configuration.start(hyperparameters);
        return new TunedMethod(table, weighting, forest, usual, prepared.transform(usual), 0, seed);
    }
}
