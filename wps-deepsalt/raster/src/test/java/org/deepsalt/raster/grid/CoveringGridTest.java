/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.AffineTransform;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoveringGridTest {
    private static Grid grid(int width, int height, double west, double north) {
        return new Grid(width, height, new AffineTransform(30, 0, 0, -30, west, north), null);
    }

    @Test
    void oneImageCoversItself() {
        Grid one = grid(10, 20, 400_000, 4_400_000);
        assertThat(CoveringGrid.of(List.of(one, one))).isEqualTo(one);
    }

    /** The second begins three columns and a half left and two rows below. */
    @Test
    void theRasterIsThatOfTheFirst() {
        Grid covering =
                CoveringGrid.of(List.of(grid(10, 20, 400_000, 4_400_000), grid(10, 20, 400_000 - 105, 4_400_000 - 60)));
        assertThat(covering).isEqualTo(grid(14, 22, 400_000 - 120, 4_400_000));
    }

    @Test
    void imagesThatAreWorldsApartAreRefused() {
        assertThatThrownBy(() -> CoveringGrid.of(List.of(grid(10, 10, 0, 0), grid(10, 10, 1e12, 0))))
                .hasMessageContaining("too far from each other");
    }
}
