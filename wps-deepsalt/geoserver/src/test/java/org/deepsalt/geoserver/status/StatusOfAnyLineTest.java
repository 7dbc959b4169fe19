/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import org.geoserver.platform.ModuleStatus;
import org.junit.jupiter.api.Test;

class StatusOfAnyLineTest {
    private final ModuleStatus inner = mock(ModuleStatus.class);
    private final ModuleStatus status = StatusOfAnyLine.of(inner);

    @Test
    void whatTheStatusSaysGoesThrough() {
        when(inner.getModule()).thenReturn("deepsalt");
        when(inner.getMessage()).thenReturn(Optional.of("2 models"));
        when(inner.isAvailable()).thenReturn(true);
        assertThat(status.getModule()).isEqualTo("deepsalt");
        assertThat(status.getMessage()).contains("2 models");
        assertThat(status.isAvailable()).isTrue();
    }

    @Test
    void aFailureComesAsItIs() {
        when(inner.getMessage()).thenThrow(new IllegalStateException("no models"));
        assertThatThrownBy(status::getMessage)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no models");
    }
}
