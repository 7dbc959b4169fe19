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
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Ready {@link TrainingSettings}. {@code paper} is what was published (DeepSalt, arXiv 2510.23124); what the paper
 * leaves open is taken from its authors' code and said so here. ARCHITECTURE.md has the table of what {@code default}
 * does otherwise, and why.
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
     * standardised codes; and with a student that listens to the labels before it listens to the teacher.
     */
    private static TrainingSettings standard() {
        return new TrainingSettings(
                DEFAULT,
                new Preparation(true, 3, true),
                Pairing.Kind.SPECTRAL,
                new AutoencoderSettings(
                        Schedule.falling(60, 32, 1e-3f, 0),
                        Schedule.falling(30, 128, 1e-3f, 0),
                        200_000,
                        0f,
                        EncoderShape.LIGHT,
                        false),
                new AlignmentSettings(
                        new Schedule(40, 64, true, 3e-4f, 1e-5f, 1f, 0, 0),
                        new AlignmentWeights(1, 1, 1f, 1f, 0.2f, true),
                        SplitFractions.ALL),
                new TeacherSettings(
                        new Schedule(300, 64, true, 1e-3f, 0, 1f, 30, 14),
                        new SplitFractions(0.75, 0.10),
                        0.1f,
                        Double.NEGATIVE_INFINITY),
                new StudentSettings(
                        Schedule.falling(70, 128, 1e-3f, 1e-4f),
                        DistillationWeights.STANDARD,
                        0.1f,
                        true,
                        Undersampling.NONE,
                        8192,
                        Regressor.Shape.LIGHT,
                        FineTuning.USUAL),
                new LogNormalHead(OutputRange.PAPER_ECE),
                KILOMETRE,
                Split.Plan.of(Split.Kind.RANDOM),
                1);
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
        Schedule spectra = new Schedule(50, 32, false, 1e-4f, 1e-5f, 1f, 0, 0);
        return new TrainingSettings(
                PAPER,
                new Preparation(false, 0, false),
                Pairing.Kind.NEAREST,
                new AutoencoderSettings(spectra, spectra, 0, 0.1f, EncoderShape.PAPER, false),
                new AlignmentSettings(
                        new Schedule(50, 32, true, 1e-4f, 1e-5f, 0, 0, 0),
                        new AlignmentWeights(0, 1, 48, 0, 0.07f, false),
                        new SplitFractions(0.70, 0.15)),
                new TeacherSettings(
                        new Schedule(500, 64, false, 1e-3f, 0, 0, 0, 0), new SplitFractions(0.80, 0), 0.1f, 0.05),
                new StudentSettings(
                        new Schedule(200, 64, false, 1e-3f, 1e-5f, 0, 10, 5),
                        DistillationWeights.PAPER,
                        0.1f,
                        false,
                        Undersampling.ZEROS,
                        0,
                        Regressor.Shape.PAPER,
                        FineTuning.NONE),
                new NumberHead(OutputRange.PAPER_ECE),
                KILOMETRE,
                Split.Plan.of(Split.Kind.RANDOM),
                1);
    }
}
