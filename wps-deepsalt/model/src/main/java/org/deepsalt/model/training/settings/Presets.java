/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.NumberHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.training.data.Undersampling;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.ScheduleBuilder;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Makes the {@link TrainingSettings} of the presets that requests name. {@code paper} is what was published (DeepSalt,
 * arXiv 2510.23124); what the paper leaves open is taken from its authors' code and said so here. ARCHITECTURE.md has
 * the table of what {@code default} does otherwise, and why.
 */
public final class Presets {
    public static final String DEFAULT = "default";
    public static final String PAPER = "paper";
    public static final List<String> NAMES = List.of(DEFAULT, PAPER);

    private static final double KILOMETRE = 1;

    private Presets() {}

    /**
     * The preset of a name, for random splits and seed 1.
     *
     * @throws DeepSaltException if there is none
     */
    public static TrainingSettings of(String name) {
        return switch (name) {
            case DEFAULT -> standard();
            case PAPER -> paper();
            default ->
                throw new DeepSaltException(
                        "there is no preset '" + name + "', wanted one of " + String.join(", ", NAMES));
        };
    }

    /**
     * The paper's layers, with guards against the collapse of its alignment: no sparsity, a contrastive term,
     * standardised codes; and with a student whose loss weighs the labels more than the teacher.
     */
    private static TrainingSettings standard() {
        return TrainingSettingsBuilder.builder()
                .preset(DEFAULT)
                .preparation(new Preparation(true, 3, true))
                .pairing(Pairing.Kind.SPECTRAL)
                .autoencoders(AutoencoderSettingsBuilder.builder()
                        .laboratory(Schedule.falling(60, 32, 1e-3f, 0))
                        .satellite(Schedule.falling(30, 128, 1e-3f, 0))
                        .satelliteRows(200_000)
                        .shape(EncoderShape.LIGHT)
                        .build())
                .alignment(new AlignmentSettings(
                        ScheduleBuilder.builder()
                                .epochs(40)
                                .batch(64)
                                .wholeBatches(true)
                                .learningRate(3e-4f)
                                .weightDecay(1e-5f)
                                .clip(1f)
                                .build(),
                        new AlignmentWeights(1, 1, 1f, 1f, 0.2f, true),
                        SplitFractions.ALL))
                .teacher(new TeacherSettings(
                        ScheduleBuilder.builder()
                                .epochs(300)
                                .batch(64)
                                .wholeBatches(true)
                                .learningRate(1e-3f)
                                .clip(1f)
                                .patience(30)
                                .plateau(14)
                                .build(),
                        new SplitFractions(0.75, 0.10),
                        0.1f,
                        Double.NEGATIVE_INFINITY))
                .student(StudentSettingsBuilder.builder()
                        .schedule(Schedule.falling(70, 128, 1e-3f, 1e-4f))
                        .distillation(DistillationWeights.STANDARD)
                        .dropout(0.1f)
                        .weakLabels(true)
                        .balance(Undersampling.NONE)
                        .ensemblePixels(8192)
                        .forest(true)
                        .shape(Regressor.Shape.LIGHT)
                        .tuning(FineTuning.USUAL)
                        .build())
                .head(new LogNormalHead(OutputRange.PAPER_ECE))
                .pairingDistance(KILOMETRE)
                .split(Split.Plan.of(Split.Kind.RANDOM))
                .seed(1)
                .build();
    }

    /**
     * As published. Taken literally it tends to collapse (see
     * {@link org.deepsalt.model.training.encoder.CollapseCheck}), and then ends with that reason;
     * {@link CollapseGuard#CONTRASTIVE} is the way out that keeps the rest.
     *
     * <p>Of the authors' code: only the satellite's reconstruction holds against the pull of the cosine, and batches
     * are whole there; the epoch with the least loss of held-out pairs counts; the teacher has no early end; the
     * likeness of hidden states is divided by the sum of its weights. Ours: the divergence of answers is one of ordinal
     * decisions ({@link NumberHead}), since theirs was always 0; labelled pixels for calibration and test are held out
     * as in every preset; a teacher without an R2 on unseen samples is refused, since nine tenths of the student's loss
     * are its.
     */
    private static TrainingSettings paper() {
        Schedule spectra = ScheduleBuilder.builder()
                .epochs(50)
                .batch(32)
                .learningRate(1e-4f)
                .weightDecay(1e-5f)
                .clip(1f)
                .build();
        return TrainingSettingsBuilder.builder()
                .preset(PAPER)
                .preparation(new Preparation(false, 0, false))
                .pairing(Pairing.Kind.NEAREST)
                .autoencoders(AutoencoderSettingsBuilder.builder()
                        .laboratory(spectra)
                        .satellite(spectra)
                        .sparsity(0.1f)
                        .shape(EncoderShape.PAPER)
                        .build())
                .alignment(new AlignmentSettings(
                        ScheduleBuilder.builder()
                                .epochs(50)
                                .batch(32)
                                .wholeBatches(true)
                                .learningRate(1e-4f)
                                .weightDecay(1e-5f)
                                .build(),
                        new AlignmentWeights(0, 1, 48, 0, 0.07f, false),
                        new SplitFractions(0.70, 0.15)))
                .teacher(new TeacherSettings(
                        ScheduleBuilder.builder()
                                .epochs(500)
                                .batch(64)
                                .learningRate(1e-3f)
                                .build(),
                        new SplitFractions(0.80, 0),
                        0.1f,
                        0.05))
                .student(StudentSettingsBuilder.builder()
                        .schedule(ScheduleBuilder.builder()
                                .epochs(200)
                                .batch(64)
                                .learningRate(1e-3f)
                                .weightDecay(1e-5f)
                                .patience(10)
                                .plateau(5)
                                .build())
                        .distillation(DistillationWeights.PAPER)
                        .dropout(0.1f)
                        .balance(Undersampling.ZEROS)
                        .shape(Regressor.Shape.PAPER)
                        .tuning(FineTuning.NONE)
                        .build())
                .head(new NumberHead(OutputRange.PAPER_ECE))
                .pairingDistance(KILOMETRE)
                .split(Split.Plan.of(Split.Kind.RANDOM))
                .seed(1)
                .build();
    }
}
