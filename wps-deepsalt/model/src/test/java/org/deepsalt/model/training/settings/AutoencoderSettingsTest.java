/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepsalt.model.training.optimizer.Schedule;
import org.junit.jupiter.api.Test;

class AutoencoderSettingsTest {
    private static final Schedule SCHEDULE = new Schedule(30, 128, true, 1e-3f, 0, 1, 0, 0);

    @Test
    void morePixelsAreSeenLessOftenButAtLeastOnce() {
        AutoencoderSettings bounded =
                new AutoencoderSettings(SCHEDULE, SCHEDULE, 100_000, 0, EncoderShape.PAPER, false);

        assertThat(bounded.satellite(1_000).epochs()).isEqualTo(30);
        assertThat(bounded.satellite(30_000).epochs()).isEqualTo(3);
        assertThat(bounded.satellite(1_000_000).epochs()).isEqualTo(1);
        assertThat(bounded.withEpochs(5, 0).satellite(1_000).epochs()).isZero();
    }

    @Test
    void withoutABoundThePassesStandAsTheyAre() {
        assertThat(Presets.of(Presets.PAPER).autoencoders().satellite(1_000_000).epochs())
                .isEqualTo(50);
    }
}
