/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.training.reading.SpectralFeatures;
import org.deepsalt.model.training.reading.SpectralRegression;

/**
 * The project's reading of spectra, on laboratory spectra and through EnMAP's bands. With a teacher the satellite's
 * reading learns from the mean of what was measured and what the laboratory's reading, which had left it out, says of
 * the same soil.
 */
final class ReadingMethods {
    private static final long SEED = 1;
    private static final long NOISE = 7;

    private ReadingMethods() {}

    static List<SoilMethod> all() {
        return List.of(
                new SoilMethod("reading of laboratory spectra", ReadingMethods::laboratory),
                new SoilMethod(
                        "reading through EnMAP's bands, without a teacher",
                        (known, others) -> satellite(known, known.logs(), others)),
                new SoilMethod("reading through EnMAP's bands, with a teacher", ReadingMethods::taught));
    }

    private static double[] laboratory(RealSoils known, RealSoils others) {
        return learn(known)
                .read(SpectralFeatures.ofLaboratory(Views.laboratory(others)))
                .mean();
    }

    private static SpectralRegression learn(RealSoils known) {
        return SpectralRegression.learn(
                SpectralFeatures.ofLaboratory(Views.laboratory(known)),
                known.logs(),
                CountryFolds.numbers(known.countries()),
                SEED);
    }

    private static double[] taught(RealSoils known, RealSoils others) {
        double[] taught = known.logs();
        double[] said = learn(known).leaveOneOut();
        for (int i = 0; i < taught.length; i++) {
            taught[i] = Double.isNaN(said[i]) ? taught[i] : (taught[i] + said[i]) / 2;
        }
        return satellite(known, taught, others);
    }

    private static double[] satellite(RealSoils known, double[] targets, RealSoils others) {
        Matrix features = SpectralFeatures.ofBands(Views.satellite(known, NOISE), Views.BANDS);
        return SpectralRegression.learn(features, targets, CountryFolds.numbers(known.countries()), SEED)
                .read(SpectralFeatures.ofBands(Views.satellite(others, NOISE + 1), Views.BANDS))
                .mean();
    }
}
