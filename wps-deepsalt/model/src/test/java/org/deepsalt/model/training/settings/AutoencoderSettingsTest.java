/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.ScheduleBuilder;
import org.junit.jupiter.api.Test;

class AutoencoderSettingsTest {
    private static final Schedule SCHEDULE = ScheduleBuilder.builder()
            .epochs(30)
            .batch(128)
            .wholeBatches(true)
            .learningRate(1e-3f)
            .clip(1)
            .build();

    @Test
    void morePixelsAreSeenLessOftenButAtLeastOnce() {
        AutoencoderSettings bounded = AutoencoderSettingsBuilder.builder()
                .laboratory(SCHEDULE)
                .satellite(SCHEDULE)
                .satelliteRows(100_000)
                .shape(EncoderShape.PAPER)
                .build();

        assertThat(bounded.satellite(1_000).epochs()).isEqualTo(30);
        assertThat(bounded.satellite(30_000).epochs()).isEqualTo(3);
        assertThat(bounded.satellite(1_000_000).epochs()).isEqualTo(1);
        assertThat(bounded.withSatellite(SCHEDULE.withEpochs(0))
                        .satellite(1_000)
                        .epochs())
                .isZero();
    }

    @Test
    void withoutABoundThePassesStandAsTheyAre() {
        assertThat(Presets.of(Presets.PAPER).autoencoders().satellite(1_000_000).epochs())
                .isEqualTo(50);
    }
}
