/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.Cover;
import org.deepsalt.world.land.SurfaceState;

/**
 * Everything about one place of a scene.
 *
 * @param x m east of the middle of the region
 * @param y m north of it
 * @param detector column of the detector that saw the place, -1 in the background
 */
@RecordBuilder
public record ScenePixel(
        double x, double y, int detector, Composition soil, SurfaceState surface, Cover cover, Sky.Cover sky) {
    private static final double MOST_GREEN = 0.05;
    private static final double MOST_DRY = 0.1;

    public boolean isBackground() {
        return detector < 0;
    }

    /** Whether the sensor saw soil here, undisturbed, as a surveyor would want it. */
    boolean isBareSoil() {
        return !isBackground()
                && sky.isClear()
                && cover.water() == 0
                && cover.green() < MOST_GREEN
                && cover.dry() < MOST_DRY;
    }
}
