/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.ModelTrainer;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.DistillationWeights;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;

/**
 * The nets of the default preset, whose student sees the soils through EnMAP's bands. Each soil is a pixel with a
 * measured EC, and the very pixel of its own laboratory spectrum: pairs are exact.
 */
final class PresetMethods {
    private static final long SEED = 1;
    private static final long NOISE = 7;
    private static final OutputRange RANGE = new OutputRange(0.01, 50);

    private PresetMethods() {}

    static List<SoilMethod> all() {
        return List.of(
                new SoilMethod(
                        "student of the default preset, without a teacher",
                        (known, others) -> read(known, others, PresetMethods::alone)),
                new SoilMethod(
                        "student of the default preset, with its teacher",
                        (known, others) -> read(known, others, UnaryOperator.identity())));
    }

    /** No alignment, no weak labels, nothing to imitate. */
    private static TrainingSettings alone(TrainingSettings settings) {
        TrainingSettings.Epochs usual = settings.epochs();
        return settings.withEpochs(new TrainingSettings.Epochs(
                        usual.laboratory(), usual.satellite(), 0, usual.teacher(), usual.student()))
                .withStudent(settings.student()
                        .withDistillation(new DistillationWeights(1, 0, 0, DistillationWeights.PAPER.layers()))
                        .withWeakLabels(false));
    }

    private static double[] read(RealSoils known, RealSoils others, UnaryOperator<TrainingSettings> change)
            throws IOException {
        TrainingSettings settings = change.apply(Presets.of(Presets.DEFAULT)
                .withRange(RANGE)
                .withPairing(Pairing.Kind.NEAREST)
                .withRun(1, Split.Plan.of(Split.Kind.RANDOM), SEED));
        TrainedModel trained = new ModelTrainer(data(known), settings).train(Progress.SILENT);
        Matrix seen = Views.satellite(others, NOISE + 1);
        double[] logs = NetAnswers.logs(trained, seen, Matrix.zeros(others.size(), 0));
        for (int i = 0; i < logs.length; i++) {
            logs[i] /= Math.log(10);
        }
        return logs;
    }

    private static TrainingData data(RealSoils known) {
        int n = known.size();
        double[] longitude =
                IntStream.range(0, n).mapToDouble(i -> 0.1 * (i % 1000)).toArray();
        double[] latitude = IntStream.range(0, n)
                .mapToDouble(i -> 0.1 * Math.floorDiv(i, 1000))
                .toArray();
        float[] ec = new float[n];
        for (int i = 0; i < n; i++) {
            ec[i] = (float) (known.ec()[i] + 0.01);
        }
        Matrix absorbance = Views.laboratory(known);
        Pixels pixels =
                new Pixels(Views.satellite(known, NOISE), Matrix.zeros(n, 0), new Coordinates(longitude, latitude));
        FtirLibrary library = new FtirLibrary(
                IntStream.range(0, n).mapToObj(String::valueOf).toList(),
                longitude,
                latitude,
                ec,
                absorbance,
                new Wavenumbers(420, 10, absorbance.columns()));
        return new TrainingData(Views.BANDS, List.of(), pixels, ec, pixels, library);
    }
}
