/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.data.Covariate;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.data.Undersampling;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.ScheduleBuilder;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.AlignmentSettings;
import org.deepsalt.model.training.settings.AlignmentWeights;
import org.deepsalt.model.training.settings.AutoencoderSettingsBuilder;
import org.deepsalt.model.training.settings.DistillationWeights;
import org.deepsalt.model.training.settings.EncoderShape;
import org.deepsalt.model.training.settings.FineTuning;
import org.deepsalt.model.training.settings.Preparation;
import org.deepsalt.model.training.settings.StudentSettingsBuilder;
import org.deepsalt.model.training.settings.TeacherSettings;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.settings.TrainingSettingsBuilder;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.model.training.split.SplitFractions;

/** A toy world: one number per place moves a laboratory band, a satellite band and the label. */
public final class ToyData {
    static final int PIXELS = 300;
    private static final int SAMPLES = 70;
    private static final int LABELS = 90;
    private static final int BANDS = 24;

    static final TrainingSettings.Epochs ONE_EACH = new TrainingSettings.Epochs(1, 1, 1, 1, 1);

    private ToyData() {}

    public static TrainingData make(long seed) {
        Random random = new Random(seed);
        Matrix reflectance = Matrix.zeros(PIXELS, BANDS);
        Matrix covariates = Matrix.zeros(PIXELS, 2);
        double[] x = new double[PIXELS];
        double[] y = new double[PIXELS];
        float[] truth = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            x[i] = -110 + 0.05 * random.nextDouble();
            y[i] = 39 + 0.05 * random.nextDouble();
            double salt = Math.sin(150 * x[i]) + Math.cos(150 * y[i]);
            truth[i] = (float) Math.exp(salt);
            for (int band = 0; band < BANDS; band++) {
                double depth = Math.exp(-Math.pow((band - 16) / 3.0, 2));
                reflectance.values()[i * BANDS + band] =
                        (float) (0.3 + 0.005 * band + 0.03 * salt * depth + 0.001 * random.nextGaussian());
            }
            covariates.values()[2 * i] = (float) (50 + 10 * random.nextGaussian());
            covariates.values()[2 * i + 1] = 12;
        }
        Pixels pixels = new Pixels(reflectance, covariates, new Coordinates(x, y));
        int[] labelled = random.ints(LABELS, 0, PIXELS).toArray();
        float[] labels = new float[LABELS];
        for (int i = 0; i < LABELS; i++) {
            labels[i] = truth[labelled[i]];
        }
        List<Band> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            bands.add(new Band(400 + 80 * band, 10));
        }
        return new TrainingData(
                bands,
                List.of(new Covariate("sand", "%"), new Covariate("tavg", "degC")),
                pixels.select(labelled),
                labels,
                pixels,
                library(random, x, y, truth));
    }

    private static FtirLibrary library(Random random, double[] x, double[] y, float[] truth) {
        Wavenumbers grid = new Wavenumbers(600, 40, 80);
        Matrix absorbance = Matrix.zeros(SAMPLES, grid.count());
        List<String> ids = new ArrayList<>();
        float[] ece = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            ids.add("s" + i);
            ece[i] = truth[i];
            for (int k = 0; k < grid.count(); k++) {
                double depth = Math.exp(-Math.pow((k - 40) / 5.0, 2));
                absorbance.values()[i * grid.count() + k] =
                        (float) (0.8 + 0.2 * Math.log(truth[i]) * depth + 0.005 * random.nextGaussian());
            }
        }
        return new FtirLibrary(
                ids, java.util.Arrays.copyOf(x, SAMPLES), java.util.Arrays.copyOf(y, SAMPLES), ece, absorbance, grid);
    }

    /** The same pixels, those of the east third in a region of their own. */
    static Pixels inRegions(Pixels pixels) {
        List<String> regions = new ArrayList<>();
        for (double longitude : pixels.coordinates().longitude()) {
            regions.add(longitude > -110 + 0.05 * 2 / 3 ? "east" : "west");
        }
        return new Pixels(pixels.reflectance(), pixels.covariates(), pixels.coordinates(), regions);
    }

    /** A few passes each: enough to be better than the mean, not more. */
    public static TrainingSettings quick(long seed) {
        return quick(seed, Split.Plan.of(Split.Kind.RANDOM));
    }

    /** One pass each, for tests that ask nothing of the answers. */
    public static TrainingSettings hardly(long seed) {
        return quick(seed).withEpochs(ONE_EACH);
    }

    /** As {@code default} does it: small encoders that learn on, an ensemble, covariates that may be missing. */
    public static TrainingSettings learningOn(long seed) {
        TrainingSettings quick = quick(seed);
        // Toy spectra are lines and no soils; leaves would change them by as much as their salt does.
        FineTuning usual = FineTuning.USUAL;
        Schedule few = Schedule.falling(20, 32, 2e-3f, 0);
        return quick.withAutoencoders(AutoencoderSettingsBuilder.builder()
                        .laboratory(few)
                        .satellite(few)
                        .shape(new EncoderShape(6, List.of(32, 16)))
                        .build())
                .withStudent(quick.student()
                        .withSchedule(few)
                        .withDistillation(DistillationWeights.STANDARD)
                        .withEnsemblePixels(200)
                        .withShape(new Regressor.Shape(2, 32))
                        .withTuning(new FineTuning(
                                usual.encoderRate(), usual.variation().withoutCover(), usual.droppedCovariates())));
    }

    static TrainingSettings quick(long seed, Split.Plan split) {
        Schedule few = ScheduleBuilder.builder()
                .epochs(6)
                .batch(32)
                .wholeBatches(true)
                .learningRate(1e-3f)
                .clip(1)
                .build();
        return TrainingSettingsBuilder.builder()
                .preset("quick")
                .preparation(new Preparation(true, 3, true))
                .pairing(Pairing.Kind.NEAREST)
                .autoencoders(AutoencoderSettingsBuilder.builder()
                        .laboratory(few)
                        .satellite(few)
                        .sparsity(1e-4f)
                        .shape(EncoderShape.PAPER)
                        .build())
                .alignment(new AlignmentSettings(few, new AlignmentWeights(1, 1, 1, 1, 0.2f, true), SplitFractions.ALL))
                .teacher(new TeacherSettings(
                        ScheduleBuilder.builder()
                                .epochs(30)
                                .batch(16)
                                .wholeBatches(true)
                                .learningRate(1e-3f)
                                .clip(1)
                                .patience(10)
                                .plateau(4)
                                .build(),
                        new SplitFractions(0.75, 0.10),
                        0.1f,
                        Double.NEGATIVE_INFINITY))
                .student(StudentSettingsBuilder.builder()
                        .schedule(ScheduleBuilder.builder()
                                .epochs(30)
                                .batch(16)
                                .wholeBatches(true)
                                .learningRate(1e-3f)
                                .weightDecay(1e-5f)
                                .clip(1)
                                .patience(10)
                                .plateau(4)
                                .build())
                        .distillation(DistillationWeights.PAPER)
                        .dropout(0.1f)
                        .weakLabels(true)
                        .balance(Undersampling.NONE)
                        .shape(Regressor.Shape.PAPER)
                        .tuning(FineTuning.NONE)
                        .build())
                .head(new LogNormalHead(OutputRange.PAPER_ECE))
                .pairingDistance(1)
                .split(split)
                .seed(seed)
                .build();
    }
}
