/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.regression.ForestRegressor;
import org.deepsalt.model.baselines.regression.PlsRegressor;
import org.deepsalt.model.baselines.regression.RegressionMethod;
import org.deepsalt.model.baselines.regression.SupportVectorRegressor;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.PrincipalComponents;

/**
 * What soil spectroscopists do, on the standard normal variate of the absorbance between 420 and 2450 nm. What has a
 * strength to choose (ridge, number of components) chooses it on countries left out of those that it learns from.
 */
final class ClassicalMethods {
    private static final int INNER_FOLDS = 3;
    private static final int MOST_COMPONENTS = 40;
    private static final int TREES = 200;
    private static final int SCORES = 32;

    private ClassicalMethods() {}

    static List<SoilMethod> all() {
        return List.of(
                new SoilMethod("ridge, SNV", (known, others) -> ridge(known, variate(known), variate(others))),
                new SoilMethod("PLSR, SNV", ClassicalMethods::partialLeastSquares),
                new SoilMethod(
                        "support vectors, SNV",
                        (known, others) -> scores(SupportVectorRegressor.thorough(), known, others)),
                new SoilMethod(
                        "random forest, SNV", (known, others) -> scores(new ForestRegressor(TREES), known, others)),
                new SoilMethod("climate class and texture, no spectrum", ClassicalMethods::climate));
    }

    /** Standard normal variate of each row of the laboratory's absorbance. */
    static Matrix variate(RealSoils soils) {
        Matrix absorbance = Views.laboratory(soils);
        int columns = absorbance.columns();
        for (int row = 0; row < absorbance.rows(); row++) {
            double mean = 0;
            double squares = 0;
            for (int i = 0; i < columns; i++) {
                double value = absorbance.get(row, i);
                mean += value / columns;
                squares += value * value / columns;
            }
            double deviation = Math.sqrt(Math.max(1e-12, squares - mean * mean));
            for (int i = 0; i < columns; i++) {
                absorbance.values()[row * columns + i] = (float) ((absorbance.get(row, i) - mean) / deviation);
            }
        }
        return absorbance;
    }

    private static double[] ridge(RealSoils known, Matrix features, Matrix others) {
        double strength = chosen(
                known,
                Ridge.STRENGTHS.size(),
                (rows, held) -> Ridge.STRENGTHS.stream()
                        .map(one -> Ridge.fit(features.select(rows), pick(known.logs(), rows), one)
                                .predict(features.select(held)))
                        .toArray(double[][]::new),
                at -> Ridge.STRENGTHS.get(at));
        return Ridge.fit(features, known.logs(), strength).predict(others);
    }

    private static double[] partialLeastSquares(RealSoils known, RealSoils others) {
        Matrix features = variate(known);
        PlsRegressor method = new PlsRegressor(MOST_COMPONENTS);
        int stage = chosen(
                known,
                MOST_COMPONENTS,
                (rows, held) -> fit(method, features.select(rows), pick(known.logs(), rows))
                        .predict(features.select(held)),
                at -> at);
        return fit(method, features, known.logs()).predict(variate(others), stage);
    }

    private static double[] scores(RegressionMethod method, RealSoils known, RealSoils others) {
        Matrix variate = variate(known);
        PrincipalComponents components = PrincipalComponents.fit(variate, SCORES);
        return fit(method, components.apply(variate), known.logs()).predict(components.apply(variate(others)))[0];
    }

    private static RegressionMethod.Path fit(RegressionMethod method, Matrix features, double[] logs) {
        int[] once = new int[logs.length];
        Arrays.fill(once, 1);
        return method.fit(
                new WeightedDataset(features, logs, once),
                Configuration.start(method.hyperparameters()),
                1,
                Progress.SILENT);
    }

    /** What soil maps and climate maps tell without any spectrum: first letters of the Koppen class, texture. */
    private static double[] climate(RealSoils known, RealSoils others) {
        TreeSet<String> classes = new TreeSet<>();
        known.climates()
                .forEach(one -> IntStream.rangeClosed(1, one.length()).forEach(end -> classes.add(prefix(one, end))));
        return ridge(known, mapped(known, List.copyOf(classes)), mapped(others, List.copyOf(classes)));
    }

    private static String prefix(String climate, int end) {
        return climate.substring(0, end).toUpperCase(Locale.ROOT);
    }

    private static Matrix mapped(RealSoils soils, List<String> classes) {
        int columns = classes.size() + 4;
        Matrix features = Matrix.zeros(soils.size(), columns);
        for (int row = 0; row < soils.size(); row++) {
            String climate = soils.climates().get(row).toUpperCase(Locale.ROOT);
            for (int i = 0; i < classes.size(); i++) {
                features.values()[row * columns + i] = climate.startsWith(classes.get(i)) ? 1 : 0;
            }
            boolean unknown = Float.isNaN(soils.texture().get(row, 0));
            for (int i = 0; i < 3; i++) {
                features.values()[row * columns + classes.size() + i] =
                        unknown ? 33 : soils.texture().get(row, i);
            }
            features.values()[row * columns + columns - 1] = unknown ? 1 : 0;
        }
        return features;
    }

    /** Learns from some rows and reads others, once for each of several choices. */
    private interface Candidates {
        double[][] read(int[] rows, int[] held);
    }

    private static <T> T chosen(RealSoils known, int count, Candidates candidates, Function<Integer, T> named) {
        double[] errors = new double[count];
        List<int[]> folds = CountryFolds.of(known.countries(), INNER_FOLDS);
        double[] logs = known.logs();
        for (int[] held : folds) {
            int[] rows = folds.stream()
                    .filter(fold -> fold != held)
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            double[][] read = candidates.read(rows, held);
            for (int choice = 0; choice < count; choice++) {
                double[] told = read[Math.min(choice, read.length - 1)];
                for (int i = 0; i < held.length; i++) {
                    errors[choice] += (told[i] - logs[held[i]]) * (told[i] - logs[held[i]]);
                }
            }
        }
        int best = 0;
        for (int choice = 1; choice < count; choice++) {
            best = errors[choice] < errors[best] ? choice : best;
        }
        return named.apply(best);
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }
}
