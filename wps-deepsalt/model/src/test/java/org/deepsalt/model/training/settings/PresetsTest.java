/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.NumberHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.training.data.Undersampling;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.ScheduleBuilder;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.model.training.split.SplitFractions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was published, number by number: arXiv 2510.23124 and its authors' code. */
class PresetsTest {
    private static final TrainingSettings PAPER = Presets.of(Presets.PAPER);

    @Test
    void thePaperScalesByExtremesAndTreatsNothing() {
        assertThat(PAPER.preparation()).isEqualTo(new Preparation(false, 0, false));
        assertThat(Autoencoder.PAPER_WIDTHS).containsExactly(1024, 512, 256, 64);
        assertThat(PAPER.pairingDistance()).isEqualTo(1);
    }

    @Test
    void thePapersAutoencodersAndAlignment() {
        Schedule spectra = ScheduleBuilder.builder()
                .epochs(50)
                .batch(32)
                .learningRate(1e-4f)
                .weightDecay(1e-5f)
                .clip(1)
                .build();
        assertThat(PAPER.autoencoders().laboratory()).isEqualTo(spectra);
        assertThat(PAPER.autoencoders().satellite()).isEqualTo(spectra);
        assertThat(PAPER.autoencoders().sparsity()).isEqualTo(0.1f);
        assertThat(PAPER.alignment().schedule())
                .isEqualTo(ScheduleBuilder.builder()
                        .epochs(50)
                        .batch(32)
                        .wholeBatches(true)
                        .learningRate(1e-4f)
                        .weightDecay(1e-5f)
                        .build());
        assertThat(PAPER.alignment().weights()).isEqualTo(new AlignmentWeights(0, 1, 48, 0, 0.07f, false));
        assertThat(PAPER.alignment().pairs()).isEqualTo(new SplitFractions(0.70, 0.15));
    }

    @Test
    void thePapersTeacherAndStudent() {
        assertThat(PAPER.teacher().schedule())
                .isEqualTo(ScheduleBuilder.builder()
                        .epochs(500)
                        .batch(64)
                        .learningRate(1e-3f)
                        .build());
        assertThat(PAPER.teacher().samples()).isEqualTo(new SplitFractions(0.80, 0));
        assertThat(PAPER.student().schedule())
                .isEqualTo(ScheduleBuilder.builder()
                        .epochs(200)
                        .batch(64)
                        .learningRate(1e-3f)
                        .weightDecay(1e-5f)
                        .patience(10)
                        .plateau(5)
                        .build());
        assertThat(PAPER.student().distillation())
                .isEqualTo(new DistillationWeights(0.07f, 0.90f, 0.10f, List.of(1.35f, 1.05f, 0.65f)));
        assertThat(PAPER.student().balance()).isEqualTo(new Undersampling(List.of(0.0), 0.1));
        assertThat(PAPER.student().weakLabels()).isFalse();
        Head head = new NumberHead(new OutputRange(0.05, 77));
        assertThat(PAPER.head()).isEqualTo(head);
        assertThat(Regressor.teacher(64, head)).isEqualTo(new Regressor("teacher", 64, 3, 128, false, head));
        assertThat(Regressor.student(72, Regressor.Shape.PAPER, head))
                .isEqualTo(new Regressor("student", 72, 4, 256, true, head));
    }

    @ParameterizedTest
    @ValueSource(strings = {Presets.DEFAULT, Presets.PAPER})
    void whatARequestSaysGoesBeforeThePreset(String name) {
        TrainingSettings usual = Presets.of(name);
        assertThat(usual.preset()).isEqualTo(name);
        TrainingSettings changed = usual.withRun(2.5, Split.Plan.of(Split.Kind.CLUSTER), 9)
                .withEpochs(new TrainingSettings.Epochs(1, 2, 3, 4, 5));
        assertThat(changed.epochs()).isEqualTo(new TrainingSettings.Epochs(1, 2, 3, 4, 5));
        assertThat(changed.withEpochs(usual.epochs()).withRun(usual.pairingDistance(), usual.split(), usual.seed()))
                .isEqualTo(usual);
    }

    @Test
    void aGuardGivesThePaperAContrastAndTakesItFromTheDefault() {
        TrainingSettings guarded = PAPER.withGuard(CollapseGuard.CONTRASTIVE);
        assertThat(guarded.alignment().weights().contrast()).isPositive();
        assertThat(guarded.preparation().standardCodes()).isTrue();
        assertThat(PAPER.withGuard(CollapseGuard.NONE)).isEqualTo(PAPER);
        TrainingSettings standard = Presets.of(Presets.DEFAULT);
        assertThat(standard.withGuard(CollapseGuard.CONTRASTIVE)).isEqualTo(standard);
        assertThat(standard.withGuard(CollapseGuard.NONE).alignment().weights().contrast())
                .isZero();
    }

    @Test
    void anUnknownPresetNamesTheKnownOnes() {
        assertThatThrownBy(() -> Presets.of("best"))
                .hasMessage("there is no preset 'best', wanted one of default, paper");
    }
}
