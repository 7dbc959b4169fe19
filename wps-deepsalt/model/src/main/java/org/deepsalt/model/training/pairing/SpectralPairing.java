/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.spectra.Pretreatment;

/**
 * Pairs laboratory samples with pixels that lie near and look alike. The coordinates of a laboratory sample are often
 * known to some hundred metres only, and the pixel nearest to them then is another soil. Of all pixels within reach
 * those are taken whose satellite spectrum agrees with the sample's laboratory spectrum and EC, by a relation between
 * the two that is learned at the same time ({@link PixelAssignmentEm}).
 */
public final class SpectralPairing {
    private static final int LABORATORY_SCORES = 12;
    private static final List<Integer> SATELLITE_SCORES = List.of(15, ShapeScores.MOST);
    private static final int LABORATORY_STEP = 4;
    private static final int MOST_PIXELS = 6;

    private SpectralPairing() {}

    /**
     * Pairs each sample with its likeliest pixels.
     *
     * @param logEc natural logarithm of the laboratory's EC
     * @param scores of the pixels' shapes, see {@link ShapeScores}
     * @param reach largest distance in km between a sample's coordinates and its pixel
     * @return for each sample with pixels in reach at most six of them, most likely first, whose weights add up to 1
     */
    public static List<Pairing.Pair> find(
            FtirLibrary library, float[] logEc, Coordinates pixels, Matrix scores, double reach, Progress progress) {
        progress.report(0, "finding the pixels within reach of the laboratory samples");
        Coordinates coordinates = new Coordinates(library.longitude(), library.latitude());
        Candidates candidates = Candidates.within(reach, coordinates, pixels);
        Matrix wanted = laboratoryScores(library.absorbance(), logEc);
        double[][] responsibilities = new double[candidates.samples()][];
        for (int sample = 0; sample < responsibilities.length; sample++) {
            responsibilities[sample] = new double[candidates.of(sample).length];
        }
        int runs = SATELLITE_SCORES.size();
        for (int run = 0; run < runs; run++) {
            Matrix first = scores.firstColumns(SATELLITE_SCORES.get(run));
            double[][] found = new PixelAssignmentEm(wanted, first, candidates)
                    .responsibilities(progress.part((double) run / runs, (run + 1.0) / runs));
            for (int sample = 0; sample < responsibilities.length; sample++) {
                for (int i = 0; i < responsibilities[sample].length; i++) {
                    responsibilities[sample][i] += found[sample][i] / runs;
                }
            }
        }
        List<Pairing.Pair> pairs = new ArrayList<>();
        for (int sample = 0; sample < responsibilities.length; sample++) {
            pairs.addAll(likeliest(sample, candidates.of(sample), responsibilities[sample], coordinates, pixels));
        }
        return pairs;
    }

    private static Matrix laboratoryScores(Matrix absorbance, float[] logEc) {
        Matrix treated = Pretreatment.apply(absorbance);
        int columns = treated.columns() / LABORATORY_STEP;
        Matrix thin = Matrix.zeros(treated.rows(), columns);
        for (int row = 0; row < treated.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                thin.values()[row * columns + column] = treated.get(row, column * LABORATORY_STEP);
            }
        }
        Matrix scores = PrincipalComponents.fit(thin, LABORATORY_SCORES).apply(thin);
        return scores.beside(standard(new Matrix(logEc.length, 1, logEc)));
    }

    private static Matrix standard(Matrix rows) {
        return Standardiser.fit(rows).apply(rows);
    }

    private static List<Pairing.Pair> likeliest(
            int sample, int[] candidates, double[] responsibilities, Coordinates samples, Coordinates pixels) {
        int[] best = IntStream.range(0, candidates.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -responsibilities[i]))
                .limit(MOST_PIXELS)
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = IntStream.of(best).mapToDouble(i -> responsibilities[i]).sum();
        return IntStream.of(best)
                .mapToObj(i -> new Pairing.Pair(
                        sample,
                        candidates[i],
                        Coordinates.distance(
                                samples.longitude()[sample],
                                samples.latitude()[sample],
                                pixels.longitude()[candidates[i]],
                                pixels.latitude()[candidates[i]]),
                        (float) (responsibilities[i] / sum)))
                .toList();
    }
}
