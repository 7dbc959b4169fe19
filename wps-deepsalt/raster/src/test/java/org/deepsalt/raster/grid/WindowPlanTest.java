/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowPlanTest {
    private static final int SIDE = 128;
    private static final Window SCENE = new Window(0, 0, 1024, 1000);

    @ParameterizedTest
    @CsvSource({
        "128, 128",
        "1024, 1",
        "1024, 4",
        "1024, 7",
        "1024, 1000",
        "256, 256",
        "512, 512",
        "16, 16",
        "100, 30",
        "4096, 1"
    })
    void windowsCoverTheAreaOnceAndStaySmall(int blockWidth, int blockHeight) {
        for (Window area : List.of(SCENE, new Window(300, 77, 102, 99), new Window(1023, 999, 1, 1))) {
            int[] covered = new int[1024 * 1000];
            for (Window window : windows(area, blockWidth, blockHeight)) {
                assertThat(window.pixels()).isBetween(1, SIDE * SIDE);
                assertThat(area.intersection(window)).isEqualTo(window);
                for (int y = window.y(); y < window.y() + window.height(); y++) {
                    for (int x = window.x(); x < window.x() + window.width(); x++) {
                        covered[y * 1024 + x]++;
                    }
                }
            }
            long once = Arrays.stream(covered).filter(times -> times == 1).count();
            assertThat(once).isEqualTo(area.pixels());
            assertThat(Arrays.stream(covered).max()).hasValue(1);
        }
    }

    @Test
    void stripsAreReadInTheirWholeWidthAndHeight() {
        assertThat(windows(SCENE, 1024, 4)).hasSize(63).startsWith(new Window(0, 0, 1024, 16));
        assertThat(windows(SCENE, 1024, 7)).startsWith(new Window(0, 0, 1024, 14), new Window(0, 14, 1024, 14));
    }

    @Test
    void tilesAreReadWholeAndTallOnesDownwards() {
        assertThat(windows(SCENE, 128, 128)).hasSize(64).startsWith(new Window(0, 0, 128, 128));
        assertThat(windows(SCENE, 64, 64)).hasSize(64).startsWith(new Window(0, 0, 128, 128));
        assertThat(windows(SCENE, 512, 512)).startsWith(new Window(0, 0, 512, 32), new Window(0, 32, 512, 32));
    }

    @Test
    void anAreaIsCutWhereItsBlocksAre() {
        assertThat(windows(new Window(120, 250, 20, 10), 128, 128))
                .containsExactly(
                        new Window(120, 250, 8, 6),
                        new Window(128, 250, 12, 6),
                        new Window(120, 256, 8, 4),
                        new Window(128, 256, 12, 4));
    }

    private static List<Window> windows(Window area, int blockWidth, int blockHeight) {
        return WindowPlan.of(area, blockWidth, blockHeight, SIDE).windows(area);
    }
}
